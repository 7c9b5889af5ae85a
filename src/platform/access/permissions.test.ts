import { expect, test } from 'vitest';
import { Forbidden } from '../http/errors.ts';
import { Permissions } from './permissions.ts';
import { permit } from './permit.ts';

type Role = 'manager' | 'reader' | 'guest';
const table = {
  'notes.write': { title: 'write notes', roles: ['manager'] },
  'notes.read': { title: 'read notes', roles: ['manager', 'reader'] },
} as const;

test('who may not is told which permission is missing', () => {
  const actor = { permissions: new Permissions<Role>([table]).of(['reader']) };
  expect(() => permit(actor, 'notes.write')).toThrow(Forbidden);
  expect(() => permit(actor, 'notes.write')).toThrow('notes.write');
});

test('nobody may do what no table names', () => {
  const actor = { permissions: new Permissions<Role>([table]).of(['manager', 'reader', 'guest']) };
  expect(() => permit(actor, 'notes.burn')).toThrow(Forbidden);
});

test('a role in no table may do nothing, and no role nothing', () => {
  const permissions = new Permissions<Role>([table]);
  expect([...permissions.of(['guest'])]).toEqual([]);
  expect([...permissions.of([])]).toEqual([]);
});

test('several roles allow what any of them allows', () => {
  expect([...new Permissions<Role>([table]).of(['reader', 'manager'])].sort()).toEqual(['notes.read', 'notes.write']);
});

test('two duties may not use one name for a permission', () => {
  expect(() => new Permissions<Role>([table, table])).toThrow('one name');
});
