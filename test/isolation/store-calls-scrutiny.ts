import * as scrutineer from '../../src/ledger/scrutiny/scrutineer.store.ts';
import * as comment from '../../src/ledger/scrutiny/scrutiny-comment.store.ts';
import * as line from '../../src/ledger/scrutiny/scrutiny-line.store.ts';
import * as note from '../../src/ledger/scrutiny/scrutiny-note.store.ts';
import * as report from '../../src/ledger/scrutiny/scrutiny-report.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const day = plainDate('2026-01-05');
const words = (to: Attempt) => ({
  kind: 'evidence' as const,
  line: id(to, 'scrutiny_line'),
  title: 'None',
  words: 'None',
  address: '',
  onDay: day,
  place: '',
  heard: '',
  followUp: '',
  agency: undefined,
  expected: '',
  record: undefined,
});
const aReport = { kind: 'other' as const, title: 'None', from: day, until: day, sections: [] };
const reportOf = (to: Attempt) => ({
  id: id(to, 'scrutiny_report'),
  author: id(to, 'scrutiny_report', 'author_id'),
  shownTo: [],
  corrects: undefined,
});

/** The calls of the scrutineer’s workspace. */
export const scrutinyCalls: Readonly<Record<string, Call>> = {
  'scrutineer.listOffers': ({ scope }) => scrutineer.listOffers(scope),
  'scrutineer.listScrutineers': ({ scope }) => scrutineer.listScrutineers(scope),
  'scrutineer.offerAll': (to) => scrutineer.offerAll(to.scope, id(to, 'person')),
  'scrutineer.takeOver': (to) => scrutineer.takeOver(to.scope, id(to, 'scrutiny_line', 'author_id')),
  'scrutiny-comment.addComment': (to) =>
    comment.addComment(to.scope, reportOf(to), {
      person: id(to, 'person'),
      section: '',
      words: 'None',
      toldBy: undefined,
    }),
  'scrutiny-comment.answerComment': (to) =>
    comment.answerComment(to.scope, id(to, 'scrutiny_comment'), 'corrected', 'None'),
  'scrutiny-comment.listComments': (to) => comment.listComments(to.scope, id(to, 'scrutiny_comment', 'report_id')),
  'scrutiny-comment.showComments': (to) =>
    comment.showComments(to.scope, { id: id(to, 'scrutiny_comment', 'report_id'), shownTo: [to.scope.person] }),
  'scrutiny-line.beginLine': ({ scope }) => line.beginLine(scope, { title: 'None', question: 'None', finding: '' }),
  'scrutiny-line.changeLine': (to) => line.changeLine(to.scope, id(to, 'scrutiny_line'), { title: 'None' }),
  'scrutiny-line.findLine': (to) => line.findLine(to.scope, id(to, 'scrutiny_line')),
  'scrutiny-line.holdLine': (to) => line.holdLine(to.scope, id(to, 'scrutiny_line')),
  'scrutiny-line.listLines': ({ scope }) => line.listLines(scope),
  'scrutiny-note.addNote': (to) => note.addNote(to.scope, words(to)),
  'scrutiny-note.changeNote': (to) => note.changeNote(to.scope, id(to, 'scrutiny_note'), words(to), []),
  'scrutiny-note.findNote': (to) => note.findNote(to.scope, id(to, 'scrutiny_note')),
  'scrutiny-note.holdNote': (to) => note.holdNote(to.scope, id(to, 'scrutiny_note')),
  'scrutiny-note.listNotes': ({ scope }) => note.listNotes(scope),
  'scrutiny-note.markPut': (to) => note.markPut(to.scope, id(to, 'scrutiny_note'), id(to, 'challenge')),
  'scrutiny-note.showNote': (to) => note.showNote(to.scope, id(to, 'scrutiny_note'), [to.scope.person]),
  'scrutiny-report.beginReport': ({ scope }) => report.beginReport(scope, aReport),
  'scrutiny-report.changeReport': (to) => report.changeReport(to.scope, id(to, 'scrutiny_report'), { title: 'None' }),
  'scrutiny-report.countIssued': ({ scope }) => report.countIssued(scope, {}),
  'scrutiny-report.findReport': (to) => report.findReport(to.scope, id(to, 'scrutiny_report')),
  'scrutiny-report.holdReport': (to) => report.holdReport(to.scope, id(to, 'scrutiny_report')),
  'scrutiny-report.issueReport': (to) => report.issueReport(to.scope, reportOf(to)),
  'scrutiny-report.listIssued': ({ scope }) => report.listIssued(scope, {}, { limit: 100 }),
  'scrutiny-report.listIssuedByIds': (to) =>
    report.listIssuedByIds(
      to.scope,
      (to.of.rows['scrutiny_report'] ?? []).map((row) => String(row['id'])),
    ),
  'scrutiny-report.listUnissued': ({ scope }) => report.listUnissued(scope),
};
