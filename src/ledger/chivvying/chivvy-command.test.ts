import { expect } from 'vitest';
import { type House, test } from '../../../test/harness/house.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { UsageError } from '../../platform/command.ts';
import { readConfig } from '../../platform/config.ts';
import { chivvyCommand } from './chivvy-command.ts';
import { countTold } from './reminder.store.ts';
import { anActionOf, inPlace } from './world.fixture.ts';

/** Types the command. @returns its exit code and what it printed */
async function type(house: House, options: Record<string, string | boolean>, json = true) {
  const printed: string[] = [];
  const surroundings = {
    config: readConfig({}),
    json,
    print: (text: string) => void printed.push(text),
    tell: () => {},
  };
  const context = { ...surroundings, connections: house.connections as never, data: house.data };
  const code = chivvyCommand.needs === 'database' ? await chivvyCommand.run(context, [], options) : 1;
  return { code, printed };
}

test('a dry run says what would be sent on a day, by account and never by address, and writes nothing', async ({
  house,
}) => {
  house.clock.now = new Date('2026-05-04T06:10:00Z');
  const ada = await house.person(house.dunmere, 'agency-representative');
  const there = await house.alsoIn(ada, house.elsewhere, 'agency-representative');
  const dueOn = plainDate('2026-06-01');
  const [here, elsewhere] = [
    await anActionOf(house.data, ada, { dueOn }),
    await anActionOf(house.data, there, { dueOn }),
  ];
  const nobodys = await anActionOf(house.data, ada, { dueOn, owner: undefined });
  const { code, printed } = await type(house, { at: '2 June 2026', dryRun: true });
  expect(code).toBe(0);
  expect(JSON.parse(printed.join(''))).toEqual({
    digests: [
      {
        account: ada.account,
        partnerships: ['dunmere', 'elsewhere'],
        lines: [
          { record: `/dunmere/actions/${here}`, tone: 'remind', due: '2026-06-01' },
          { record: `/elsewhere/actions/${elsewhere}`, tone: 'remind', due: '2026-06-01' },
        ],
      },
    ],
    held: [{ record: `/dunmere/actions/${nobodys}`, to: 'office', why: 'nobody' }],
  });
  expect(printed.join('')).not.toContain('@');
  expect(await inPlace(house.data, house.dunmere.partnership, countTold)).toBe(0);
});

test('without a dry run it does what the job does, and takes no other day', async ({ house }) => {
  house.clock.now = new Date('2026-06-02T06:10:00Z');
  const ada = await house.person(house.dunmere, 'agency-representative');
  await anActionOf(house.data, ada, { dueOn: plainDate('2026-06-01') });
  await expect(type(house, { at: '2 June 2026' })).rejects.toThrow(UsageError);
  await expect(type(house, { at: 'soon', dryRun: true })).rejects.toThrow('not a date');
  expect(await type(house, {})).toEqual({ code: 0, printed: ['{"digests":1,"failed":[]}'] });
  expect((await type(house, {}, false)).printed).toEqual(['No digests on their way']);
});
