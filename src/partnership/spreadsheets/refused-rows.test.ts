import { describe, expect, test } from 'vitest';
import type { List } from './fields.ts';
import { planOf, reasonsOf } from './plan.fixture.ts';

describe('a row is refused, naming its line, when', () => {
  test.each<[string, List, string[], string]>([
    [
      'its agency is misspelt',
      'people',
      ['Name,Agency', 'Al Ba,Dunmere Polcie'],
      '2: no agency here is called “Dunmere Polcie”: did you mean Dunmere Police?',
    ],
    ['its agency is unknown', 'people', ['Name,Agency', 'Al Ba,Atlantis'], '2: no agency here is called “Atlantis”'],
    ['its agency has ended', 'people', ['Name,Agency', 'Al Ba,Old Trust'], '2: Old Trust ended on 31 March 2025'],
    [
      'its email address is none',
      'people',
      ['Name,Email', 'Al Ba,al@ba'],
      '2: “al@ba” is not an email address such as name@agency.gov.uk',
    ],
    ['nobody is named', 'people', ['Name,Email', ',al@ba.example'], '2: no name'],
    [
      'somebody is in it twice',
      'people',
      ['Name,Agency', 'Al Ba,Dunmere Police', 'AL BA,Dunmere Police'],
      '3: Al Ba is already in line 2',
    ],
    [
      'an address is another’s',
      'people',
      ['Name,Email', 'Al Ba,jo@police.example'],
      '2: “jo@police.example” is the address of Jo Bloggs here: where two people share one, leave it out',
    ],
    [
      'somebody has left',
      'people',
      ['Name,Agency', 'Sam Gone,Dunmere Police'],
      '2: Sam Gone left on 31 January 2026: bring them back on their own page first',
    ],
    [
      'it would end somebody’s time',
      'people',
      ['Name,Email,Last day', 'Jo Bloggs,jo@police.example,1/11/2026'],
      '2: what is here already is ended on its own page, where it is seen what ends with it: leave the last day out',
    ],
    [
      'the reference is none of ours',
      'people',
      ['Reference,Name', 'p9,Al Ba'],
      '2: no person here has the reference “p9”',
    ],
    [
      'the kind is unknown',
      'agencies',
      ['Agency,Kind', 'New One,Zoo'],
      '2: “Zoo” is not a kind of agency: Local authority, Police force, NHS trust or foundation trust, Primary school, Voluntary or community organisation, or another of 28',
    ],
    [
      'the day is not a date',
      'agencies',
      ['Agency,Last day', 'New One,31/02/2026'],
      '2: “31/02/2026” is not a real date; days come before months',
    ],
    [
      'a domain is none',
      'agencies',
      ['Agency,Domains', 'New One,not a domain'],
      '2: “not” is not a domain such as agency.gov.uk',
    ],
    ['an agency is in it twice', 'agencies', ['Agency', 'New One', 'new  one'], '3: New One is already in line 2'],
    [
      'it would be a part of itself',
      'agencies',
      ['Agency,Belongs to', 'Hope Academy Trust,Hope Primary School'],
      '2: it would be a part of itself',
    ],
    [
      'what it belongs to is unknown',
      'agencies',
      ['Agency,Belongs to', 'New One,Hope Academy Trusst'],
      '2: no agency here is called “Hope Academy Trusst”: did you mean Hope Academy Trust?',
    ],
    [
      'the kind of group is unknown',
      'groups',
      ['Group,Kind', 'New One,Club'],
      '2: “Club” is not a kind of group: Board, Chief officers’ group, Joint chairs’ meeting, Executive, Co-ordinating group, Forum of the wider partnership, Sub-group, Panel, Task and finish group',
    ],
    [
      'a group ends before it begins',
      'groups',
      ['Group,First day,Last day', 'New One,1/5/2026,1/4/2026'],
      '2: its last day is before its first',
    ],
    [
      'the quorum is no number',
      'groups',
      ['Group,Quorum', 'New One,half'],
      '2: “half” is not a whole number: how many seats make a quorum',
    ],
    [
      'the group is unknown',
      'seats',
      ['Group,Agency', 'Bord,Dunmere Police'],
      '2: no group here is called “Bord”: did you mean Board?',
    ],
    [
      'nobody has that name',
      'seats',
      ['Group,Agency,Name', 'Board,Dunmere Police,Jo Blogs'],
      '2: nobody here is called “Jo Blogs”: did you mean Jo Bloggs?',
    ],
    [
      'the role is unknown',
      'seats',
      ['Group,Agency,Role', 'Board,Dunmere Police,Mascot'],
      '2: “Mascot” is not a role in a group: Chair, Vice-chair, Member, Adviser, In attendance, Observer',
    ],
    [
      'a seat would be moved',
      'seats',
      ['Reference,Group', 's1,Training Group'],
      '2: a seat that is here already is changed on the page of its group: only who sits in it can be brought in',
    ],
    [
      'somebody sits there from another day',
      'seats',
      ['Group,Agency,Name,Sits from', 'Board,Dunmere Police,Jo Bloggs,1/2/2024'],
      '2: sits there already from 1 January 2024: other days are entered on the page of the group',
    ],
    [
      'somebody would sit until before they sat',
      'seats',
      ['Group,Agency,Name,From,Until', 'Training Group,Dunmere Police,Jo Bloggs,1/2/2026,1/1/2026'],
      '2: nobody can sit until 1 January 2026 from 1 February 2026',
    ],
    [
      'it repeats another',
      'seats',
      ['Group,Agency,Name', 'Training Group,Dunmere Police,Jo Bloggs', 'Training Group,Dunmere Police,Jo Bloggs'],
      '3: repeats line 2',
    ],
  ])('%s', async (_, list, lines, reason) => {
    expect(await reasonsOf(list, ...lines)).toEqual([reason]);
  });

  test('every reason against it is named, and nothing of it is taken', async () => {
    const plan = await planOf('contacts', 'Agency,Name,Email,Role\nNew Agency,Al Ba,nowhere,Mascot\n');
    expect(plan.rejections).toHaveLength(2);
    expect(plan.changes).toEqual([]);
  });
});
