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

/** A file as it comes with a form, before anything is known of it. */
export interface Arriving {
  field: string;
  /** As the browser sent it, without control characters. */
  name: string;
  /** Must be read to its end, so that the browser shows our answer and not a broken connection. */
  bytes: AsyncIterable<Buffer>;
  /** Whether more came than may; known once `bytes` has ended. */
  isTooLarge(): boolean;
}

/** Takes a file in. @returns its print, which is the form's answer; undefined where the field was left empty */
export type Receive = (request: FastifyRequest, file: Arriving) => Promise<string | undefined>;

/** Bytes that one file may have. */
export const largestUpload = 10_000_000;

/** What is not even read to the end, to tell the person at the field: nobody sends it by mistake. */
const hopeless = 100_000_000;

declare module 'fastify' {
  interface FastifyInstance {
    receiveUpload: Receive;
  }
  interface FastifyRequest {
    uploads: Map<string, Upload> | undefined;
    formIsRead: boolean;
  }
}

/**
 * Lets the routes of `app`, and no others, take forms with one file.
 *
 * @param options.largest bytes that it may have
 * @param options.receive what becomes of it; unless said, it is kept in memory as `request.uploads`
 */
export async function takeUploads(
  app: FastifyInstance,
  { largest = largestUpload, receive = keepInMemory }: { largest?: number; receive?: Receive } = {},
): Promise<void> {
  app.decorate('receiveUpload', receive);
  app.decorateRequest('uploads', undefined);
  app.decorateRequest('formIsRead', false);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      files: 1,
      fileSize: largest,
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
  if (!request.headers['content-type']?.startsWith('multipart/form-data') || request.formIsRead) return;
  if (Number(request.headers['content-length'] ?? 0) > hopeless) throw refusal(413);
  request.formIsRead = true;
  try {
    request.body = await readParts(request);
  } catch (error) {
    throw 'statusCode' in Object(error) ? error : refusal(400);
  }
}

async function readParts(request: FastifyRequest): Promise<Answers> {
  const answers = new Map<string, string[]>();
  const say = (field: string, value: string) => answers.set(field, [...(answers.get(field) ?? []), value]);
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated || typeof part.value !== 'string') throw refusal(413);
      say(part.fieldname, part.value);
      continue;
    }
    const print = await request.server.receiveUpload(request, arriving(part));
    if (print !== undefined) say(part.fieldname, print);
  }
  const said = [...answers].map(([field, values]) => [field, values.length > 1 ? values : values[0]] as const);
  return Object.fromEntries(said);
}

const refusal = (statusCode: number) => Object.assign(new Error('a form that cannot be read'), { statusCode });

const arriving = ({ fieldname, filename, file }: MultipartFile): Arriving => ({
  field: fieldname,
  name: ((filename as string | undefined) ?? '').replaceAll(/\p{Cc}/gu, '').slice(-120),
  bytes: file as AsyncIterable<Buffer>,
  isTooLarge: () => file.truncated,
});

const keepInMemory: Receive = async (request, { field, name, bytes, isTooLarge }) => {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) if (!isTooLarge()) chunks.push(chunk);
  const tooLarge = isTooLarge();
  const upload: Upload = { name, bytes: tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks), tooLarge };
  if (name === '' && upload.bytes.length === 0 && !tooLarge) return undefined;
  request.uploads ??= new Map();
  request.uploads.set(field, upload);
  return `${name} ${createHash('sha256').update(upload.bytes).digest('base64url')}`;
};
