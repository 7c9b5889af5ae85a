import { service } from '../../src/platform/database/service.ts';
import { isOfCase, type Table } from './catalogue.ts';
import type { Ground } from './ground.ts';
import type { Row } from './rows.ts';

/** As whom, and inside what, the database is asked. */
export interface Asker {
  name: string;
  account?: string;
  person?: string;
  partnership?: string;
  cases?: readonly string[];
}

/** Everyone whose reach is worth knowing: from nobody to somebody with another partnership's cases in hand. */
export function askersOf({ places: { a, b } }: Ground): Asker[] {
  const ours = a.people['review-lead'];
  const theirs = b.people['review-lead'];
  return [
    { name: 'nobody' },
    { name: 'an account before any partnership is open', account: ours.account },
    { name: 'a person in A', ...ours },
    { name: 'a person in A on the open case', ...ours, cases: [a.openCase] },
    { name: 'a person in A on the other case', ...ours, cases: [a.shutCase] },
    { name: 'a person in A with the cases of B', ...ours, cases: [b.openCase, b.shutCase] },
    { name: 'an author in A', ...ours, person: String(a.rows['scrutiny_line']?.[0]?.['author_id']) },
    {
      name: 'a person in A with the name of an author in B',
      ...ours,
      person: String(b.rows['scrutiny_line']?.[0]?.['author_id']),
    },
    { name: 'a person of whom A’s rows speak', ...ours, person: String(a.rows['case_conflict']?.[0]?.['person_id']) },
    { name: 'a person in B on the open case', ...theirs, cases: [b.openCase] },
    { name: 'the service in A', account: service, person: service, partnership: a.partnership },
  ];
}

type Rule = (row: Row, asker: Asker) => boolean;

const inPartnership: Rule = (row, { partnership }) =>
  partnership !== undefined && row['partnership_id'] === partnership;
const onCase: Rule = (row, asker) => asker.cases?.includes(String(row['case_id'])) === true;
const isService = ({ person }: Asker) => person === service;
const own: Rule = (row, { person }) => person !== undefined && row['person_id'] === person;

/** Whoever wrote it, and those they show it to. */
const author: Rule = (row, asker) =>
  inPartnership(row, asker) &&
  asker.person !== undefined &&
  (row['author_id'] === asker.person || (row['shown_to'] as readonly string[]).includes(asker.person));
/** The same, and once it is issued everybody. */
const authorUntilIssued: Rule = (row, asker) =>
  author(row, asker) || (inPartnership(row, asker) && row['issued_on'] !== null);
const ofScrutineers: Readonly<Record<string, Rule>> = {
  scrutiny_line: author,
  scrutiny_note: author,
  scrutiny_report: authorUntilIssued,
  scrutiny_comment: authorUntilIssued,
};

/** What a row policy should say, told a second time: the rule for most tables, and the few that differ, by name. */
const reads: Readonly<Record<string, Rule>> = {
  ...ofScrutineers,
  membership: (row, asker) =>
    inPartnership(row, asker) || (asker.account !== undefined && row['account_id'] === asker.account),
  case_team: (row, asker) => inPartnership(row, asker) && (onCase(row, asker) || own(row, asker)),
  case_conflict: (row, asker) => inPartnership(row, asker) && (onCase(row, asker) || own(row, asker)),
  trail_entry: (row, asker) =>
    inPartnership(row, asker) && (row['case_id'] === null || onCase(row, asker) || isService(asker)),
  case_key: (row, asker) => inPartnership(row, asker) && (onCase(row, asker) || isService(asker)),
};
const writes: Readonly<Record<string, Rule>> = {
  ...ofScrutineers,
  trail_entry: inPartnership,
  case_key: (row, asker) => inPartnership(row, asker) && (onCase(row, asker) || isService(asker)),
};

const usual = (table: Table): Rule =>
  isOfCase(table) ? (row, asker) => inPartnership(row, asker) && onCase(row, asker) : inPartnership;

/** Whether `asker` may see a row. */
export const mayRead = (table: Table, row: Row, asker: Asker): boolean =>
  (reads[table.name] ?? usual(table))(row, asker);

/** Whether `asker` may write such a row, as far as row policies say: what a role may do at all is granted apart from that. */
export const mayWrite = (table: Table, row: Row, asker: Asker): boolean =>
  (writes[table.name] ?? usual(table))(row, asker);

/** The statements that make a transaction `asker`'s. */
export const settingsOf = ({ account, person, partnership, cases }: Asker): string =>
  Object.entries({ account, person, partnership, cases: cases && `{${cases.join(',')}}` })
    .flatMap(([name, value]) => (value === undefined ? [] : [`set local concordat.${name} = '${value}';`]))
    .join(' ');
