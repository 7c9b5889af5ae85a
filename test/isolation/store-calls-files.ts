import { sinceEver } from '../../src/partnership/partnership.store.ts';
import { newId } from '../../src/platform/database/ids.ts';
import * as files from '../../src/platform/files/file.store.ts';
import type { StoredFile } from '../../src/platform/files/stored-file.ts';
import * as caseKeys from '../../src/platform/sealed/case-keys.store.ts';
import * as fileKeys from '../../src/platform/sealed/file-keys.store.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const fileOf = (attempt: Attempt) => id(attempt, 'stored_file');
const keyed = (attempt: Attempt) => id(attempt, 'file_key', 'file_id');
const bytes = Buffer.alloc(32);

const strange = (attempt: Attempt): StoredFile => ({
  id: keyed(attempt),
  name: 'none.txt',
  type: 'txt',
  bytes: 1,
  state: 'waiting',
  uploadedBy: id(attempt, 'person'),
  uploadedAt: attempt.scope.now,
});

/** The calls of files, and of the keys of files and cases. */
export const fileCalls: Readonly<Record<string, Call>> = {
  'case-keys.addCaseKey': (to) => caseKeys.addCaseKey(to.scope, to.case, id(to, 'partnership_key'), bytes),
  'case-keys.addPartnershipKey': ({ scope }) =>
    caseKeys.addPartnershipKey(scope, { id: newId(), masterKey: 'none', wrapped: bytes }),
  'case-keys.eraseCaseKey': (to) => caseKeys.eraseCaseKey(to.scope, to.case, 'none'),
  'case-keys.listCaseKeys': ({ scope }) => caseKeys.listCaseKeys(scope),
  'case-keys.listPartnershipKeys': ({ scope }) => caseKeys.listPartnershipKeys(scope),
  'case-keys.removeIdlePartnershipKeys': ({ scope }) => caseKeys.removeIdlePartnershipKeys(scope, newId()),
  'case-keys.rewrapPartnershipKey': (to) =>
    caseKeys.rewrapPartnershipKey(to.scope, { id: id(to, 'partnership_key'), masterKey: 'none', wrapped: bytes }),
  'file-keys.addFileKey': (to) => fileKeys.addFileKey(to.scope, keyed(to), id(to, 'partnership_key'), bytes),
  'file-keys.eraseFileKey': (to) => fileKeys.eraseFileKey(to.scope, keyed(to), 'none'),
  'file-keys.findFileKey': (to) => fileKeys.findFileKey(to.scope, keyed(to)),
  'file.addFile': (to) => files.addFile(to.scope, strange(to), { sha256: bytes, found: '' }),
  'file.bytesSentSince': ({ scope }) => files.bytesSentSince(scope, new Date(`${sinceEver}T00:00:00Z`)),
  'file.findFile': (to) => files.findFile(to.scope, fileOf(to)),
  'file.listFiles': (to) => files.listFiles(to.scope, [fileOf(to)]),
  'file.markDestroyed': (to) => files.markDestroyed(to.scope, fileOf(to)),
};

/** The service's work on the files, and on those keys, of a whole partnership. */
export const fileServiceCalls: Readonly<Record<string, Call>> = {
  'case-keys.holdCaseKeysNotUnder': ({ scope }) => caseKeys.holdCaseKeysNotUnder(scope, newId(), 1000),
  'case-keys.rewrapCaseKey': (to) => caseKeys.rewrapCaseKey(to.scope, to.case, id(to, 'partnership_key'), bytes),
  'file-keys.holdFileKeysNotUnder': ({ scope }) =>
    fileKeys.holdFileKeysNotUnder(scope, '00000000-0000-7000-8000-000000000000', 1000),
  'file-keys.rewrapFileKey': (to) => fileKeys.rewrapFileKey(to.scope, keyed(to), id(to, 'partnership_key'), bytes),
  'file.holdUntold': ({ scope }) => files.holdUntold(scope),
  'file.listFilesIn': (to) =>
    files.listFilesIn(to.scope, String(to.row('stored_file')['state']) as StoredFile['state'], 100),
  'file.listKept': (to) => files.listKept(to.scope, [fileOf(to)]),
  'file.markTold': (to) => files.markTold(to.scope, fileOf(to)),
  'file.settleFile': (to) => files.settleFile(to.scope, fileOf(to), { state: 'clean', found: '' }),
};
