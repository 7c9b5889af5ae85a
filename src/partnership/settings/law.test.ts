import { expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { withLocalSettings } from '../regimes/local-settings.ts';
import { regimes } from '../regimes/regimes.ts';
import { settingsWithClock, settingsWithSection } from './law.ts';

const law = regimes['england-2017-act-2026'];
const older = regimes['england-2017-act-2023'];
const day = plainDate('2027-09-01');
const twelve = { count: 12, unit: 'working-days' } as const;

test('a length that the law has settled is not the partnership’s to set', () => {
  expect(older.clocks['rapid-review']?.length.verified).toBe(true);
  expect(settingsWithClock(older, {}, 'rapid-review', { length: twelve })).toEqual({
    allowed: false,
    because: 'settled',
  });
});

test('a clock that the regime does not have cannot be set', () => {
  expect(settingsWithClock(law, {}, 'serious-case-review-decision', { length: twelve }).allowed).toBe(false);
});

test('a section that the regime does not have cannot be dated, nor one whose day is appointed', () => {
  expect(settingsWithSection(older, {}, 'act-2026-section-2', day).allowed).toBe(false);
  const appointed = withLocalSettings(law, { switches: { 'act-2026-section-2': day } });
  expect(settingsWithSection(appointed, {}, 'act-2026-section-2', day).allowed).toBe(false);
});

test('one clock is set, and the others stay as they were', () => {
  const before = { clocks: { 'panel-reply': { length: twelve } } };
  const ruling = settingsWithClock(older, before, 'rapid-review', { starts: 'incident-known' });
  expect(ruling).toEqual({
    allowed: true,
    settings: { clocks: { 'panel-reply': { length: twelve }, 'rapid-review': { starts: 'incident-known' } } },
  });
});

test('an empty setting goes back to what the program has', () => {
  const before = { clocks: { 'panel-reply': { length: twelve } }, switches: { 'act-2026-section-3': day } };
  expect(settingsWithClock(older, before, 'panel-reply', {})).toMatchObject({ settings: { clocks: {} } });
  expect(settingsWithSection(law, before, 'act-2026-section-3', undefined)).toMatchObject({
    settings: { clocks: before.clocks, switches: {} },
  });
});

test('a section is dated, and is in force from that day', () => {
  const ruling = settingsWithSection(law, {}, 'act-2026-section-3', day);
  const settings = ruling.allowed ? ruling.settings : {};
  const section = withLocalSettings(law, settings).switches.find(({ id }) => id === 'act-2026-section-3');
  expect(section?.inForceFrom).toBe(day);
});
