import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { listGroups } from '../../partnership/groups/group.store.ts';
import { listPeople, type Person } from '../../partnership/people/person.store.ts';
import { addDays, addMonths } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { below, type Chance, chanceFrom, pick } from '../../platform/chance.ts';
import type { Scope } from '../../platform/database/database.ts';
import { addEvidence } from '../evidence/evidence.store.ts';
import type { ExamplePlace } from '../example.ts';
import { addEntries, type NewAction, type NewEntry, raiseActions } from './action.store.ts';
import { type Action, type ActionState, obstacles } from './action.ts';
import { listWholeActions } from './action-list.store.ts';
import { examplePromises, exampleRounds, exampleWords } from './example-words.ts';
import { keepNeeds } from './keep-needs.ts';

/** How many promises each example partnership has made. */
const counts: Readonly<Record<string, number>> = { rivermouth: 120, harrowdale: 24 };

/** Two years of promises: most kept, some late, a few that nobody owns. */
export async function exampleActions(scope: Scope, { slug, people }: ExamplePlace): Promise<void> {
  const chance = chanceFrom(`actions of ${slug}`);
  const [agencies, everybody, groups] = await Promise.all([listAgencies(scope), listPeople(scope), listGroups(scope)]);
  const owners = ownersAmong(everybody, [...people.values()]);
  const present = new Set(agencies.filter(({ endedOn }) => endedOn === undefined).map(({ id }) => id));
  const made = Array.from({ length: counts[slug] ?? 12 }, (_, at): NewAction => {
    const owner = pick(chance, owners);
    const promise = examplePromises[at % examplePromises.length] ?? pick(chance, examplePromises);
    const raisedOn = addDays(scope.today, -10 - below(chance, 700));
    return {
      title: promise.title + (exampleRounds[Math.floor(at / examplePromises.length)] ?? ''),
      difference: promise.difference,
      sourceKind: promise.from,
      sourceWords: promise.words,
      leadAgency: owner.agency !== undefined && present.has(owner.agency) ? owner.agency : pick(chance, [...present]),
      owner: below(chance, 20) === 0 ? undefined : owner.id,
      contributors: below(chance, 3) === 0 ? [pick(chance, [...present])] : [],
      group: below(chance, 4) === 0 ? undefined : pick(chance, groups).id,
      priority: pick(chance, ['high', 'medium', 'medium', 'low'] as const),
      safeForEmail: below(chance, 3) > 0,
      raisedOn,
      firstDueOn: addDays(raisedOn, 60),
      dueOn: addDays(raisedOn, 60 + 30 * below(chance, 6)),
    };
  });
  const ids = await raiseActions(
    scope,
    made.map((action) => ({ ...action, ...fateOf(action, scope.today, chance) })),
  );
  await tell(scope, ids, chance, [...people.values()]);
}

/** People of an agency who are here; those who sign in own more. */
function ownersAmong(everybody: readonly Person[], signedIn: readonly string[]): readonly Person[] {
  const able = everybody.filter(({ agency, leftOn }) => agency !== undefined && leftOn === undefined);
  const often = able.filter(({ id }) => signedIn.includes(id));
  return [...able.slice(0, 40), ...often, ...often];
}

/** How an action has fared by `today`: the older, the likelier it is kept. */
function fateOf({ dueOn, owner }: NewAction, today: PlainDate, chance: Chance): Partial<NewAction> {
  const luck = below(chance, 100);
  if (dueOn > today) {
    if (luck < 8)
      return { state: 'at-risk', blocked: { by: pick(chance, keysOf(obstacles)), since: addDays(today, -9 - luck) } };
    if (luck < 14 && owner !== undefined) return { state: 'on-track', askedUntil: addDays(dueOn, 45) };
    return { state: luck < 40 ? 'not-started' : luck < 80 ? 'on-track' : 'at-risk' };
  }
  if (luck < 18) return { state: luck < 9 ? 'on-track' : 'at-risk' };
  if (luck < 24 && owner !== undefined) return { state: 'claimed-done', ...claimedBy(owner) };
  if (luck < 30) return { state: 'withdrawn' };
  if (luck < 75) return { state: 'verified', impactDueOn: addMonths(dueOn > addMonths(today, -6) ? dueOn : today, 6) };
  return { state: 'embedded' };
}

const claimedBy = (owner: string): Partial<Action> => ({ claimedBy: owner });
const keysOf = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as Name[];

/** What was said of each, the evidence of what is done, and what is needed of whom. */
async function tell(scope: Scope, ids: readonly string[], chance: Chance, signedIn: readonly string[]): Promise<void> {
  const actions = (await listWholeActions(scope, {})).filter(({ id }) => ids.includes(id));
  await addEntries(
    scope,
    actions.flatMap((action) =>
      entriesOf(action, scope.today, chance).map((entry) => ({ action: action.id, ...entry })),
    ),
  );
  for (const action of actions) {
    if (['claimed-done', 'verified', 'embedded'].includes(action.state))
      await addEvidence(scope, {
        record: { kind: 'action', id: action.id },
        title: pick(chance, exampleWords.evidence),
      });
    if (action.owner === undefined || signedIn.includes(action.owner) || action.state === 'claimed-done')
      await keepNeeds(scope, action);
  }
}

function entriesOf(action: Action, today: PlainDate, chance: Chance): NewEntry[] {
  const { raisedOn, dueOn, firstDueOn, owner, state } = action;
  const until = dueOn < today ? dueOn : today;
  const middle = addDays(raisedOn, Math.max(1, Math.floor((Date.parse(until) - Date.parse(raisedOn)) / 172_800_000)));
  const told =
    owner === undefined
      ? {}
      : { onBehalf: { of: owner, toldBy: pick(chance, ['call', 'e-mail', 'meeting'] as const) } };
  const finished: Partial<Record<ActionState, NewEntry[]>> = {
    'claimed-done': [{ kind: 'claimed', saidOn: until, words: pick(chance, exampleWords.claimed), state, ...told }],
    verified: verification(until, chance, told),
    embedded: [
      ...verification(until, chance, told),
      { kind: 'embedded', saidOn: until, words: 'It is still there a year on.', because: 'lasts', state: 'embedded' },
    ],
    withdrawn: [{ kind: 'withdrawn', saidOn: until, words: 'Overtaken by the new front door.', state: 'withdrawn' }],
  };
  return [
    { kind: 'raised', saidOn: raisedOn, dueOn: firstDueOn },
    ...(state === 'not-started'
      ? []
      : [
          {
            kind: 'progress' as const,
            saidOn: middle,
            words: pick(chance, exampleWords.progress),
            state: 'on-track',
            ...told,
          },
        ]),
    ...(dueOn === firstDueOn
      ? []
      : [
          {
            kind: 'due-moved' as const,
            saidOn: middle,
            dueOn,
            because: 'capacity',
            words: 'Agreed by the sub-group’s chair.',
          },
        ]),
    ...(action.blocked === undefined
      ? []
      : [
          {
            kind: 'blocked' as const,
            saidOn: action.blocked.since,
            because: action.blocked.by,
            words: pick(chance, exampleWords.blocked),
            ...told,
          },
        ]),
    ...(finished[state] ?? []),
  ];
}

const verification = (on: PlainDate, chance: Chance, told: Partial<NewEntry>): NewEntry[] => [
  { kind: 'claimed', saidOn: on, words: pick(chance, exampleWords.claimed), state: 'claimed-done', ...told },
  { kind: 'verified', saidOn: on, words: pick(chance, exampleWords.verified), state: 'verified' },
];
