import { findAgency } from '../../../partnership/agencies/agency.store.ts';
import { findClosing } from '../../../partnership/closing.store.ts';
import { findPerson } from '../../../partnership/people/person.store.ts';
import type { Scope } from '../../../platform/database/database.ts';
import { findAction, holdAction } from '../../actions/action.store.ts';
import { type Action, isOpen } from '../../actions/action.ts';
import type { AnswerLink } from '../answer-link.store.ts';

/** What a link in a message asks. */
export interface Asked {
  action: Action;
  /** The name of the agency that leads it. */
  agency: string | undefined;
}

/**
 * What `link` asks; `closed` where the partnership takes no answers any more, and undefined where the action is no longer open or has another owner, or whoever was asked has left.
 *
 * @param hold whether it is about to be answered: then the action is kept from others until the scope ends
 */
export async function findAsked(scope: Scope, link: AnswerLink, hold = false): Promise<Asked | 'closed' | undefined> {
  if (await findClosing(scope)) return 'closed';
  const action = await (hold ? holdAction : findAction)(scope, link.action);
  const person = await findPerson(scope, link.person);
  if (!action || !isOpen(action) || action.owner !== link.owner) return undefined;
  if (!person || (person.leftOn !== undefined && person.leftOn < scope.today)) return undefined;
  const agency = action.leadAgency === undefined ? undefined : await findAgency(scope, action.leadAgency);
  return { action, agency: agency?.name };
}
