import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FieldError, type FormErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { type Answered, type EndingRefusal, type Held, keyOf, rulingOnEnding } from './transition.ts';

/** A page of items as it is shown: what was typed, and what is wrong with it. */
export interface ItemsForm {
  typed: Answers;
  errors: FormErrors;
}

/** What a page of items says. */
export interface ReadAnswers {
  carried: readonly Held[];
  ended: readonly Held[];
  because: string;
}

/**
 * What was said of each item on a page; an item that is not on it is left as it is.
 *
 * @returns errors where something may not end, no reason is given, or somebody else answered since the page was shown
 */
export function readAnswers(
  typed: Answers,
  { held, answered, me }: { held: readonly Held[]; answered: readonly Answered[]; me: string },
): ReadAnswers | { errors: FormErrors } {
  const known = new Map(answered.map((one) => [keyOf(one), one.answer]));
  const because = typeof typed['because'] === 'string' ? typed['because'].trim() : '';
  const errors: FieldError[] = [];
  const chosen: { carried: Held[]; ended: Held[] } = { carried: [], ended: [] };
  for (const item of held) {
    const key = keyOf(item);
    const [was, is, now] = [typed[`was-${key}`] ?? '', known.get(key) ?? '', typed[key]];
    if ((now !== 'carried' && now !== 'ended') || now === is) continue;
    if (was !== is)
      errors.push({ field: key, text: `Somebody has answered for “${item.title}” meanwhile. Look again` });
    else if (now === 'ended') {
      const ruling = rulingOnEnding(item, because, me);
      if (ruling.allowed) chosen.ended.push(item);
      else errors.push(refusalOf(ruling.because, key));
    } else chosen.carried.push(item);
  }
  if (because.length > 500) errors.push({ field: 'because', text: 'The reason must be 500 characters or fewer' });
  if (errors.length === 0) return { ...chosen, because };
  return {
    errors: formErrorsOf(errors.filter(({ field }, at) => errors.findIndex((one) => one.field === field) === at)),
  };
}

const refusalOf = (because: EndingRefusal, key: string): FieldError =>
  because === 'no-reason'
    ? { field: 'because', text: 'Say why these things end' }
    : { field: key, text: 'Your own role of business manager cannot end here: nobody ends their own access' };
