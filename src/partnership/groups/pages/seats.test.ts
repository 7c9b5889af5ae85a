import { describe, expect } from 'vitest';
import { addAssistant, holdAssistance } from '../../people/assistant.store.ts';
import { fillSeat, holdGroupSeat } from '../group-seat.store.ts';
import { listTerms } from '../terms.store.ts';
import { basisOn, here, longAgo, on, withBoard, wordsOf } from './pages.fixture.ts';

describe('a quorum', () => {
  withBoard('is a whole number of seats', async ({ office, board }) => {
    const path = `${here}/${board.id}/quorum`;
    for (const members of ['0', '-1', '1.5', 'many', '1000'])
      expect([members, (await office.post(path, { members })).statusCode]).toEqual([members, 422]);
  });
  withBoard('is settled, and shown in words', async ({ office, board }) => {
    const path = `${here}/${board.id}/quorum`;
    const sent = await office.post(path, { members: '5', police: '1', health: '1', ...(await basisOn(office, path)) });
    expect(sent.statusCode).toBe(303);
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain(
      '5 members, with at least 1 from Police and 1 from Health',
    );
  });
});

describe('terms of reference', () => {
  withBoard('need words and the day they were agreed; their review is after that', async ({ office, board }) => {
    const path = `${here}/${board.id}/terms/add`;
    const empty = wordsOf((await office.post(path, { after: '0' })).body);
    expect(empty).toContain('Enter the terms of reference');
    expect(empty).toContain('Enter the day they were agreed');
    const early = await office.post(path, {
      after: '0',
      words: 'We meet',
      ...on('agreedOn', '2026-05-01'),
      ...on('reviewOn', '2026-05-01'),
    });
    expect([early.statusCode, wordsOf(early.body)]).toEqual([422, expect.stringContaining('The review must be after')]);
  });
  withBoard(
    'keep every version, and the second of two who add one is shown the first',
    async ({ office, house, board }) => {
      const path = `${here}/${board.id}/terms/add`;
      const agreed = on('agreedOn', '2026-05-01');
      expect((await office.post(path, { after: '0', words: 'We meet\r\nmonthly', ...agreed })).statusCode).toBe(303);
      const late = await office.post(path, { after: '0', words: 'We meet weekly', ...agreed });
      expect([late.statusCode, wordsOf(late.body)]).toEqual([
        422,
        expect.stringContaining('Version 1, as it was saved meanwhile'),
      ]);
      expect((await office.post(path, { after: '1', words: 'We meet weekly', ...agreed })).statusCode).toBe(303);
      const who = await house.person(house.dunmere, 'observer');
      const versions = await house.data.as(who, (scope) => listTerms(scope, board.id));
      expect(versions.map(({ version, words }) => [version, words])).toEqual([
        [2, 'We meet weekly'],
        [1, 'We meet\nmonthly'],
      ]);
      const words = wordsOf((await office.get(`${here}/${board.id}/terms`)).body);
      expect(words).toMatch(
        /Version 2, agreed on 1 May 2026 No day is set for their review. We meet weekly.*Version 1/,
      );
    },
  );
});

describe('a seat', () => {
  withBoard('is added for an agency of the partnership alone', async ({ office, board }) => {
    const path = `${here}/${board.id}/seats/add`;
    const from = on('fromOn', '2026-01-01');
    expect((await office.post(path, { capacity: 'member', ...from })).body).toContain('Select whose seat it is');
    expect((await office.post(path, { agency: board.ada, capacity: 'member', ...from })).body).toContain(
      'Select one of the agencies listed',
    );
    const added = await office.post(path, { agency: 'independent', capacity: 'member', ...from });
    expect(wordsOf((await office.get(String(added.headers.location))).body)).toContain('Vacant since 1 January 2026');
  });
  withBoard('is not filled twice, nor by somebody who sits in it', async ({ office, board }) => {
    const path = `${here}/seats/${board.seat}/fill`;
    const from = on('fromOn', '2026-01-01');
    expect((await office.post(path, { person: board.ada, as: 'seat', ...from })).statusCode).toBe(303);
    for (const [person, as, text] of [
      [board.ben, 'seat', 'Somebody sits in this seat on that day'],
      [board.ada, 'deputy', 'They sit or deputise in this seat already'],
      [board.police, 'deputy', 'Select one of the people listed'],
    ] as const) {
      const refused = await office.post(path, { person, as, ...from });
      expect([refused.statusCode, wordsOf(refused.body)]).toEqual([422, expect.stringContaining(text)]);
    }
    expect((await office.post(path, { person: board.ben, as: 'deputy', ...from })).statusCode).toBe(303);
    const words = wordsOf((await office.get(`${here}/${board.id}`)).body);
    expect(words).toContain('Chair Ada Chief');
    expect(words).toContain('Dunmere Police Chair Ada Chief 1 January 2026 Ben Deputy');
  });
  withBoard('that two people fill at once goes to the first', async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const first = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const filling = house.data.as(who, async (scope) => {
      await holdGroupSeat(scope, board.seat);
      held.resolve();
      await first.promise;
      await fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo });
    });
    await held.promise;
    const second = office.post(`${here}/seats/${board.seat}/fill`, {
      person: board.ben,
      as: 'seat',
      ...on('fromOn', '2026-01-01'),
    });
    await new Promise((later) => setTimeout(later, 300));
    first.resolve();
    await filling;
    expect((await second).statusCode).toBe(422);
  });
  withBoard('is left, is vacant from the day after, and ends', async ({ office, house, board }) => {
    const who = await house.person(house.dunmere, 'business-manager');
    const holder = await house.data.as(who, (scope) =>
      fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo }),
    );
    const leave = `${here}/holders/${holder}/leave`;
    expect((await office.post(leave, on('untilOn', '2019-01-01'))).statusCode).toBe(422);
    expect((await office.post(leave, on('untilOn', '2026-01-31'))).statusCode).toBe(303);
    expect((await office.post(leave, on('untilOn', '2026-02-28'))).statusCode).toBe(422);
    expect(wordsOf((await office.get(`${here}/seats/${board.seat}`)).body)).toContain('Vacant since 1 February 2026');
    expect((await office.post(`${here}/seats/${board.seat}/end`, on('untilOn', '2026-03-31'))).statusCode).toBe(303);
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain('Seats that have ended');
    expect(wordsOf((await office.get(`${here}/${board.id}`)).body)).toContain('No seat for one');
  });
});

withBoard(
  'a page that only asks waits for nobody who is changing what it asks about',
  async ({ office, house, board }) => {
    const who = await house.person(house.dunmere);
    const [holder, assistance] = await house.data.as(who, async (scope) => [
      await fillSeat(scope, board.seat, { person: board.ada, deputy: false, fromOn: longAgo }),
      await addAssistant(scope, { person: board.ben, assists: board.ada, fromOn: longAgo, untilOn: undefined }),
    ]);
    const [held, changed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const changing = house.data.as(who, async (scope) => {
      await holdGroupSeat(scope, board.seat);
      await holdAssistance(scope, assistance);
      held.resolve();
      await changed.promise;
    });
    await held.promise;
    const late = new Promise((resolve) => setTimeout(resolve, 5000, 'late'));
    const paths = [`groups/holders/${holder}/leave`, `people/${board.ada}/assistants/${assistance}/end`];
    const answers = paths.map((path) => office.get(`/dunmere/${path}`));
    const first = await Promise.race([Promise.all(answers), late]);
    changed.resolve();
    await Promise.all([changing, ...answers]);
    expect(first).toMatchObject([{ statusCode: 200 }, { statusCode: 200 }]);
  },
);
