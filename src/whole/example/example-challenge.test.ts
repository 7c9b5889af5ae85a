import { expect } from 'vitest';
import { test } from '../../../test/harness/house.ts';
import { duties } from '../../app.ts';
import { standingOf } from '../../ledger/challenges/challenge.ts';
import { listChallenges } from '../../ledger/challenges/challenge-list.store.ts';
import { countDisagreements, listDisagreements } from '../../ledger/disagreements/disagreement-list.store.ts';
import { listLiaison } from '../../ledger/disagreements/liaison.store.ts';
import { withClient } from '../../platform/database/connection.ts';
import { forEachPartnership } from '../../platform/jobs/partnerships.store.ts';
import { loadExample } from './load.ts';

test('the example has challenges and disagreements in every state, as its stories tell them', async ({ house }) => {
  await withClient(house.connections.owner, (client) => client.query('delete from partnership_slug'));
  await loadExample(house.data, duties);
  const found: Record<string, unknown> = {};
  await forEachPartnership(house.data, async (scope, { slug }) => {
    const keeper = { person: scope.person, agency: undefined, sees: 'kept' } as const;
    const everything = { person: scope.person, agency: undefined, escalated: true, all: true };
    const challenges = await listChallenges(scope, keeper, {}, { limit: 100, order: 'number', downwards: false });
    const disagreements = await listDisagreements(scope, everything, {}, { limit: 100 });
    const count = (standing: 'open' | 'overdue' | 'untold') => countDisagreements(scope, everything, { standing });
    found[slug] = {
      challenges: challenges.map((one) => `${one.number} ${standingOf(one, scope.today)} ${one.stage}`),
      disagreements: disagreements.length,
      stages: [...new Set(disagreements.map(({ stage }) => stage))].toSorted(),
      outcomes: new Set(disagreements.flatMap(({ outcome }) => outcome ?? [])).size,
      open: await count('open'),
      overdue: await count('overdue'),
      untold: await count('untold'),
    };
    const liaison = await listLiaison(scope);
    expect(liaison.filter(({ officer }) => officer).length).toBeGreaterThan(5);
    expect(liaison.filter(({ officer }) => !officer).length).toBeGreaterThan(1);
  });
  expect(found).toEqual({
    rivermouth: {
      challenges: ['1 closed 1', '2 closed 2', '3 settled 1', '4 overdue 1', '5 answered 1', '6 put 1'],
      disagreements: 9,
      stages: [1, 2, 3, 5],
      outcomes: 4,
      open: 2,
      overdue: 1,
      untold: 1,
    },
    harrowdale: {
      challenges: ['1 settled 1', '2 put 1'],
      disagreements: 2,
      stages: [1, 2],
      outcomes: 1,
      open: 1,
      overdue: 0,
      untold: 0,
    },
  });
});
