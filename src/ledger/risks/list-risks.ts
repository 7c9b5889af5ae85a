import type { FastifyRequest } from 'fastify';
import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { isId } from '../../platform/database/ids.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { filterOf, type ListAddress, readListAddress } from '../../platform/ui/patterns.tsx';
import { type Category, type Control, categories, referenceOf, standingOf, standings, worksWords } from './risk.ts';
import {
  type Asked,
  countRisks,
  type Listed,
  listControlsOf,
  listRisks,
  type RiskOrder,
  riskOrders,
  type Stretch,
} from './risk-list.store.ts';
import { findScale } from './risk-scale.store.ts';
import { bandOf, bands, type Scale, worthOf } from './score.ts';
import { viewerOf } from './viewer.ts';

/** How many risks a page of the register shows. */
export const perPage = 50;

/** What the register can be narrowed to. */
const filters = ['text', 'standing', 'category', 'agency', 'owner', 'score'] as const;

export const readRegisterAddress = ({ slug }: Pick<SeatedScope, 'slug'>, { query }: Pick<FastifyRequest, 'query'>) =>
  readListAddress(`/${slug}/risks`, query as Record<string, unknown>, { filters, sorts: riskOrders });

/** What the address asks for: unless it says otherwise, what is not closed. What it asks for wrongly narrows nothing. */
export function askedBy(list: ListAddress, { person }: Pick<SeatedScope, 'person'>): Asked {
  const [text, standing, category, agency] = [
    filterOf(list, 'text'),
    filterOf(list, 'standing'),
    filterOf(list, 'category'),
    filterOf(list, 'agency'),
  ];
  const score = /^([1-5])x([1-5])$/.exec(filterOf(list, 'score'));
  return {
    ...(text && { text: text.slice(0, 200) }),
    ...(standing === 'any' ? {} : { standing: isStanding(standing) ? standing : 'not-closed' }),
    ...(isCategory(category) && { category }),
    ...(isId(agency) && { agency }),
    ...(score && { score: { likelihood: Number(score[1]), impact: Number(score[2]) } }),
    ...(filterOf(list, 'owner') === 'mine' && { owner: person }),
  };
}

const isStanding = (text: string): text is NonNullable<Asked['standing']> =>
  text === 'not-closed' || Object.hasOwn(standings, text);
const isCategory = (text: string): text is Category => Object.hasOwn(categories, text);

const stretchOf = ({ sort, page }: ListAddress): Stretch => {
  const order = riskOrders.find((one): one is RiskOrder => one === sort?.replace(/^-/, ''));
  return {
    ...(order && { order, downwards: sort?.startsWith('-') ?? false }),
    limit: perPage,
    offset: (page - 1) * perPage,
  };
};

/** A page of the register, and how many there are with and without what narrows it. */
export async function readRegister(scope: SeatedScope, list: ListAddress) {
  const [viewer, asked] = [viewerOf(scope), askedBy(list, scope)];
  const [rows, found, all, agencies, { scale }] = await Promise.all([
    listRisks(scope, viewer, asked, stretchOf(list)),
    countRisks(scope, viewer, asked),
    countRisks(scope, viewer, {}),
    listAgencies(scope),
    findScale(scope),
  ]);
  return { rows, found, all, agencies, scale };
}

/** All that the address asks for, with the controls of each. */
export async function readWhole(scope: SeatedScope, list: ListAddress) {
  const [rows, { scale }] = await Promise.all([
    listRisks(scope, viewerOf(scope), askedBy(list, scope), { limit: 20_000 }),
    findScale(scope),
  ]);
  const controls = await listControlsOf(
    scope,
    rows.map(({ id }) => id),
  );
  return { rows, scale, controls };
}

/** The register as a spreadsheet: all that the address asks for. */
export async function readRegisterCsv(scope: SeatedScope, list: ListAddress): Promise<{ text: string; count: number }> {
  const { rows, scale, controls } = await readWhole(scope, list);
  const cells = rows.map((row) => cellsOf(row, controls.get(row.id) ?? [], scale, scope.today));
  return { count: rows.length, text: writeCsv([headings, ...cells]) };
}

const headings = [
  'Number',
  'Risk',
  'Cause',
  'What might happen',
  'Effect for children',
  'Category',
  'Inherent likelihood',
  'Inherent impact',
  'Likelihood',
  'Impact',
  'Score',
  'Band',
  'Target likelihood',
  'Target impact',
  'Controls',
  'Owner',
  'Lead agency',
  'State',
  'Accepted because',
  'Last review',
  'Next review',
];

const cellsOf = (row: Listed, controls: readonly Control[], scale: Scale, today: SeatedScope['today']) => [
  referenceOf(row),
  row.title,
  row.cause,
  row.event,
  row.effect,
  categories[row.category],
  row.inherent.likelihood,
  row.inherent.impact,
  row.current.likelihood,
  row.current.impact,
  worthOf(row.current),
  bands[bandOf(row.current, scale)],
  row.target.likelihood,
  row.target.impact,
  controlsInWords(controls),
  row.ownerName ?? '',
  row.agencyName ?? '',
  standings[standingOf(row, today)],
  row.acceptedWhy,
  row.reviewedOn ?? '',
  row.reviewOn,
];

/** “Weekly meeting (works well); new rota (not yet tested)” */
export const controlsInWords = (controls: readonly Control[]): string =>
  controls.map(({ title, works }) => `${title} (${worksWords[works].toLowerCase()})`).join('; ');
