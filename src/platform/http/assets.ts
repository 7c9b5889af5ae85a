import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../project.ts';

/** Serves the built styles, script, fonts and icons; their names change with their content, so they are kept for a year. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const root = join(projectRoot, 'dist/assets');
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
}
