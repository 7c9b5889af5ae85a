import { findPerson } from '../../partnership/people/person.store.ts';
import { listRecordsNeededOfMe, neededOfNoneBut } from '../../partnership/task.store.ts';
import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { service } from '../../platform/database/service.ts';
import { present, saidByThoseWhoCame } from '../brought.ts';
import { carryOut } from './carry-out.ts';
import {
  bringDisagreement,
  findDisagreement,
  holdDisagreement,
  listEntries,
  listStages,
} from './disagreement.store.ts';
import {
  type Disagreement,
  type DisagreementEntry,
  isOpen,
  referenceOf,
  type StageTaken,
  subjects,
} from './disagreement.ts';
import { listDisagreements, listDisagreementsByIds } from './disagreement-list.store.ts';
import { keepNeeds } from './keep-needs.ts';
import { disagreementTaskKinds, needsOf } from './needs.ts';
import type { Viewer } from './viewer.ts';

/** Whoever carries a partnership over carries all of its disagreements; a title names the subject and never the case. */
const everything: Viewer = { person: service, agency: undefined, escalated: true, all: true };
const all = { downwards: false, limit: 20_000 } as const;

/** Who answers and who decides follows from the agencies and roles: nobody hands that over. */
const asksOthers = 'It is asked of others who may settle it, or of the office';

/**
 * Disagreements that have not ended, or of which whoever raised them has not been told what came. One goes where both agencies and
 * whoever raised it go, gets the next number there and stands at the stage it was at, with what was said by those who come along.
 */
export const disagreementHolding: Holding = {
  kind: 'disagreement',
  title: 'Professional disagreements that go on',
  tables: ['disagreement', 'disagreement_stage', 'disagreement_entry'],
  inRegime: true,
  remains: true,
  async list(scope) {
    const own = (await findPerson(scope, scope.person))?.agency;
    const open = await listDisagreements(scope, everything, { standing: 'open' }, all);
    const untold = await listDisagreements(scope, everything, { standing: 'untold' }, all);
    return [...open, ...untold].map((one) => ({
      kind: 'disagreement',
      id: one.id,
      title: titleOf(one),
      ofOwnAgency: own !== undefined && [one.raisingAgency, one.otherAgency].includes(own),
      needs: present([one.raisedBy, one.raisingAgency, one.otherAgency]),
      follows: present([one.withPerson]),
    }));
  },
  async end(scope, { id }, because) {
    const one = await holdDisagreement(scope, everything, id);
    if (one && isOpen(one)) await carryOut(scope, one, { step: 'end', outcome: 'withdrawn', words: because });
    else for (const kind of disagreementTaskKinds) await neededOfNoneBut(scope, kind, id, []);
  },
  async take(from, items) {
    const ids = items.map(({ id }) => id);
    const found = await listDisagreementsByIds(from, everything, ids);
    const going = await Promise.all(
      found.map(async (one) => ({
        one,
        stages: await listStages(from, one.id),
        entries: await listEntries(from, one.id),
      })),
    );
    return async (scope, arriving) => {
      for (const item of items) {
        const each = going.find(({ one }) => one.id === item.id);
        if (each) await arriving.bring(item, undefined, () => putHere(scope, arriving, each));
      }
    };
  },
  async settle(scope, arriving) {
    for (const { became } of arriving.came.filter(({ kind }) => kind === 'disagreement')) {
      const one = await findDisagreement(scope, everything, became);
      if (one && needsOf(one).length > 0) await keepNeeds(scope, one);
    }
  },
  owned: {
    ends: asksOthers,
    async list(scope, person) {
      const theirs = { ...scope, person };
      const ids = await Promise.all(disagreementTaskKinds.map((kind) => listRecordsNeededOfMe(theirs, kind)));
      const waiting = await listDisagreementsByIds(scope, everything, present(ids.flat()));
      return waiting.map((one) => ({ id: one.id, title: `${titleOf(one)}, waits for them`, falls: asksOthers }));
    },
    async pass(scope, _, id) {
      const one = await findDisagreement(scope, everything, id);
      if (one) await keepNeeds(scope, one);
    },
  },
};

const titleOf = (one: Disagreement): string => `${referenceOf(one)}, about ${subjects[one.subject].toLowerCase()}`;

function putHere(
  scope: Scope,
  arriving: Arriving,
  { one, stages, entries }: { one: Disagreement; stages: readonly StageTaken[]; entries: readonly DisagreementEntry[] },
): Promise<string> {
  const { id: _, number: __, ...standing } = one;
  return bringDisagreement(
    scope,
    {
      ...standing,
      raisedBy: arriving.idOf(one.raisedBy),
      raisingAgency: arriving.idOf(one.raisingAgency),
      otherAgency: arriving.idOf(one.otherAgency),
      withPerson: arriving.find(one.withPerson),
    },
    {
      stages: stages.map((stage) => ({ ...stage, withPerson: arriving.find(stage.withPerson) })),
      entries: saidByThoseWhoCame(entries, arriving),
    },
  );
}
