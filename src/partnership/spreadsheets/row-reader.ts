import { isBlank, plainWords, type Reading, readDay } from '../../platform/documents/cells.ts';
import { asPlainText, asTyped } from '../../platform/documents/csv.ts';
import type { Cell, Row } from '../../platform/documents/spreadsheet.ts';
import { readAddress } from '../../platform/mail/message.ts';
import { type Cells } from './cells-of.ts';
import { inOneForm } from './directory.ts';
import type { Field } from './fields.ts';
import type { ColumnMatch } from './match.ts';

/** How long what is read may be, in characters. */
const longest = 200;

/** A row under its headings. It gathers what is wrong with it as it is read; a blank cell says nothing. */
export class RowReader {
  readonly line: number;
  readonly reasons: string[] = [];
  /** Something it names is not there yet: a later row may bring it. */
  waits = false;
  readonly #cells = new Map<Field, Cell>();

  constructor(row: Row, match: ColumnMatch) {
    this.line = row.line;
    for (const [at, field] of match.entries()) {
      const cell = row.cells[at];
      if (field !== undefined && cell !== undefined && !isBlank(cell)) this.#cells.set(field, cell);
    }
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  /** What the cell says, as it was typed; '' where it says nothing. */
  raw(field: Field): string {
    return inOneForm(asTyped(inOneForm(String(this.#cells.get(field) ?? ''))));
  }

  /** Passes over the cells that say what is known already, whatever rule it would break today. */
  passOver(known: Cells): void {
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

  /** A name, in one column or in two. */
  name(): string {
    const whole = this.text('person', 'name');
    return whole || `${this.text('first-name', 'first name')} ${this.text('surname', 'surname')}`.trim();
  }

  day(field: Field): string {
    const cell = this.#cells.get(field);
    return cell === undefined ? '' : this.#take(readDay(typeof cell === 'string' ? asTyped(cell) : cell));
  }

  email(): string {
    const text = this.raw('email')
      .replace(/^mailto:/i, '')
      .replace(/^.*<(.*)>$/, '$1');
    if (text === '') return '';
    const address = readAddress(text);
    if (address === undefined) this.reject(`“${text}” is not an email address such as name@agency.gov.uk`);
    return address?.toLowerCase() ?? '';
  }

  /** A telephone number. Excel drops the nought before a number; British ones have ten digits after it. */
  phone(): string {
    const cell = this.#cells.get('phone');
    return typeof cell === 'number' && /^\d{10}$/.test(String(cell)) ? `0${cell}` : this.text('phone', 'phone number');
  }

  domains(): string {
    const domains = this.raw('email-domains')
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((word) => word.replace(/^.*@/, ''));
    const wrong = domains.find((domain) => domain !== '' && readAddress(`name@${domain}`) === undefined);
    if (wrong !== undefined) this.reject(`“${wrong}” is not a domain such as agency.gov.uk`);
    return [...new Set(domains.filter(Boolean))].join(' ');
  }

  /** A whole number above nought. */
  count(field: Field, what: string): string {
    const text = this.raw(field);
    if (text !== '' && !/^[1-9]\d{0,3}$/.test(text)) this.reject(`“${text}” is not a whole number: ${what}`);
    return text;
  }

  yesOrNo(field: Field): string {
    const words = plainWords(this.raw(field));
    if (/^(|no|n|false|0)$/.test(words)) return '';
    if (!/^(yes|y|true|1|x|deputy|substitute)$/.test(words)) this.reject(`“${this.raw(field)}” is neither yes nor no`);
    return 'yes';
  }

  /** One of a few, read by `read`; '' where nothing is said. */
  choice(field: Field, read: (text: string) => Reading<string>): string {
    const text = this.raw(field);
    return text === '' ? '' : this.#take(read(text));
  }

  #take(reading: Reading<string>): string {
    if (reading.wrong === undefined) return reading.value;
    this.reject(reading.wrong);
    return '';
  }
}
