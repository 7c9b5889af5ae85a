import type { FastifyRequest } from 'fastify';
import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { isId } from '../../platform/database/ids.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { filterOf, type ListAddress, readListAddress } from '../../platform/ui/patterns.tsx';
import { stageInWords } from '../stages/stages.ts';
import { evidenceKinds, positions, referenceOf, standingOf, standings } from './challenge.ts';
import {
  type Asked,
  type ChallengeOrder,
  challengeOrders,
  countChallenges,
  type Listed,
  listChallenges,
  listLatestAnswers,
  type Stretch,
} from './challenge-list.store.ts';
import { viewerOf } from './viewer.ts';

/** How many challenges a page of the log shows. */
export const perPage = 50;

/** What the log can be narrowed to. */
const filters = ['text', 'standing', 'agency', 'stage', 'raised'] as const;

export const readLogAddress = ({ slug }: Pick<SeatedScope, 'slug'>, { query }: Pick<FastifyRequest, 'query'>) =>
  readListAddress(`/${slug}/challenges`, query as Record<string, unknown>, { filters, sorts: challengeOrders });

/** What the address asks for. What it asks for wrongly narrows nothing. */
export function askedBy(list: ListAddress, { person }: Pick<SeatedScope, 'person'>): Asked {
  const [text, standing, agency] = [filterOf(list, 'text'), filterOf(list, 'standing'), filterOf(list, 'agency')];
  const stage = Number(filterOf(list, 'stage'));
  return {
    ...(text && { text: text.slice(0, 200) }),
    ...(isStanding(standing) && { standing }),
    ...(isId(agency) && { agency }),
    ...(Number.isInteger(stage) && stage > 0 && stage < 10 && { stage }),
    ...(filterOf(list, 'raised') === 'mine' && { raisedBy: person }),
  };
}

const isStanding = (text: string): text is NonNullable<Asked['standing']> =>
  text === 'open' || Object.hasOwn(standings, text);

const stretchOf = ({ sort, page }: ListAddress): Stretch => {
  const order = challengeOrders.find((one): one is ChallengeOrder => one === sort?.replace(/^-/, ''));
  return {
    ...(order && { order, downwards: sort?.startsWith('-') ?? false }),
    limit: perPage,
    offset: (page - 1) * perPage,
  };
};

/** A page of the log, and how many there are with and without what narrows it. */
export async function readLog(scope: SeatedScope, list: ListAddress) {
  const [viewer, asked] = [viewerOf(scope), askedBy(list, scope)];
  const [rows, found, all, agencies] = await Promise.all([
    listChallenges(scope, viewer, asked, stretchOf(list)),
    countChallenges(scope, viewer, asked),
    countChallenges(scope, viewer, {}),
    listAgencies(scope),
  ]);
  return { rows, found, all, agencies };
}

/** The log as a spreadsheet: all that the address asks for. */
export async function readLogCsv(scope: SeatedScope, list: ListAddress): Promise<{ text: string; count: number }> {
  const rows = await listChallenges(scope, viewerOf(scope), askedBy(list, scope), { limit: 20_000 });
  const answers = await listLatestAnswers(
    scope,
    rows.map(({ id }) => id),
  );
  return { count: rows.length, text: writeCsv([headings, ...rows.map((row) => cellsOf(row, answers, scope.today))]) };
}

const headings = [
  'Number',
  'Put on',
  'To',
  'Raised by',
  'Subject',
  'Evidence is',
  'Evidence',
  'Answer expected',
  'Due',
  'Stage',
  'State',
  'The agency says',
  'Answer',
  'Answer enough',
  'What changed for children',
];

const cellsOf = (row: Listed, answers: ReadonlyMap<string, string>, today: SeatedScope['today']): string[] => [
  referenceOf(row),
  row.putOn ?? '',
  row.agencyName,
  row.raisedByName,
  row.subject,
  evidenceKinds[row.evidenceKind],
  row.evidence,
  row.expected,
  row.dueOn,
  stageInWords('challenge', row.stage),
  standings[standingOf(row, today)],
  row.position ? positions[row.position] : '',
  answers.get(row.id) ?? '',
  row.sufficient === undefined ? '' : row.sufficient ? 'Yes' : 'No',
  row.effect,
];
