import { plainWords } from '../../platform/documents/cells.ts';
import { readAddress } from '../../platform/mail/message.ts';
import { CellReader } from './cell-reader.ts';
import type { Field } from './fields.ts';

/** A row about the directory. */
export class RowReader extends CellReader<Field> {
  /** Something it names is not there yet: a later row may bring it. */
  waits = false;

  /** A name, in one column or in two. */
  name(): string {
    const whole = this.text('person', 'name');
    return whole || `${this.text('first-name', 'first name')} ${this.text('surname', 'surname')}`.trim();
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
    const cell = this.cell('phone');
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
}
