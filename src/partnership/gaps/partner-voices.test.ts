import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aGroup, aHolder, aSeat } from '../groups/groups.fixture.ts';
import { regimes } from '../regimes/regimes.ts';
import type { Role } from '../roles.ts';
import type { Gap } from './gap.ts';
import { anAgency, aPerson, aRole, theFacts } from './gaps.fixture.ts';
import { partnersUnspoken } from './partner-voices.ts';

const about = (gaps: readonly Gap[]) => gaps.map((gap) => gap.about);
const council = anAgency({ id: 'council', kind: 'local-authority' });
const police = anAgency({ id: 'police', kind: 'police' });
const yesterday = plainDate('2026-11-22');
const today = plainDate('2026-11-23');

const [lead, delegate] = ['lead-safeguarding-partner', 'safeguarding-partner-delegate'] as const;

test.each([
  ['england-2017-act-2018', [], ['partner-unspoken']],
  ['england-2017-act-2018', [lead], []],
  ['england-2017-act-2018', [delegate], []],
  ['england-2017-act-2023', [], ['partner-unspoken']],
  ['england-2017-act-2023', [lead], ['no-delegate']],
  ['england-2017-act-2023', [delegate], ['no-lead-partner']],
  ['england-2017-act-2023', [lead, delegate], []],
  ['england-2017-act-2026', [lead], ['no-delegate']],
] as const)('by %s a safeguarding partner with %j lacks %j', (law, held: readonly Role[], rules) => {
  const gaps = partnersUnspoken(
    theFacts({
      law: regimes[law],
      agencies: [council],
      people: [aPerson({ id: 'ada', agency: 'council' })],
      roles: held.map((role) => aRole({ person: 'ada', role })),
    }),
  );
  expect(gaps.map(({ rule }) => rule)).toEqual(rules);
});

test('what the guidance asks of lead and delegate has its source; of the edition of 2026 nobody has read it', () => {
  const asked = (law: 'england-2017-act-2023' | 'england-2017-act-2026') => {
    const people = [aPerson({ id: 'ada', agency: 'council' })];
    const roles = [aRole({ person: 'ada', role: lead })];
    const [gap] = partnersUnspoken(theFacts({ law: regimes[law], agencies: [council], people, roles }));
    return [gap?.says, gap?.asks.verified, gap?.asks.source];
  };
  const says = 'Nobody is delegated safeguarding partner for Agency council';
  expect(asked('england-2017-act-2023')).toEqual([
    says,
    true,
    expect.stringContaining('Working Together to Safeguard Children 2023'),
  ]);
  expect(asked('england-2017-act-2026')).toEqual([
    says,
    false,
    expect.stringContaining('Working Together to Safeguard Children 2026'),
  ]);
});

test('a partner is unspoken for until somebody is its lead or delegate', () => {
  const agencies = [council, police];
  const people = [aPerson({ id: 'ada', agency: 'council' }), aPerson({ id: 'ben', agency: 'police' })];
  const law = regimes['england-2017-act-2018'];
  const unspoken = (...roles: ReturnType<typeof aRole>[]) =>
    about(partnersUnspoken(theFacts({ law, agencies, people, roles })));
  expect(unspoken()).toEqual(['council', 'police']);
  expect(unspoken(aRole({ person: 'ada', role: 'agency-representative' }))).toEqual(['council', 'police']);
  expect(unspoken(aRole({ person: 'ada', role: 'safeguarding-partner-delegate' }))).toEqual(['police']);
  expect(unspoken(aRole({ person: 'ada', role: 'lead-safeguarding-partner', agency: 'police' }))).toEqual(['council']);
  expect(unspoken(aRole({ person: 'ada', role: 'lead-safeguarding-partner', untilOn: yesterday }))).toEqual([
    'council',
    'police',
  ]);
  expect(unspoken(aRole({ person: 'ada', role: 'lead-safeguarding-partner', untilOn: today }))).toEqual(['police']);
});

test('whoever has left speaks for nobody, and two councils each need somebody', () => {
  const law = regimes['england-2017-act-2018'];
  const second = anAgency({ id: 'second', kind: 'local-authority' });
  const roles = [aRole({ person: 'ada', role: 'lead-safeguarding-partner' })];
  const gaps = (leftOn: typeof today) =>
    about(
      partnersUnspoken(
        theFacts({
          law,
          agencies: [council, second],
          people: [aPerson({ id: 'ada', agency: 'council', leftOn })],
          roles,
        }),
      ),
    );
  expect(gaps(today)).toEqual(['second']);
  expect(gaps(yesterday)).toEqual(['council', 'second']);
});

test('under the 2004 Act a partner is spoken for by whoever fills its seat', () => {
  const facts = theFacts({
    law: regimes['england-2004-act'],
    agencies: [council],
    people: [aPerson({ id: 'ada' })],
    groups: [aGroup({ id: 'board', kind: 'board' })],
  });
  expect(partnersUnspoken(facts).map(({ says }) => says)).toEqual(['Nobody represents Agency council']);
  expect(partnersUnspoken({ ...facts, seats: [aSeat({ agency: 'council', holders: [aHolder()] })] })).toEqual([]);
});
