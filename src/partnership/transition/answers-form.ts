import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FieldError, type FormErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { type Choice, valueOf } from './carrying.ts';
import { type Answered, type EndingRefusal, type Held, keyOf, rulingOnEnding } from './transition.ts';

/** A page of items as it is shown: what was typed, and what is wrong with it. */
export interface ItemsForm {
  typed: Answers;
  errors: FormErrors;
}

/** What a page of items says. */
export interface ReadAnswers {
  /** By where they are carried to; in one's own partnership, nowhere. */
  carried: readonly { to: readonly string[]; items: readonly Held[] }[];
  ended: readonly Held[];
  because: string;
}

/**
 * What was said of each item on a page; an item that is not on it is left as it is.
 *
 * @param facts.me who may not end their own access; nobody where the partnership closes anyway
 *
 * @returns errors where something may not end, no reason is given, or somebody else answered since the page was shown
 */
export function readAnswers(
  typed: Answers,
  {
    held,
    answered,
    choices,
    me,
  }: { held: readonly Held[]; answered: readonly Answered[]; choices: readonly Choice[]; me: string | undefined },
): ReadAnswers | { errors: FormErrors } {
  const known = new Map(answered.map((one) => [keyOf(one), valueOf(one)]));
  const because = typeof typed['because'] === 'string' ? typed['because'].trim() : '';
  const errors: FieldError[] = [];
  const chosen: { carried: { to: readonly string[]; item: Held }[]; ended: Held[] } = { carried: [], ended: [] };
  for (const item of held) {
    const key = keyOf(item);
    const [was, is, now] = [typed[`was-${key}`] ?? '', known.get(key) ?? '', typed[key]];
    const choice = choices.find(({ value }) => value === now);
    if ((!choice && now !== 'ended') || now === is) continue;
    if (was !== is)
      errors.push({ field: key, text: `Somebody has answered for “${item.title}” meanwhile. Look again` });
    else if (!choice) {
      const ruling = rulingOnEnding(item, because, me);
      if (ruling.allowed) chosen.ended.push(item);
      else errors.push(refusalOf(ruling.because, key));
    } else if (item.stays !== undefined)
      errors.push({ field: key, text: `“${item.title}” can only end. ${item.stays}` });
    else chosen.carried.push({ to: choice.to, item });
  }
  if (because.length > 500) errors.push({ field: 'because', text: 'The reason must be 500 characters or fewer' });
  if (errors.length === 0) {
    const carried = [...Map.groupBy(chosen.carried, ({ to }) => to)];
    return {
      because,
      ended: chosen.ended,
      carried: carried.map(([to, all]) => ({ to, items: all.map((one) => one.item) })),
    };
  }
  return {
    errors: formErrorsOf(errors.filter(({ field }, at) => errors.findIndex((one) => one.field === field) === at)),
  };
}

const refusalOf = (because: EndingRefusal, key: string): FieldError =>
  because === 'no-reason'
    ? { field: 'because', text: 'Say why these things end' }
    : { field: key, text: refusalText[because] };

const refusalText: Record<Exclude<EndingRefusal, 'no-reason'>, string> = {
  'own-access': 'Your own role of business manager cannot end here: nobody ends their own access',
  'own-agency':
    'It is about your own agency, and nobody decides about that: carry it, or let another business manager end it',
};
