/** What in a text looks as if it told who a child is. */
export type LooksLike = 'birthday' | 'name' | 'health-number';

const day = /\b\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[a-z]{3,9})[\s./,-]+(?:19|20)?\d{2}\b/i;
const healthNumber = /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/;
/** Two or more words in a row that begin with a capital: “Amy Jane”. */
const properName = /\b\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)+/u;
/** A capitalised pair of words and a day right after it: “Amy Jane (12/03/2014)”. An agency that met on a day is no such thing. */
const nameByDay = new RegExp(`${properName.source}\\s*[,(]\\s*${day.source}`, 'u');
const saysBirth = /\b(?:dob|d\.o\.b|date of birth|born(?: on)?)\b/i;

/** What a case reference must not be: a date, a health number, or words like a name. Anything an agency’s system counts by is fine. */
export const referenceLooksLike = (reference: string): LooksLike | undefined =>
  day.test(reference)
    ? 'birthday'
    : healthNumber.test(reference)
      ? 'health-number'
      : !/\d/.test(reference) && /\p{L}+\s+\p{L}+/u.test(reference)
        ? 'name'
        : undefined;

/** What words must not hold: a full name beside a date of birth, or a health number. */
export const wordsLookLike = (words: string): LooksLike | undefined =>
  healthNumber.test(words)
    ? 'health-number'
    : nameByDay.test(words) || (saysBirth.test(words) && day.test(words))
      ? 'birthday'
      : undefined;

/** Why it is refused, and what to write. */
export const looksLikeText: Readonly<Record<LooksLike, string>> = {
  birthday: 'This looks like somebody’s name and date of birth. Take them out: nobody in a family is named here',
  name: 'This looks like a name. Enter the reference that your own records have for the case',
  'health-number': 'This looks like a health number. Take it out: enter the reference that your own records have',
};
