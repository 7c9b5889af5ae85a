import { createHash } from 'node:crypto';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answers } from './form-use.store.ts';

/** A file that came with a form. Its name is shown, never trusted. */
export interface Upload {
  name: string;
  bytes: Buffer;
  /** It is larger than `largestUpload`, and its bytes were not kept. */
  tooLarge: boolean;
}

/** Bytes that one file may have. */
export const largestUpload = 10_000_000;

/** What is not even read to the end, to tell the person at the field: nobody sends it by mistake. */
const hopeless = 100_000_000;

declare module 'fastify' {
  interface FastifyRequest {
    uploads: ReadonlyMap<string, Upload> | undefined;
  }
}

/** Lets the routes of `app`, and no others, take forms with one file. */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  app.decorateRequest('uploads', undefined);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      files: 1,
      fileSize: largestUpload,
      fields: 300,
      parts: 301,
      fieldSize: 256 * 1024,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  });
}

/**
 * Reads a form with a file, so that it is checked and used once as every other form is: its fields become the body, and so does
 * the print of each file, under its field's name. Does nothing for other forms. A field left empty has no file.
 *
 * @throws {Error} with status 413 where far too much comes, 400 where it cannot be read
 */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (!request.headers['content-type']?.startsWith('multipart/form-data') || request.uploads) return;
  if (Number(request.headers['content-length'] ?? 0) > hopeless) throw refusal(413);
  try {
    const { answers, uploads } = await readParts(request);
    request.body = answers;
    request.uploads = uploads;
  } catch (error) {
    throw 'statusCode' in Object(error) ? error : refusal(400);
  }
}

async function readParts(request: FastifyRequest): Promise<{ answers: Answers; uploads: Map<string, Upload> }> {
  const uploads = new Map<string, Upload>();
  const answers = new Map<string, string[]>();
  const say = (field: string, value: string) => answers.set(field, [...(answers.get(field) ?? []), value]);
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated || typeof part.value !== 'string') throw refusal(413);
      say(part.fieldname, part.value);
      continue;
    }
    const upload = await readFile(part);
    if (upload.name === '' && upload.bytes.length === 0 && !upload.tooLarge) continue;
    uploads.set(part.fieldname, upload);
    say(part.fieldname, `${upload.name} ${createHash('sha256').update(upload.bytes).digest('base64url')}`);
  }
  const said = [...answers].map(([field, values]) => [field, values.length > 1 ? values : values[0]] as const);
  return { answers: Object.fromEntries(said), uploads };
}

const refusal = (statusCode: number) => Object.assign(new Error('a form that cannot be read'), { statusCode });

/** A file too large is read to its end and dropped, so that the browser shows our answer and not a broken connection. */
async function readFile({ file, filename = '' }: Pick<MultipartFile, 'file'> & { filename?: string }): Promise<Upload> {
  const chunks: Buffer[] = [];
  for await (const chunk of file as AsyncIterable<Buffer>) if (!file.truncated) chunks.push(chunk);
  const name = filename.replaceAll(/\p{Cc}/gu, '').slice(-120);
  return { name, bytes: file.truncated ? Buffer.alloc(0) : Buffer.concat(chunks), tooLarge: file.truncated };
}
