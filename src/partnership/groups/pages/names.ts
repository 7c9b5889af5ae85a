import type { Scope } from '../../../platform/database/database.ts';
import { listAgencies } from '../../agencies/agency.store.ts';
import { listPeople } from '../../people/person.store.ts';
import type { Names } from './seat-tables.tsx';

/** What everybody and every agency is called, those too that have left. */
export const readNames = async (scope: Scope): Promise<Names> => ({
  people: new Map((await listPeople(scope)).map(({ id, name }) => [id, name])),
  agencies: new Map((await listAgencies(scope)).map(({ id, name }) => [id, name])),
});
