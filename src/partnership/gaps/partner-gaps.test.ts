import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { aGroup, aHolder, aSeat } from '../groups/groups.fixture.ts';
import { kindWordsIn } from '../groups/kind-words.ts';
import { regimes } from '../regimes/regimes.ts';
import type { Gap } from './gap.ts';
import { anAgency, aPerson, theFacts } from './gaps.fixture.ts';
import { partnersMissing, schoolsUnheard } from './partner-gaps.ts';

const about = (gaps: readonly Gap[]) => gaps.map((gap) => gap.about);
const council = anAgency({ id: 'council', kind: 'local-authority' });
const yesterday = plainDate('2026-11-22');
const today = plainDate('2026-11-23');

test('a partnership of nobody lacks each partner the law asks for, once', () => {
  expect(about(partnersMissing(theFacts()))).toEqual([
    'local-authority',
    'integrated-care-board',
    'police',
    'education',
  ]);
});

test('each regime asks for its own', () => {
  const of = (law: keyof typeof regimes) => about(partnersMissing(theFacts({ law: regimes[law] })));
  expect(of('england-2017-act-2018')).toEqual(['local-authority', 'clinical-commissioning-group', 'police']);
  expect(of('england-2004-act')).toContain('probation');
});

test('nobody is asked for bodies that are no more, or that not every area has', () => {
  const of2004 = about(partnersMissing(theFacts({ law: regimes['england-2004-act'] })));
  for (const kind of [
    'connexions',
    'strategic-health-authority',
    'district-council',
    'prison',
    'secure-training-centre',
  ])
    expect(of2004).not.toContain(kind);
});

test('an agency is a partner until its last day, and a school is one of education', () => {
  const school = anAgency({ id: 'school', kind: 'special-school', endedOn: today });
  const gaps = (endedOn: typeof today) =>
    about(partnersMissing(theFacts({ agencies: [{ ...council, endedOn }, school] })));
  expect(gaps(today)).toEqual(['integrated-care-board', 'police']);
  expect(gaps(yesterday)).toContain('local-authority');
});

test('what is asked carries its source, and says where nobody has checked it', () => {
  const gaps = partnersMissing(theFacts());
  const [first, last] = [gaps[0]?.asks, gaps.at(-1)?.asks];
  expect([first?.verified, first?.source]).toEqual([true, expect.stringContaining('Children Act 2004, section 16E')]);
  expect([last?.verified, last?.source]).toEqual([false, expect.stringContaining('Working Together')]);
});

const school = anAgency({ id: 'school', kind: 'primary-school' });
const heard = theFacts({
  agencies: [school],
  people: [aPerson({ id: 'ada' })],
  groups: [aGroup({ id: 'board', kind: 'executive' })],
  seats: [aSeat({ agency: 'school', holders: [aHolder()] })],
});

test('a kind of school is heard by a filled seat in the board or the executive alone', () => {
  expect(about(schoolsUnheard(heard))).not.toContain('primary-school');
  expect(about(schoolsUnheard(heard))).toHaveLength(6);
  const silent = [
    { ...heard, seats: [aSeat({ agency: 'school' })] },
    { ...heard, seats: [aSeat({ agency: 'school', holders: [aHolder({ deputy: true })] })] },
    { ...heard, groups: [aGroup({ id: 'board', kind: 'sub-group' })] },
    { ...heard, groups: [aGroup({ id: 'board', kind: 'board', endedOn: yesterday })] },
    { ...heard, people: [aPerson({ id: 'ada', leftOn: yesterday })] },
    { ...heard, agencies: [{ ...school, endedOn: yesterday }] },
  ];
  for (const facts of silent) expect(about(schoolsUnheard(facts))).toContain('primary-school');
});

test('the board and the executive are called what the partnership calls them', () => {
  const kindWords = kindWordsIn({ board: 'LSCP board', executive: 'delegates’ group' });
  expect(schoolsUnheard(theFacts({ kindWords }))[0]?.says).toBe(
    'No primary school has a voice in the LSCP board or the delegates’ group',
  );
});

test('where the regime says nothing of education, it is the partnership’s own rule', () => {
  const [gap] = schoolsUnheard(theFacts({ law: regimes['england-2017-act-2018'] }));
  expect([gap?.asks.source, gap?.severity]).toEqual(['the partnership’s own rule, as Concordat sets it', 'work']);
  expect(schoolsUnheard(theFacts())[0]).toMatchObject({ severity: 'law', asks: { verified: false } });
});
