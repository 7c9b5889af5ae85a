import * as above from '../../src/ledger/chivvying/above.store.ts';
import * as absence from '../../src/ledger/chivvying/absence.store.ts';
import * as answerLink from '../../src/ledger/chivvying/answer-link.store.ts';
import * as chivvyFacts from '../../src/ledger/chivvying/chivvy-facts.store.ts';
import * as rules from '../../src/ledger/chivvying/chivvying-rules.store.ts';
import * as held from '../../src/ledger/chivvying/held-message.store.ts';
import * as obstacle from '../../src/ledger/chivvying/obstacle.store.ts';
import * as peopleFacts from '../../src/ledger/chivvying/people-facts.store.ts';
import * as quiet from '../../src/ledger/chivvying/quiet.store.ts';
import * as reminder from '../../src/ledger/chivvying/reminder.store.ts';
import { defaultRules } from '../../src/ledger/chivvying/rules.ts';
import * as timeliness from '../../src/ledger/chivvying/timeliness.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const longAgo = plainDate('2026-01-01');
/** The day that stands in the planted rows. */
const canaryDay = plainDate('2026-01-05');
const farOff = plainDate('2199-12-31');
const bytes = Buffer.alloc(32);

/** A line about a stranger’s action, to a stranger. */
const lineOf = (to: Attempt) => ({
  action: id(to, 'reminder', 'action_id'),
  person: id(to, 'reminder', 'person_id'),
  owner: id(to, 'reminder', 'person_id'),
  tone: 'help' as const,
  dueOn: farOff,
});

/** The calls of chivvying: reminders, what waits for release, absences, quiet days and answers by link. */
export const chivvyingCalls: Readonly<Record<string, Call>> = {
  'above.readAbove': ({ scope }) => above.readAbove(scope, canaryDay),
  'absence.addAbsence': (to) =>
    absence.addAbsence(to.scope, {
      person: id(to, 'absence', 'person_id'),
      fromOn: longAgo,
      untilOn: farOff,
      cover: undefined,
    }),
  'absence.findOwnMessageDays': ({ scope }) => absence.findOwnMessageDays(scope),
  'absence.listAbsences': async (to) => [
    await absence.listAbsences({ ...to.scope, today: longAgo }),
    await absence.listAbsences({ ...to.scope, today: longAgo }, id(to, 'absence', 'person_id')),
  ],
  'absence.removeAbsence': (to) => absence.removeAbsence(to.scope, id(to, 'absence')),
  'absence.setOwnMessageDays': ({ scope }) => absence.setOwnMessageDays(scope, [5]),
  'answer-link.findAnswerLink': ({ scope }) => answerLink.findAnswerLink(scope, 'none'),
  'answer-link.forgetAnswerLinks': ({ scope }) =>
    answerLink.forgetAnswerLinks({ ...scope, now: new Date('2199-12-31') }),
  'answer-link.holdAnswerLink': ({ scope }) => answerLink.holdAnswerLink(scope, 'none'),
  'answer-link.makeAnswerLinks': (to) => answerLink.makeAnswerLinks(to.scope, [lineOf(to)]),
  'answer-link.useAnswerLink': (to) =>
    answerLink.useAnswerLink(
      to.scope,
      { action: id(to, 'answer_link', 'action_id'), person: id(to, 'answer_link', 'person_id') },
      bytes,
    ),
  'chivvy-facts.readFacts': ({ scope }) => chivvyFacts.readFacts(scope, canaryDay),
  'chivvying-rules.findRules': ({ scope }) => rules.findRules(scope),
  'chivvying-rules.saveRules': ({ scope }) => rules.saveRules(scope, defaultRules),
  'held-message.addHeld': (to) =>
    held.addHeld(to.scope, farOff, [
      { action: id(to, 'action'), dueOn: farOff, level: 'office', to: undefined, why: 'nobody' },
    ]),
  'held-message.countHeld': ({ scope }) => held.countHeld(scope),
  'held-message.findHeld': (to) => held.findHeld(to.scope, id(to, 'held_message')),
  'held-message.holdHeld': (to) => held.holdHeld(to.scope, id(to, 'held_message')),
  'held-message.listHeld': ({ scope }) => held.listHeld(scope),
  'held-message.listSettled': ({ scope }) => held.listSettled(scope),
  'held-message.settleHeld': (to) => held.settleHeld(to.scope, id(to, 'held_message'), 'dropped', 'None'),
  'held-message.settleMoot': (to) => held.settleMoot(to.scope, farOff, [id(to, 'held_message')]),
  'obstacle.listBlocked': ({ scope }) => obstacle.listBlocked(scope),
  'obstacle.listUnowned': ({ scope }) => obstacle.listUnowned({ ...scope, today: farOff }),
  'obstacle.listWhoGotPast': ({ scope }) => obstacle.listWhoGotPast(scope),
  'people-facts.listPeopleFacts': (to) => peopleFacts.listPeopleFacts(to.scope, canaryDay),
  'quiet.addQuietPeriod': ({ scope }) =>
    quiet.addQuietPeriod(scope, {
      name: 'None',
      fromOn: farOff,
      untilOn: farOff,
      schoolsOnly: false,
      authority: undefined,
    }),
  'quiet.listQuietPeriods': ({ scope }) => quiet.listQuietPeriods(scope),
  'quiet.listSchoolTerms': ({ scope }) => quiet.listSchoolTerms(scope),
  'quiet.removeQuietPeriod': (to) => quiet.removeQuietPeriod(to.scope, id(to, 'quiet_period')),
  'quiet.setSchoolTerms': (to) => quiet.setSchoolTerms(to.scope, id(to, 'school_terms', 'agency_id'), undefined),
  'reminder.addReminders': (to) => reminder.addReminders(to.scope, farOff, [lineOf(to)]),
  'reminder.beginDay': ({ scope }) => reminder.beginDay(scope, farOff),
  'reminder.countTold': ({ scope }) => reminder.countTold(scope),
  'reminder.forgetDays': ({ scope }) => reminder.forgetDays(scope, farOff),
  'reminder.listDigestLines': (to) => reminder.listDigestLines(to.scope, id(to, 'reminder', 'person_id'), longAgo),
  'reminder.listTold': ({ scope }) => reminder.listTold(scope, { limit: 100 }),
  'reminder.listWaiting': ({ scope }) => reminder.listWaiting(scope, plainDate('2026-01-10')),
  'reminder.markTold': (to) =>
    reminder.markTold(
      to.scope,
      id(to, 'reminder', 'person_id'),
      [id(to, 'reminder', 'action_id')],
      longAgo,
      plainDate('2026-06-01'),
    ),
  'timeliness.listTimeliness': ({ scope }) => timeliness.listTimeliness(scope),
};
