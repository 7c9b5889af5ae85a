import { findAgency } from '../../partnership/agencies/agency.store.ts';
import { findPerson } from '../../partnership/people/person.store.ts';
import { listRecordsNeededOfMe } from '../../partnership/task.store.ts';
import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { service } from '../../platform/database/service.ts';
import { present, saidByThoseWhoCame } from '../brought.ts';
import { bringChallenge, findChallenge, listEntries, record } from './challenge.store.ts';
import { type Challenge, type ChallengeEntry, referenceOf } from './challenge.ts';
import { listChallenges, listChallengesByIds } from './challenge-list.store.ts';
import { keepNeeds } from './keep-needs.ts';
import { challengeTaskKinds } from './needs.ts';
import type { Viewer } from './viewer.ts';

/** Whoever asks: what is kept from those who keep the log is kept from whoever carries it over. */
const keeper: Viewer = { person: service, agency: undefined, sees: 'kept' };

/** Who answers and who judges follows from roles: nobody hands that over. */
const asksOthers = 'It is asked of those who have the role by then, or of the office';

/**
 * Challenges that are not over. One goes where its agency and whoever raised it go, gets the next number there and stands as it
 * stood: stage, day, answer, and what was said by those who come along. A draft that nobody but who wrote it may know of is not
 * listed, and so stays with the partnership.
 */
export const challengeHolding: Holding = {
  kind: 'challenge',
  title: 'Challenges that are not over',
  tables: ['challenge', 'challenge_entry'],
  staysBehind: { stage_length: 'How long its stages are is for each partnership to say; days that are set go along' },
  inRegime: true,
  remains: true,
  async list(scope, listed) {
    const own = (await findPerson(scope, scope.person))?.agency;
    const open = await listChallenges(scope, keeper, { standing: 'open' }, { downwards: false, limit: 20_000 });
    return open.map((one) => ({
      kind: 'challenge',
      id: one.id,
      title:
        one.number === undefined
          ? `Draft challenge in the name of ${one.raisedByName}`
          : `${referenceOf(one)}: ${one.subject}`,
      ofOwnAgency: one.agency === own,
      needs: present([one.agency, listed.has(one.raisedBy) ? one.raisedBy : one.draftedBy]),
    }));
  },
  async end(scope, { id }, because) {
    const challenge = await findChallenge(scope, keeper, id);
    if (!challenge) return;
    const withdrawn = { state: 'withdrawn', stateOn: scope.today } as const;
    await record(scope, id, { kind: 'withdrawn', stage: challenge.stage, words: because }, withdrawn);
    await askFor(scope, id);
  },
  async take(from, items) {
    const ids = items.map(({ id }) => id);
    const challenges = await listChallengesByIds(from, keeper, ids);
    const entries = new Map(await Promise.all(ids.map(async (id) => [id, await listEntries(from, id)] as const)));
    return async (scope, arriving) => {
      for (const item of items) {
        const challenge = challenges.find(({ id }) => id === item.id);
        if (challenge)
          await arriving.bring(item, undefined, () => putHere(scope, arriving, challenge, entries.get(item.id) ?? []));
      }
    };
  },
  async settle(scope, arriving) {
    for (const { kind, became } of arriving.came) if (kind === 'challenge') await askFor(scope, became);
  },
  owned: {
    ends: asksOthers,
    async list(scope, person) {
      const theirs = { ...scope, person };
      const ids = await Promise.all(challengeTaskKinds.map((kind) => listRecordsNeededOfMe(theirs, kind)));
      const waiting = await listChallengesByIds(scope, keeper, present(ids.flat()));
      return waiting.map((one) => ({
        id: one.id,
        title: `${referenceOf(one)} waits for them: ${one.subject}`,
        falls: asksOthers,
      }));
    },
    pass: (scope, _, id) => askFor(scope, id),
  },
};

function putHere(
  scope: Scope,
  arriving: Arriving,
  challenge: Challenge,
  entries: readonly ChallengeEntry[],
): Promise<string> {
  const { id: _, number: __, unseen: ___, ...standing } = challenge;
  const clearedBy = arriving.find(challenge.clearedBy);
  const raisedBy = arriving.find(challenge.raisedBy) ?? arriving.idOf(challenge.draftedBy);
  return bringChallenge(
    scope,
    {
      ...standing,
      agency: arriving.idOf(challenge.agency),
      raisedBy,
      draftedBy: arriving.find(challenge.draftedBy) ?? raisedBy,
      summaryBy: arriving.find(challenge.summaryBy),
      clearedBy,
      clearedOn: clearedBy === undefined ? undefined : challenge.clearedOn,
    },
    saidByThoseWhoCame(entries, arriving),
  );
}

/** Writes what a challenge needs, and of whom. */
async function askFor(scope: Scope, id: string): Promise<void> {
  const challenge = await findChallenge(scope, keeper, id);
  if (challenge) await keepNeeds(scope, challenge, (await findAgency(scope, challenge.agency))?.name ?? 'an agency');
}
