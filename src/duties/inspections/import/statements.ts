import type { AuthorityDirectory, AuthorityReference } from '../../../partnership/places/authority-directory.ts';
import type { LocalAuthority } from '../../../partnership/places/places.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { isBlank, type Reading, type Rejection, readDay } from '../../../platform/documents/cells.ts';
import type { Cell, Row } from '../../../platform/documents/spreadsheet.ts';
import {
  type Framework,
  frameworkFacts,
  type Judgement,
  judgementNames,
  judgements,
  type Outcome,
} from '../judgement.ts';
import { readAddress, readFramework, readKind, readOutcome, whyNotPublished } from './cells.ts';
import { type Field, type Headed, readJudgement } from './headings.ts';

/** What one row says of one inspection. What it leaves out, it does not deny. */
export interface Statement {
  line: number;
  framework: Framework;
  authority: LocalAuthority;
  /** The day of the report; of the board's own report in a row that says nothing else. */
  publishedOn: PlainDate;
  startedOn?: PlainDate;
  endedOn?: PlainDate;
  kind?: string;
  theme?: string;
  reportUrl?: string;
  outcomes: Partial<Record<Judgement, Outcome>>;
  review?: { outcome?: Outcome; publishedOn?: PlainDate; board?: string };
}

/** What rows are read with. */
export interface ReadingContext {
  directory: AuthorityDirectory;
  today: PlainDate;
  /** For rows that name no framework. */
  framework: Framework | undefined;
}

/** What each row says; every reason against a row is named, not only the first. */
export function readStatements(
  headed: Headed,
  context: ReadingContext,
): { statements: Statement[]; rejections: Rejection[] } {
  const statements: Statement[] = [];
  const rejections: Rejection[] = [];
  for (const row of headed.rows) {
    const { statement, reasons } = readRow(row, headed, context);
    if (statement && reasons.length === 0) statements.push(statement);
    else rejections.push(...reasons.map((reason) => ({ line: row.line, reason })));
  }
  return { statements, rejections };
}

/** A row under its headings, gathering what is wrong with it as it is read. */
class RowReader {
  readonly reasons: string[] = [];
  readonly #row: Row;
  readonly #headed: Headed;

  constructor(row: Row, headed: Headed) {
    this.#row = row;
    this.#headed = headed;
  }

  /** The cell under `field`, or undefined where there is none or it says nothing. */
  cell(field: Field): Cell | undefined {
    const column = this.#headed.columns.get(field);
    const cell = column === undefined ? undefined : this.#row.cells[column];
    return isBlank(cell) ? undefined : cell;
  }

  text(field: Field): string | undefined {
    const cell = this.cell(field);
    return cell === undefined ? undefined : String(cell);
  }

  read<T>(field: Field, how: (cell: Cell) => Reading<T>): T | undefined {
    const cell = this.cell(field);
    if (cell === undefined) return undefined;
    const reading = how(cell);
    if (reading.wrong === undefined) return reading.value;
    this.refuse(reading.wrong);
    return undefined;
  }

  refuse(reason: string): void {
    this.reasons.push(reason);
  }
}

function readRow(row: Row, headed: Headed, context: ReadingContext): { statement?: Statement; reasons: string[] } {
  const reader = new RowReader(row, headed);
  const framework = frameworkOf(reader, headed, context);
  const publishedOn = publicationOf(reader, context.today);
  const authority = publishedOn && authorityOf(reader, context.directory, publishedOn);
  const details = detailsOf(reader);
  const grades = headed.shape === 'wide' ? wideGrades(reader) : longGrade(reader);
  const review = reviewOf(reader, grades.board, context.today);
  if (!framework || !publishedOn || !authority) return { reasons: reader.reasons };

  const statement: Statement = {
    line: row.line,
    framework,
    authority,
    publishedOn,
    outcomes: grades.outcomes,
    ...details,
  };
  if (review) statement.review = review;
  checkSense(statement, reader);
  return { statement, reasons: reader.reasons };
}

function frameworkOf(reader: RowReader, headed: Headed, { framework }: ReadingContext): Framework | undefined {
  if (reader.cell('framework') !== undefined) return reader.read('framework', readFramework);
  const meant = headed.framework ?? framework;
  if (!meant) reader.refuse('no framework: add a column “Framework”, or say --framework');
  return meant;
}

function publicationOf(reader: RowReader, today: PlainDate): PlainDate | undefined {
  const field = reader.cell('published-on') === undefined ? 'board-published-on' : 'published-on';
  if (reader.cell(field) === undefined) reader.refuse('no day of publication');
  const day = reader.read(field, readDay);
  const why = day && whyNotPublished(day, today);
  if (why) reader.refuse(why);
  return day;
}

