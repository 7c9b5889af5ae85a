import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { dueOn, isAskedFor } from './due.ts';
import { referenceOf, sectionsFrom } from './report.ts';
import { type ReportStanding, type ReportStep, rulingOn } from './report-steps.ts';

const today = plainDate('2026-11-23');
const aReport = (said: Partial<ReportStanding> = {}): ReportStanding => ({
  author: 'scrutineer',
  shownTo: ['council', 'chair', 'heir'],
  heir: 'heir',
  state: 'correction',
  commentUntil: plainDate('2026-11-30'),
  sections: [{ id: 's', heading: 'What works', words: 'Much' }],
  ...said,
});
const because = (
  step: ReportStep,
  report: ReportStanding,
  person = 'scrutineer',
  comments: Parameters<typeof rulingOn>[2] = [],
  on = today,
) => {
  const ruling = rulingOn(step, report, comments, person, on);
  return ruling.allowed ? 'allowed' : ruling.because;
};

describe('a report', () => {
  test('is written, sent and issued by its author alone', () => {
    for (const step of ['change', 'send', 'issue', 'correct'] as const)
      expect([step, because(step, aReport(), 'council')]).toEqual([step, 'not-yours']);
    expect(because('change', aReport({ state: 'draft' }))).toBe('allowed');
    expect(because('send', aReport({ state: 'draft' }))).toBe('allowed');
    expect(because('send', aReport({ sections: [{ id: 's', heading: 'What works', words: ' ' }] }))).toBe('empty');
  });
  test('is spoken of by those who are asked, until the day', () => {
    expect(because('comment', aReport(), 'council')).toBe('allowed');
    expect(because('comment', aReport(), 'heir')).toBe('not-asked');
    expect(because('comment', aReport(), 'office')).toBe('not-asked');
    expect(because('comment', aReport({ state: 'draft', commentUntil: undefined }), 'council')).toBe('not-asked');
    const [last, after] = [plainDate('2026-11-30'), plainDate('2026-12-01')];
    expect(because('comment', aReport(), 'council', [], last)).toBe('allowed');
    expect(because('comment', aReport(), 'council', [], after)).toBe('too-late');
    expect(because('comment', aReport(), 'scrutineer', [], after)).toBe('allowed');
  });
  test('is issued once its facts were open to correction and every comment has an answer', () => {
    const said = (person: string, answer?: 'corrected') => ({ person, answer });
    const after = plainDate('2026-12-01');
    expect(because('issue', aReport({ state: 'draft', commentUntil: undefined }))).toBe('not-checked');
    expect(because('issue', aReport())).toBe('still-time');
    expect(because('issue', aReport(), 'scrutineer', [said('council', 'corrected')])).toBe('still-time');
    const both = [said('council', 'corrected'), said('chair', 'corrected')];
    expect(because('issue', aReport(), 'scrutineer', both)).toBe('allowed');
    expect(because('issue', aReport(), 'scrutineer', [...both, said('chair')])).toBe('unanswered');
    expect(because('issue', aReport(), 'scrutineer', [], after)).toBe('allowed');
    expect(because('issue', aReport(), 'scrutineer', [said('council')], after)).toBe('unanswered');
  });
  test('that is issued is changed by nobody: a correction is a new version', () => {
    const issued = aReport({ state: 'issued' });
    for (const step of ['change', 'send', 'issue'] as const) expect(because(step, issued)).toBe('issued');
    expect(because('comment', issued, 'council')).toBe('not-asked');
    expect(because('correct', issued)).toBe('allowed');
    expect(because('correct', aReport())).toBe('not-issued');
  });
  test('has no number until it is issued', () => {
    expect(referenceOf({ number: undefined, version: 2 })).toBe('Scrutiny report, not issued');
    expect(referenceOf({ number: 4, version: 1 })).toBe('Scrutiny report 4');
    expect(referenceOf({ number: 4, version: 2 })).toBe('Scrutiny report 4, version 2');
  });
  test('holds no sections where what is kept is no list of them', () => {
    expect(sectionsFrom({ word: 'odd' })).toEqual([]);
    expect(sectionsFrom([{ id: 'a', heading: 'b', words: 'c' }])).toHaveLength(1);
  });
});

test('reports are due six months and a year after the period of the last one, or after the scrutineer began', () => {
  const began = plainDate('2026-01-01');
  const [spring, summer] = [plainDate('2026-03-31'), plainDate('2026-08-31')];
  expect(dueOn('six-monthly', [], began)).toBe('2026-07-01');
  expect(dueOn('yearly', [], began)).toBe('2027-01-01');
  expect(dueOn('six-monthly', [{ kind: 'six-monthly', until: spring }], began)).toBe('2026-09-30');
  expect(dueOn('yearly', [{ kind: 'six-monthly', until: spring }], began)).toBe('2027-01-01');
  const both = [{ kind: 'yearly', until: summer } as const, { kind: 'other', until: today } as const];
  expect(dueOn('six-monthly', both, began)).toBe('2027-02-28');
  expect(dueOn('yearly', both, began)).toBe('2027-08-31');
  expect([isAskedFor(plainDate('2027-01-04'), today), isAskedFor(plainDate('2027-01-05'), today)]).toEqual([
    true,
    false,
  ]);
});
