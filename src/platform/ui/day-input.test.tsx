import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { DayInput, dayAnswer, dayText } from './day-input.tsx';

const show = (vnode: VNode): string => renderToString(vnode);

describe('a day typed in three fields', () => {
  const typed = (day: string, month: string, year: string) =>
    dayText({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on');
  const answer = dayAnswer('Enter the day', 'The day must be a real date');
  const said = (text: string): string | undefined => answer.safeParse(text).error?.issues[0]?.message;
  test.each([
    ['27', '11', '2026', '2026-11-27'],
    [' 7 ', '1', '2026', '2026-01-07'],
    ['27', 'November', '2026', '2026-11-27'],
    ['27', 'nov', '2026', '2026-11-27'],
  ])('%j %j %j is %s', (day, month, year, text) => {
    expect(typed(day, month, year)).toBe(text);
    expect(answer.parse(text)).toBe(text);
  });
  test.each([
    ['31', '2', '2026'],
    ['27', '11', '26'],
    ['27', '', '2026'],
    ['x', 'y', 'z'],
    ['27', 'Brumaire', '2026'],
  ])('%j %j %j is no real date', (day, month, year) => {
    expect(said(typed(day, month, year))).toBe('The day must be a real date');
  });
  test('nothing typed is nothing entered', () => {
    expect(said(typed('', ' ', ''))).toBe('Enter the day');
    expect(said(dayText({}, 'on'))).toBe('Enter the day');
  });
  test('the day as it stands is shown, and what was typed instead of it', () => {
    const day = plainDate('2026-03-07');
    expect(show(<DayInput name="on" legend="When?" day={day} />)).toMatch(/id="on" name="on-day"[^>]*value="7"/);
    const again = show(
      <DayInput name="on" legend="When?" day={day} answers={{ 'on-day': '31', 'on-month': '', 'on-year': 'x' }} />,
    );
    expect(again).toMatch(/id="on" name="on-day"[^>]*value="31"/);
    expect(again).toMatch(/name="on-year"[^>]*value="x"/);
  });
});
