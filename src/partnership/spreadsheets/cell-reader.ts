import { isBlank, type Reading, readDay } from '../../platform/documents/cells.ts';
import { asPlainText, asTyped } from '../../platform/documents/csv.ts';
import type { Cell, Row } from '../../platform/documents/spreadsheet.ts';
import { inOneForm } from './directory.ts';
import type { ColumnMatch } from './match.ts';

/** How long what is read may be, in characters. */
const longest = 200;

/** The cells of a row under its headings. It gathers what is wrong with them as they are read; a blank cell says nothing. */
export class CellReader<Field extends string> {
  readonly line: number;
  readonly reasons: string[] = [];
  readonly #cells = new Map<Field, Cell>();

  constructor(row: Row, match: ColumnMatch<Field>) {
    this.line = row.line;
    for (const [at, field] of match.entries()) {
      const cell = row.cells[at];
      if (field !== undefined && cell !== undefined && !isBlank(cell)) this.#cells.set(field, cell);
    }
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  /** The cell as it came; undefined where it says nothing. */
  cell(field: Field): Cell | undefined {
    return this.#cells.get(field);
  }

  /** What the cell says, as it was typed; '' where it says nothing. */
  raw(field: Field): string {
    return inOneForm(asTyped(inOneForm(String(this.#cells.get(field) ?? ''))));
  }

  /** Passes over the cells that say what is known already, whatever rule it would break today. */
  passOver(known: Readonly<Partial<Record<Field, string>>>): void {
    for (const [field, text] of Object.entries(known) as [Field, string][]) {
      const cell = inOneForm(String(this.#cells.get(field) ?? ''));
      if (cell === text || cell === asPlainText(text)) this.#cells.delete(field);
    }
  }

  reject(reason: string): void {
    this.reasons.push(reason);
  }

  /** Text of one line unless said otherwise. */
  text(field: Field, what: string, most = longest): string {
    const text = this.raw(field);
    if (text.length > most) this.reject(`the ${what} is longer than ${most} characters`);
    return most > longest ? text : text.replaceAll(/\s+/g, ' ');
  }

  day(field: Field): string {
    const cell = this.#cells.get(field);
    return cell === undefined ? '' : this.take<string>(readDay(typeof cell === 'string' ? asTyped(cell) : cell), '');
  }

  /** One of a few, read by `read`; '' where nothing is said. */
  choice(field: Field, read: (text: string) => Reading<string>): string {
    const text = this.raw(field);
    return text === '' ? '' : this.take(read(text), '');
  }

  /** What was read; `instead` where it is wrong, and the row is told so. */
  take<T>(reading: Reading<T>, instead: T): T {
    if (reading.wrong === undefined) return reading.value;
    this.reject(reading.wrong);
    return instead;
  }
}
