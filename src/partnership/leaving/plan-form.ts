import { z } from 'zod';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { type FieldError, type FormErrors, formErrors, formErrorsOf } from '../../platform/ui/errors.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import type { Person } from '../people/person.store.ts';
import {
  goesTo,
  type HandingRefusal,
  keyOf,
  type LeavingRefusal,
  type Plan,
  type Present,
  rulingOnHandingOver,
  rulingOnLeaving,
  type Thing,
} from './leaving.ts';

/** What a plan is read and judged by. */
export interface PlanFacts {
  person: Person;
  things: readonly Thing[];
  people: readonly Person[];
  present: Present;
}

/** Chosen for a thing that ends. */
export const ends = 'ends';
/** Chosen for a thing that goes where the rest goes. */
export const asTheRest = '';

const Form = z.object({
  lastOn: dayAnswer('Enter their last day', 'Their last day must be a real date'),
  restTo: z.string('Select who takes things over').min(1, 'Select who takes things over, or that they end'),
});

/**
 * The plan as a form has it.
 *
 * @returns errors where the form is not sound, or where something has become theirs since it was shown
 */
export function readPlan(answers: Answers, { things, people }: PlanFacts): { plan: Plan } | { errors: FormErrors } {
  const form = Form.safeParse({ ...answers, lastOn: dayText(answers, 'lastOn') });
  if (!form.success) return { errors: formErrors(form.error, ['lastOn', 'restTo']) };
  const known = new Set(people.map(({ id }) => id));
  const errors: FieldError[] = [];
  const choices = new Map<string, string | undefined>();
  for (const thing of things.filter(({ falls }) => falls === undefined)) {
    const key = keyOf(thing);
    const chosen = answers[key];
    if (chosen === undefined) errors.push({ field: key, text: `Say what happens to “${thing.title}”, which is new` });
    else if (typeof chosen !== 'string') errors.push({ field: key, text: `Select one answer for “${thing.title}”` });
    else if (chosen === ends) choices.set(key, undefined);
    else if (chosen !== asTheRest) {
      if (!known.has(chosen)) errors.push({ field: key, text: hasLeft });
      choices.set(key, chosen);
    }
  }
  const { lastOn, restTo } = form.data;
  if (restTo !== ends && !known.has(restTo)) errors.unshift({ field: 'restTo', text: hasLeft });
  if (errors.length > 0) return { errors: formErrorsOf(errors) };
  return { plan: { lastOn, restTo: restTo === ends ? undefined : restTo, choices } };
}

const hasLeft = 'Select somebody who is still part of the partnership: this person has left';

/** What the rules have against a plan, beside the field it is about; undefined where they allow it. */
export function refusalsOf(plan: Plan, { person, things, people, present }: PlanFacts): FormErrors | undefined {
  const leaving = rulingOnLeaving(person, things, plan, present);
  const errors: FieldError[] = leaving.allowed
    ? []
    : [{ field: lastManagerField(leaving.because, things), text: leavingText[leaving.because] }];
  for (const thing of things) {
    const to = goesTo(plan, thing);
    if (to === undefined) continue;
    const ruling = rulingOnHandingOver(person, thing, to, present);
    const name = people.find(({ id }) => id === to)?.name ?? 'This person';
    if (!ruling.allowed) errors.push({ field: keyOf(thing), text: `${name} ${handingText[ruling.because]}` });
  }
  return errors.length > 0 ? formErrorsOf(errors) : undefined;
}

const lastManagerField = (because: LeavingRefusal, things: readonly Thing[]): string => {
  const role = things.find((thing) => thing.role === 'business-manager');
  return because === 'last-business-manager' && role ? keyOf(role) : 'lastOn';
};

const leavingText: Record<LeavingRefusal, string> = {
  'own-access': 'Nobody ends their own access: ask another business manager',
  'left-already': 'They have left already',
  'last-business-manager': 'Hand over the role of business manager: without one nobody could give or end access',
};

const handingText: Record<HandingRefusal, string> = {
  'to-themselves': 'is the one who leaves: select somebody else',
  'has-left': 'has left: select somebody else',
  'own-role': 'is you, and nobody gives themselves a role: select somebody else, or that it ends',
  'cannot-sign-in': 'cannot sign in yet: invite them first',
  'own-assistant': 'cannot assist themselves: select somebody else, or that it ends',
};

/** When it takes effect, in words. */
export const whenInWords = (lastOn: PlainDate, today: PlainDate): string =>
  lastOn <= today ? 'at once' : `when ${formatDay(lastOn)} is over`;
