import { describe, expect, test } from 'vitest';
import { Arriving } from './arriving.ts';
import { choicesIn, goesAlong, lackingIn, rulingOnReorganising, valueOf } from './carrying.ts';
import { parentsFirst } from './holdings/order.ts';
import type { Answered, Held } from './transition.ts';

const group: Held = { kind: 'group', id: 'board', title: 'Board' };
const police: Held = { kind: 'agency', id: 'police', title: 'Police' };
const seat: Held = { kind: 'seat', id: 'seat', title: 'Member, Board: Police', needs: ['board', 'police'] };
const task: Held = { kind: 'task', id: 'task', title: 'Read the review', stays: 'What it is about stays behind' };
const said = ({ kind, id, title }: Held, ...to: string[]): Answered => ({
  kind,
  id,
  title,
  answer: to.length > 0 ? 'carried' : 'ended',
  because: '',
  to,
  joined: [],
});

describe('nothing merges or splits', () => {
  test.for([
    ['while something is unanswered', [said(group, 'north'), said(police, 'north')], 'unanswered'],
    ['while a seat goes without its group', [said(group), said(police, 'north'), said(seat, 'north')], 'lacking'],
    [
      'while a seat goes elsewhere than its agency',
      [said(group, 'north'), said(police, 'south'), said(seat, 'north')],
      'lacking',
    ],
  ] as const)('%s', ([, answered, because]) => {
    expect(rulingOnReorganising([group, police, seat], answered)).toEqual({ allowed: false, because });
  });
  test('while something goes that can only end', () => {
    expect(rulingOnReorganising([task], [said(task, 'north')])).toEqual({ allowed: false, because: 'lacking' });
    expect(lackingIn([task], [said(task, 'north')])).toMatchObject([{ to: 'north', why: task.stays }]);
  });
  test('but it does when everything is carried whole, or ended', () => {
    const answered = [said(group, 'north', 'south'), said(police, 'north'), said(seat, 'north'), said(task)];
    expect(rulingOnReorganising([group, police, seat, task], answered)).toEqual({ allowed: true });
  });
});

test('what goes where it belongs goes where all that it needs goes, or else where any of what it follows goes', () => {
  const answered = [said(group, 'north', 'south'), said(police, 'south')];
  expect(goesAlong(seat, answered)).toEqual(['south']);
  const person: Held = { kind: 'person', id: 'ann', title: 'Ann', follows: ['police', 'unknown'] };
  expect(goesAlong(person, answered)).toEqual(['south']);
  expect(goesAlong({ ...person, follows: [] }, answered)).toBeUndefined();
  expect(goesAlong(seat, [said(group, 'north'), said(police, 'south')])).toBeUndefined();
});

test('a split has a choice for every set of its parts, a merger one', () => {
  const values = (goesTo: string[]) =>
    choicesIn({ kind: goesTo.length > 1 ? 'split' : 'merge', goesTo }).map(({ value }) => value);
  expect(values(['north'])).toEqual(['carried+north']);
  expect(values(['north', 'south'])).toEqual(['carried+north', 'carried+south', 'carried+north+south']);
  expect(values(['a', 'b', 'c', 'd', 'e'])).toHaveLength(31);
  expect(valueOf(said(group, 'north', 'south'))).toBe('carried+north+south');
});

test('what somebody says is the same goes before what looks the same, and nothing is made of either', async () => {
  const arriving = new Arriving(
    { partnership: 'p', slug: 'old', name: 'Old', shortName: 'Old' },
    new Map([['board', 'said']]),
  );
  const never = () => Promise.reject(new Error('made'));
  expect(await arriving.bring(group, 'found', never)).toMatchObject({ became: 'said', joined: true });
  expect(await arriving.bring(police, 'found', never)).toMatchObject({ became: 'found', joined: true });
  expect(await arriving.bring(seat, undefined, async () => 'made')).toMatchObject({ became: 'made', joined: false });
  expect([arriving.idOf('seat'), arriving.find('task'), arriving.hasJoined('seat')]).toEqual([
    'made',
    undefined,
    false,
  ]);
  expect(() => arriving.idOf('task')).toThrow('has not come along from old');
});

test('an address inside the partnership leads to what its record became', async () => {
  const [there, here] = ['01a20914-8050-71ad-b1e1-6fde8a538644', '01a20914-8050-71ad-b1e1-6fde8a538655'];
  const arriving = new Arriving({ partnership: 'p', slug: 'old', name: 'Old', shortName: 'Old' }, new Map());
  await arriving.bring({ kind: 'action', id: there, title: 'Action 1' }, here, async () => '');
  expect(arriving.pathOf(`/actions/${there}/say?of=${there}`)).toBe(`/actions/${here}/say?of=${here}`);
  expect(arriving.pathOf('/gaps')).toBe('/gaps');
});

test('each comes after what it belongs to, and a ring does not go round for ever', () => {
  const one = (id: string, parent?: string) => ({ one: { id, parent }, item: { kind: 'group', id, title: id } });
  const order = (...all: ReturnType<typeof one>[]) => parentsFirst(all).map((each) => each.one.id);
  expect(order(one('panel', 'executive'), one('executive', 'board'), one('board'))).toEqual([
    'board',
    'executive',
    'panel',
  ]);
  expect(order(one('a', 'b'), one('b', 'a')).toSorted()).toEqual(['a', 'b']);
  expect(order(one('alone', 'elsewhere'))).toEqual(['alone']);
});
