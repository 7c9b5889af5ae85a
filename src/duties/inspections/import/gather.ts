import type { LocalAuthority } from '../../../partnership/places/places.ts';
import { daysBetween } from '../../../platform/calendar/days.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Rejection } from '../../../platform/documents/cells.ts';
import { type Framework, frameworkFacts, type Judgement, judgements } from '../judgement.ts';
import type { Statement } from './statements.ts';

/** One thing that can be known of an inspection and of the board review made beside it. */
export type FactKey =
  | 'publishedOn'
  | 'startedOn'
  | 'endedOn'
  | 'kind'
  | 'theme'
  | 'reportUrl'
  | Judgement
  | 'board'
  | 'boardOutcome'
  | 'boardPublishedOn';

/** What is known, in the order it is shown. Grades are slugs, days are ISO. */
export type FactMap = Map<FactKey, string>;

/** All that the files say of one inspection. */
export interface Gathered {
  framework: Framework;
  authority: LocalAuthority;
  publishedOn: PlainDate;
  /** The files speak of the board's review and not of the inspection beside which it was made. */
  reviewOnly: boolean;
  facts: FactMap;
  file: string;
  line: number;
}

/** What one file was found to say. */
export interface FileStatements {
  file: string;
  shape: 'wide' | 'long';
  statements: readonly Statement[];
}

export type FileRejection = Rejection & { file: string };

/**
 * A council is not inspected twice under one framework within so many days (the nearest two ever came 186 days apart): two days
 * of publication closer than this are one report, and one of them is wrong.
 */
export const oneReportWithin = 90;

/** Whether two days of publication are of one report. */
export const sameReport = (one: PlainDate, other: PlainDate): boolean =>
  Math.abs(daysBetween(one, other)) <= oneReportWithin;

/**
 * What the files say, inspection by inspection: the rows of the long shape put together, what two files say alike taken once.
 * A row that repeats or contradicts another is rejected, naming the other.
 */
export function gather(files: readonly FileStatements[]): { gathered: Gathered[]; rejections: FileRejection[] } {
  const gatherer = new Gatherer();
  for (const { file, shape, statements } of files) {
    const reviewsLast = statements.toSorted(
      (a, b) => Number(isReviewOnly(a)) - Number(isReviewOnly(b)) || a.line - b.line,
    );
    for (const statement of reviewsLast) gatherer.add(file, shape, statement);
  }
  return { gathered: gatherer.gathered, rejections: gatherer.rejections };
}

const isReviewOnly = ({ outcomes, review, framework }: Statement) =>
  review !== undefined && frameworkFacts[framework].judgements.length > 0 && Object.keys(outcomes).length === 0;

class Gatherer {
  readonly gathered: Gathered[] = [];
  readonly rejections: FileRejection[] = [];
  readonly #ofCouncil = new Map<string, Gathered[]>();
  readonly #origin = new Map<Gathered, Map<FactKey, { file: string; line: number }>>();

  add(file: string, shape: 'wide' | 'long', statement: Statement): void {
    const { framework, authority, publishedOn, line } = statement;
    const key = `${framework} ${authority.code}`;
    const there = this.#ofCouncil.get(key) ?? [];
    const same =
      there.find((each) => each.publishedOn === publishedOn) ??
      there.find((each) => sameReport(each.publishedOn, publishedOn));
    if (!same) {
      const reviewOnly = isReviewOnly(statement);
      const fresh: Gathered = { framework, authority, publishedOn, reviewOnly, facts: new Map(), file, line };
      this.#ofCouncil.set(key, [...there, fresh]);
      this.#origin.set(fresh, new Map());
      this.gathered.push(fresh);
      this.#merge(fresh, file, statement);
      return;
    }
    const again = shape === 'wide' && same.file === file;
    const otherDay = same.publishedOn !== publishedOn && !isReviewOnly(statement);
    if (again || otherDay) this.#reject(file, line, sameInspection(same, file, statement));
    else this.#merge(same, file, statement);
  }

  #merge(gathered: Gathered, file: string, statement: Statement): void {
    const origin = this.#origin.get(gathered) ?? new Map<FactKey, { file: string; line: number }>();
    for (const [key, value] of factsOf(statement, gathered)) {
      const before = origin.get(key);
      if (!before) {
        gathered.facts.set(key, value);
        origin.set(key, { file, line: statement.line });
      } else if (gathered.facts.get(key) !== value) {
        this.#reject(file, statement.line, `contradicts ${placeOf(before, file)}`);
      } else if (before.file === file && isGradeKey(key)) {
        this.#reject(file, statement.line, `repeats ${placeOf(before, file)}`);
      }
    }
  }

  #reject(file: string, line: number, reason: string): void {
    this.rejections.push({ file, line, reason });
  }
}

const placeOf = (place: { file: string; line: number }, file: string) =>
  place.file === file ? `line ${place.line}` : `line ${place.line} of ${place.file}`;

function sameInspection(earlier: Gathered, file: string, { framework, authority, publishedOn }: Statement): string {
  const where = placeOf(earlier, file);
  const what = `the ${frameworkFacts[framework].short} inspection of ${authority.name}`;
  if (earlier.publishedOn === publishedOn) return `${what} is already in ${where}`;
  const day = formatDay(earlier.publishedOn, 'plain');
  return `${what} is already in ${where}, published on ${day}: two reports within ${oneReportWithin} days are one with two days`;
}

const isGradeKey = (key: FactKey) => key === 'boardOutcome' || judgements.some((judgement) => judgement === key);

/**
 * The facts of a statement. A row about the board alone, on another day than its inspection's report, tells the day of the
 * board's own report; on the same day it tells nothing of it, because tables in the long shape repeat the inspection's day.
 */
function factsOf(statement: Statement, { publishedOn, reviewOnly }: Gathered): [FactKey, string][] {
  const { startedOn, endedOn, kind, theme, reportUrl, outcomes, review } = statement;
  const ownDay = review?.publishedOn ?? (statement.publishedOn === publishedOn ? undefined : statement.publishedOn);
  const all: [FactKey, string | undefined][] = [
    ['publishedOn', reviewOnly || isReviewOnly(statement) ? undefined : statement.publishedOn],
    ['startedOn', startedOn],
    ['endedOn', endedOn],
    ['kind', kind],
    ['theme', theme],
    ['reportUrl', reportUrl],
    ...judgements.map((judgement): [FactKey, string | undefined] => [judgement, outcomes[judgement]]),
    ['board', review?.board],
    ['boardOutcome', review?.outcome],
    ['boardPublishedOn', review && ownDay],
  ];
  return all.filter((fact): fact is [FactKey, string] => fact[1] !== undefined);
}