function authorityOf(reader: RowReader, directory: AuthorityDirectory, on: PlainDate): LocalAuthority | undefined {
  const reference = referenceIn(reader);
  const lookup = directory.find(reference, on);
  if (lookup.found) return lookup.found;
  if (lookup.because === 'contradiction') reader.refuse(`“${lookup.said}” contradicts its code: ${lookup.meaning}`);
  else if (lookup.said === '') reader.refuse('no council');
  else
    reader.refuse(
      `no council is called “${lookup.said}”${lookup.didYouMean ? `: did you mean ${lookup.didYouMean}?` : ''}`,
    );
  return undefined;
}

/** Codes are told apart by their form, because files head both kinds with "LA code". */
function referenceIn(reader: RowReader): AuthorityReference {
  const name = reader.text('authority');
  const codes = [reader.text('authority-code'), reader.text('dfe-code')].filter((code) => code !== undefined);
  const dfeCode = codes.find((code) => /^\d{3}$/.test(code));
  const code = codes.find((each) => each !== dfeCode);
  return { ...(name && { name }), ...(code && { code }), ...(dfeCode && { dfeCode }) };
}

function detailsOf(reader: RowReader): Pick<Statement, 'startedOn' | 'endedOn' | 'kind' | 'theme' | 'reportUrl'> {
  const startedOn = reader.read('started-on', readDay);
  const endedOn = reader.read('ended-on', readDay);
  const kind =
    reader.read('kind', readKind) ??
    (/re-?inspection/i.test(reader.text('framework') ?? '') ? 're-inspection' : undefined);
  const theme = reader.text('theme');
  const reportUrl = reader.read('report-url', readAddress);
  return {
    ...(startedOn && { startedOn }),
    ...(endedOn && { endedOn }),
    ...(kind && { kind }),
    ...(theme && { theme }),
    ...(reportUrl && { reportUrl }),
  };
}

type Grades = { outcomes: Partial<Record<Judgement, Outcome>>; board?: Outcome };

function wideGrades(reader: RowReader): Grades {
  const outcomes: Partial<Record<Judgement, Outcome>> = {};
  for (const judgement of judgements) {
    const outcome = reader.read(judgement, readOutcome);
    if (outcome) outcomes[judgement] = outcome;
  }
  const board = reader.read('board-outcome', readOutcome);
  return board ? { outcomes, board } : { outcomes };
}

function longGrade(reader: RowReader): Grades {
  const said = reader.cell('judgement');
  if (said === undefined) reader.refuse('no judgement is named');
  if (reader.cell('grade') === undefined) reader.refuse('no grade');
  const judgement = said === undefined ? undefined : readJudgement(said);
  if (said !== undefined && !judgement) reader.refuse(`“${String(said)}” is not a judgement`);
  const outcome = reader.read('grade', readOutcome);
  if (!outcome || !judgement) return { outcomes: {} };
  return judgement === 'board-outcome' ? { outcomes: {}, board: outcome } : { outcomes: { [judgement]: outcome } };
}

function reviewOf(reader: RowReader, outcome: Outcome | undefined, today: PlainDate): Statement['review'] {
  const publishedOn = reader.read('board-published-on', readDay);
  const why = publishedOn && whyNotPublished(publishedOn, today);
  if (why) reader.refuse(`board review: ${why}`);
  const board = reader.text('board');
  if (outcome === undefined && publishedOn === undefined && board === undefined) return undefined;
  return { ...(outcome && { outcome }), ...(publishedOn && { publishedOn }), ...(board && { board }) };
}

function checkSense(statement: Statement, reader: RowReader): void {
  checkGrades(statement, reader);
  checkDays(statement, reader);
}

function checkGrades({ framework, outcomes, review }: Statement, reader: RowReader): void {
  const { short, judgements: made } = frameworkFacts[framework];
  for (const judgement of judgements) {
    if (outcomes[judgement] && !made.includes(judgement)) {
      reader.refuse(`${short} has no judgement called ${judgementNames[judgement]}`);
    }
  }
  if (review && framework !== 'sif') reader.refuse(`${short} reviewed no safeguarding boards; the SIF did`);
  const saysNothing = made.length > 0 && Object.keys(outcomes).length === 0 && !review;
  if (saysNothing && reader.reasons.length === 0) reader.refuse('no grade');
}

function checkDays({ startedOn, endedOn, publishedOn }: Statement, reader: RowReader): void {
  if (startedOn && endedOn && endedOn < startedOn) reader.refuse('the inspection ends before it begins');
  const lastThere = endedOn ?? startedOn;
  if (lastThere && publishedOn < lastThere) {
    reader.refuse(`the report of ${formatDay(publishedOn, 'plain')} came before the inspection`);
  }
}
