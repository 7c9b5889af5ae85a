#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './platform/project.ts';

// What was compiled at the last start is read again at this one, which halves it. Kept beside the program, where only those
// who may change the program can write.
enableCompileCache(join(projectRoot, 'dist/.compiled'));
const { runCommandLine } = await import('./command-line.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
