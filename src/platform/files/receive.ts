import type { FastifyRequest } from 'fastify';
import type { Scope } from '../database/database.ts';
import { keepFileKey } from '../sealed/file-keys.ts';
import { incoming } from './byte-store.ts';
import { addFile, bytesSentSince, listFiles } from './file.store.ts';
import type { FileRefusal } from './refusals.ts';
import type { Scan } from './scanner.ts';
import type { FileState, StoredFile } from './stored-file.ts';
import { type Arrived, storeOf } from './take-files.ts';

export type Received = { file: StoredFile; refusal?: undefined } | { refusal: FileRefusal };

/**
 * Keeps the file that came with a form, in the transaction of `scope`; the caller then writes the record that refers to it. For
 * routes whose app was told `takeFiles`.
 *
 * An infected file is kept too, where nobody can open it, so that the office learns of it; it counts as refused.
 *
 * @param field the name of the field of the form
 * @param options.beside the files that the record, or the case, has already: together they have a limit
 * @returns the file, or why it is not taken: `refusalText` has the words for the field
 */
export async function receiveFile(
  scope: Scope,
  request: FastifyRequest,
  field: string,
  { beside = [] }: { beside?: readonly string[] } = {},
): Promise<Received> {
  const arrived = request.arrived?.get(field);
  if (!arrived) return { refusal: 'none-chosen' };
  if ('refusal' in arrived) return arrived;
  const refusal = await mayNotSend(scope, request, arrived, beside);
  if (refusal) return { refusal };
  const { id, name, type, bytes, key, sha256, scan } = arrived;
  const state = stateAfter[scan.said];
  const file: StoredFile = { id, name, type, bytes, state, uploadedBy: scope.person, uploadedAt: scope.now };
  await keepFileKey(scope, request.server.concordat.keys, id, key);
  await addFile(scope, file, { sha256, found: foundBy(scan) });
  await storeOf(request).move(file.id, incoming, scope.partnership);
  request.arrived?.delete(field);
  return file.state === 'infected' ? { refusal: 'infected' } : { file };
}

const aDay = 86_400_000;

async function mayNotSend(
  scope: Scope,
  { server }: FastifyRequest,
  { bytes }: Arrived,
  beside: readonly string[],
): Promise<FileRefusal | undefined> {
  const { personInADay, record } = server.fileLimits;
  const sent = await bytesSentSince(scope, new Date(scope.now.getTime() - aDay));
  if (sent + bytes > personInADay) return 'person-has-sent-enough';
  const there = (await listFiles(scope, beside)).filter(({ state }) => state !== 'destroyed');
  const total = there.reduce((sum, file) => sum + file.bytes, bytes);
  return total > record ? 'record-has-enough' : undefined;
}

/** What becomes of a file after what the scanner said. */
export const stateAfter: Readonly<Record<Scan['said'], FileState>> = {
  clean: 'clean',
  found: 'infected',
  'not-asked': 'not-scanned',
  refused: 'refused',
  'no-answer': 'waiting',
};

/** What the scanner called what it found; '' where it found nothing. */
export const foundBy = (scan: Scan): string => (scan.said === 'found' ? scan.name : '');
