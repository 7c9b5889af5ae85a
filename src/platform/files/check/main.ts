import { buffer } from 'node:stream/consumers';
import type { FileType } from '../stored-file.ts';
import type { Line } from './check.ts';
import { checkContent } from './content.ts';

// The checker: a file comes in, a verdict goes out. It runs by itself, and whatever goes wrong here ends with it.
const type = process.argv[2] as FileType;
const { because, ...fine } = checkContent(type, await buffer(process.stdin));
const picture = 'drawnAnew' in fine ? fine.drawnAnew : undefined;
const line: Line = because ? { because } : { picture: picture !== undefined };
process.stdout.write(`${JSON.stringify(line)}\n`);
if (picture) process.stdout.write(picture);
