import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Arriving, type Receive, takeUploads } from '../http/upload.ts';
import { type ByteStore, diskStore, filesFolder, incoming } from './byte-store.ts';
import { checkFile } from './check/check.ts';
import type { FileRefusal } from './refusals.ts';
import { safeName, typeOfName } from './safe-name.ts';
import { type Scan, scan } from './scanner.ts';
import { openSealed, putSealed, type Sealed } from './sealed-files.ts';
import { type FileLimits, type FileType, usualFileLimits } from './stored-file.ts';

/** A file that has come with a form and was looked at, but is nobody's yet. */
export interface Arrived extends Sealed {
  name: string;
  type: FileType;
  scan: Scan;
}

declare module 'fastify' {
  interface FastifyInstance {
    fileLimits: FileLimits;
  }
  interface FastifyRequest {
    /** By the field of the form; a field left empty has none. */
    arrived: Map<string, Arrived | { refusal: FileRefusal }> | undefined;
  }
}

/**
 * Lets the routes of `app`, and no others, take forms with one file, which `receiveFile` then keeps. A file is sealed as it
 * comes, checked and scanned before the handler is called and before a connection to the database is held; what no handler
 * keeps is gone when the answer is sent.
 */
export async function takeFiles(app: FastifyInstance, limits: FileLimits = usualFileLimits): Promise<void> {
  app.decorate('fileLimits', limits);
  app.decorateRequest('arrived', undefined);
  await takeUploads(app, { largest: limits.file, receive });
  app.addHook('onResponse', forgetArrived);
  app.addHook('onRequestAbort', forgetArrived);
}

/** The store of the deployment that a request came to. */
export const storeOf = ({ server }: Pick<FastifyRequest, 'server'>): ByteStore =>
  diskStore(filesFolder(server.concordat.config));

async function forgetArrived(request: FastifyRequest): Promise<void> {
  for (const arrived of request.arrived?.values() ?? [])
    if ('key' in arrived) await storeOf(request).remove(incoming, arrived.id);
  request.arrived = undefined;
}

const receive: Receive = async (request, file) => {
  request.arrived ??= new Map();
  const type = typeOfName(file.name);
  const refuse = (refusal: FileRefusal) => {
    request.arrived?.set(file.field, { refusal });
    return `${file.name} ${refusal}`;
  };
  if (type === undefined || isDeclaredTooLarge(request)) {
    const bytes = await readPast(file);
    if (file.name === '' && bytes === 0) return undefined;
    return refuse(type === undefined ? 'kind-not-taken' : 'too-large');
  }
  const sealed = await putSealed(storeOf(request), file.bytes);
  const looked = file.isTooLarge() ? ({ refusal: 'too-large' } as const) : await lookAt(request, type, sealed);
  if ('refusal' in looked) {
    await storeOf(request).remove(incoming, sealed.id);
    return refuse(looked.refusal);
  }
  request.arrived.set(file.field, { ...looked, type, name: safeName(file.name, type) });
  return `${file.name} ${sealed.sha256.toString('base64url')}`;
};

/** What a form of this length cannot hold less than; what goes with the file in a form comes to less than the rest. */
const isDeclaredTooLarge = ({ headers, server }: FastifyRequest) =>
  Number(headers['content-length'] ?? 0) > server.fileLimits.file + 1_000_000;

async function readPast({ bytes }: Arriving): Promise<number> {
  let length = 0;
  for await (const chunk of bytes) length += chunk.length;
  return length;
}

/** Checks what a file holds, then has what will be kept of it scanned. */
async function lookAt(
  request: FastifyRequest,
  type: FileType,
  sealed: Sealed,
): Promise<(Sealed & { scan: Scan }) | { refusal: FileRefusal }> {
  if (sealed.bytes === 0) return { refusal: 'empty' };
  const store = storeOf(request);
  const checked = await checkFile(store, type, sealed);
  if (checked.refusal !== undefined) return { refusal: checked.refusal };
  const kept = checked.drawnAnew ?? sealed;
  if (checked.drawnAnew) await store.remove(incoming, sealed.id);
  const said = await scan(request.server.concordat.config.scanner, await openSealed(store, incoming, kept));
  if (said.said !== 'refused') return { ...kept, scan: said };
  await store.remove(incoming, kept.id);
  return { refusal: 'not-scannable' };
}
