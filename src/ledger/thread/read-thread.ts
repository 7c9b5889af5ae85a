import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention, RecordRef, RecordType } from '../../partnership/record-type.ts';
import { type Thread, threadOf } from './thread.ts';
import { listThreadOf } from './thread-link.store.ts';

/** The thread round a record. @param types those of the whole house: they alone say what somebody may know of */
export async function readThread(scope: SeatedScope, types: readonly RecordType[], of: string): Promise<Thread> {
  const links = await listThreadOf(scope, of);
  const ends = links.flatMap(({ from, to }) => [from, to]).filter(({ id }) => id !== of);
  return threadOf(of, links, await mentionAll(scope, types, ends));
}

/** Those of `refs` that the person of the scope may know of, each once. */
export async function mentionAll(
  scope: SeatedScope,
  types: readonly RecordType[],
  refs: readonly RecordRef[],
): Promise<Mention[]> {
  const byKind = Map.groupBy(refs, ({ kind }) => kind);
  const asked = types.flatMap(({ kind, mention }) => {
    const ids = [...new Set((byKind.get(kind) ?? []).map(({ id }) => id))];
    return ids.length > 0 ? [mention(scope, ids)] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** The one record, or undefined where it is missing or not theirs to know of. */
export const mentionOne = async (
  scope: SeatedScope,
  types: readonly RecordType[],
  ref: RecordRef,
): Promise<Mention | undefined> => (await mentionAll(scope, types, [ref]))[0];
