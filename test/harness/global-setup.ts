import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openServer, type TestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated template that each test clones: the embedded one, or, with
 * `TEST_ADMIN_URL`, another server reached as its administrator.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-test-'));
  const { server, close } = await openServer(folder, process.env['TEST_ADMIN_URL']);
  project.provide('server', server);
  return async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
}
