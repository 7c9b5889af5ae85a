import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { isSharedMailbox } from '../../platform/identity/shared-mailbox.ts';
import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import { sameWords } from '../directory/words.ts';
import type { Assistance } from './assistant.store.ts';
import type { NewPerson, Person } from './person.store.ts';

/** What is odd about somebody as they are about to be saved. Each can be meant. */
export type Warning = 'same-person' | 'shared-mailbox';

/** Those who look like the same person: of one name in one agency, or with one work address. */
export const sameAs = (
  { id, name, agency, workEmail }: NewPerson & { id?: string },
  people: readonly Person[],
): readonly Person[] =>
  people.filter(
    (other) =>
      other.id !== id &&
      ((sameWords(other.name, name) && other.agency === agency) ||
        (workEmail !== undefined && other.workEmail?.toLowerCase() === workEmail.toLowerCase())),
  );

/** What is odd and has not been said to be meant. @param was how they stand, where they are known: what stands is not odd */
export function warningsOn(
  person: NewPerson & { id?: string },
  people: readonly Person[],
  meant: readonly string[],
  was?: Pick<Person, 'name' | 'agency' | 'workEmail'>,
): readonly Warning[] {
  const { name, agency, workEmail } = person;
  const sameEmail = workEmail === was?.workEmail;
  const warnings: Warning[] = [];
  if (!(was && sameEmail && was.name === name && was.agency === agency) && sameAs(person, people).length > 0)
    warnings.push('same-person');
  if (workEmail !== undefined && !(was && sameEmail) && isSharedMailbox(workEmail)) warnings.push('shared-mailbox');
  return warnings.filter((warning) => !meant.includes(warning));
}

export type AssistantRefusal = 'themselves' | 'unknown' | 'left' | 'ends-before-it-begins' | 'already';

/** Whether somebody may assist somebody else, as proposed. @param known what is known already of who assists whom */
export function rulingOnAssistant(
  proposed: Omit<Assistance, 'id'>,
  assistant: Pick<Person, 'leftOn'> | undefined,
  known: readonly Assistance[],
): Ruling<AssistantRefusal> {
  const { person, assists, fromOn, untilOn } = proposed;
  if (person === assists) return refuse('themselves');
  if (!assistant) return refuse('unknown');
  if (assistant.leftOn !== undefined && assistant.leftOn < fromOn) return refuse('left');
  if (untilOn !== undefined && untilOn < fromOn) return refuse('ends-before-it-begins');
  const same = known.filter((one) => one.person === person && one.assists === assists);
  return same.some((one) => overlap(one, proposed)) ? refuse('already') : allowed;
}

interface Days {
  fromOn: PlainDate;
  untilOn: PlainDate | undefined;
}

/** Whether two periods, both ends included, have a day in common. */
export const overlap = (one: Days, other: Days): boolean =>
  (one.untilOn === undefined || one.untilOn >= other.fromOn) &&
  (other.untilOn === undefined || other.untilOn >= one.fromOn);
