import type { Mention, RecordType } from '../../partnership/record-type.ts';
import { may } from '../../platform/access/permit.ts';
import { type Report, referenceOf, reportStates } from './report.ts';
import { listIssued, listIssuedByIds } from './scrutiny-report.store.ts';

const mentionOf = (report: Report): Mention => ({
  kind: 'scrutiny-report',
  id: report.id,
  reference: referenceOf(report),
  title: report.title,
  path: `/scrutiny/reports/${report.id}`,
  state: reportStates[report.state],
  on: report.issuedOn ?? report.begunOn,
});

/** How reports of the scrutineer stand in the thread and in searches: once they are issued, and not before, whoever asks. */
export const scrutinyRecords: RecordType = {
  kind: 'scrutiny-report',
  title: 'Scrutiny report',
  mention: async (scope, ids) =>
    may(scope, 'scrutiny.read') ? (await listIssuedByIds(scope, ids)).map(mentionOf) : [],
  search: async (scope, text, limit) =>
    may(scope, 'scrutiny.read') ? (await listIssued(scope, { text }, { limit })).map(mentionOf) : [],
};
