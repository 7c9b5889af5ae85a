import type { FastifyRequest } from 'fastify';
import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { filterOf, type ListAddress, readListAddress } from '../../platform/ui/patterns.tsx';
import { stageInWords } from '../stages/stages.ts';
import { outcomes, referenceOf, type Subject, standingOf, standings, subjects } from './disagreement.ts';
import {
  type Asked,
  countDisagreements,
  type DisagreementOrder,
  disagreementOrders,
  listDisagreements,
} from './disagreement-list.store.ts';
import { viewerOf } from './viewer.ts';

/** How many disagreements a page shows. */
export const perPage = 50;

const filters = ['text', 'standing', 'subject', 'stage', 'urgent'] as const;

export const readDisagreementAddress = (
  { slug }: Pick<SeatedScope, 'slug'>,
  { query }: Pick<FastifyRequest, 'query'>,
): ListAddress =>
  readListAddress(`/${slug}/disagreements`, query as Record<string, unknown>, { filters, sorts: disagreementOrders });

const isSubject = (text: string): text is Subject => Object.hasOwn(subjects, text);
const askable = ['open', 'overdue', 'ended', 'untold'] as const;

/** What the address asks for. What it asks for wrongly narrows nothing. */
function askedBy(list: ListAddress): Asked {
  const [text, subject, stage] = [filterOf(list, 'text'), filterOf(list, 'subject'), Number(filterOf(list, 'stage'))];
  const standing = askable.find((one) => one === filterOf(list, 'standing'));
  return {
    ...(text && { text: text.slice(0, 200) }),
    ...(standing && { standing }),
    ...(isSubject(subject) && { subject }),
    ...(Number.isInteger(stage) && stage > 0 && stage < 10 && { stage }),
    ...(filterOf(list, 'urgent') === 'yes' && { urgent: true }),
  };
}

/** A page of the list, and how many there are with and without what narrows it. */
export async function readDisagreements(scope: SeatedScope, list: ListAddress) {
  const [viewer, asked] = [viewerOf(scope), askedBy(list)];
  const order = disagreementOrders.find((one): one is DisagreementOrder => one === list.sort?.replace(/^-/, ''));
  const sorted = order && { order, downwards: list.sort?.startsWith('-') ?? false };
  const [rows, found, all, agencies] = await Promise.all([
    listDisagreements(scope, viewer, asked, { ...sorted, limit: perPage, offset: (list.page - 1) * perPage }),
    countDisagreements(scope, viewer, asked),
    countDisagreements(scope, viewer, {}),
    listAgencies(scope),
  ]);
  return { rows, found, all, names: new Map(agencies.map(({ id, name }) => [id, name])) };
}

/** The disagreements as a spreadsheet: all that the address asks for. */
export async function readDisagreementCsv(
  scope: SeatedScope,
  list: ListAddress,
): Promise<{ text: string; count: number }> {
  const rows = await listDisagreements(scope, viewerOf(scope), askedBy(list), { limit: 20_000 });
  const names = new Map((await listAgencies(scope)).map(({ id, name }) => [id, name]));
  const cells = rows.map((row) => [
    referenceOf(row),
    row.raisedOn,
    names.get(row.raisingAgency) ?? '',
    names.get(row.otherAgency) ?? '',
    subjects[row.subject],
    row.urgent ? 'Yes' : 'No',
    stageInWords('disagreement', row.stage),
    row.dueOn,
    standings[standingOf(row, scope.today)],
    row.outcome ? outcomes[row.outcome] : '',
    row.endedOn ?? '',
    row.toldOn ?? '',
    row.changed,
    row.learning,
  ]);
  return { count: rows.length, text: writeCsv([headings, ...cells]) };
}

const headings = [
  'Number',
  'Raised on',
  'Raised by',
  'With',
  'About',
  'Urgent',
  'Stage',
  'Due',
  'State',
  'Outcome',
  'Ended on',
  'Who raised it told on',
  'What changed',
  'What was learned',
];
