import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/project.ts';

/** A text of the project, by its path from the project's folder. */
export interface Source {
  path: string;
  text: string;
}

const isText = /\.(ts|tsx|mjs|js|sql|md|json|scss|css|csv|svg|yml|txt)$|^script\/[a-z]+$|^\.ci\/run$|^LICENSE$/;

/** Every text that belongs to the project: what git keeps, and what is new and not ignored. */
export function readSources(): Source[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => isText.test(path) && path !== 'package-lock.json' && existsSync(join(projectRoot, path)))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
}
