import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openServer, type TestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
    /** What the samples of this run are drawn by: the day, or what `SAMPLE` says. */
    sample: string;
    /** Whether snapshots are being written anew, for which nothing may be left out. */
    rewriting: boolean;
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated template that each test clones: the embedded one, or, with
 * `TEST_ADMIN_URL`, another server reached as its administrator.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-test-'));
  const { server, close } = await openServer(folder, process.env['TEST_ADMIN_URL']);
  const sample = process.env['SAMPLE'] || new Date().toISOString().slice(0, 10);
  project.provide('server', server);
  project.provide('sample', sample);
  project.provide('rewriting', project.config.snapshotOptions.updateSnapshot === 'all');
  if (process.env['THOROUGH'] !== '1')
    console.log(`Long proofs are sampled: SAMPLE=${sample} draws these samples again.`);
  return async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
}
