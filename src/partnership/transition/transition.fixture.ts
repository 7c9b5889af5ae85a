import type { House } from '../../../test/harness/house.ts';
import { holdings } from '../../app.ts';
import type { Scope, Who } from '../../platform/database/database.ts';
import { holdingsIn, listHeld } from './holding.ts';
import type { Held, TransitionKind } from './transition.ts';

export { holdings } from '../../app.ts';

/** The kinds there are to answer for in a transition of this kind. */
export const kindsOf = (kind: TransitionKind): string[] => holdingsIn(kind, holdings).map((one) => one.kind);

/** Everything there is to answer for in a transition of this kind. */
export const listHeldFor = (scope: Scope, kind: TransitionKind = 'regime'): Promise<Held[]> =>
  listHeld(scope, kind, holdingsIn(kind, holdings));

/** The same, as somebody. */
export const heldBy = (house: House, who: Who, kind: TransitionKind = 'regime'): Promise<Held[]> =>
  house.data.as(who, (scope) => listHeldFor(scope, kind));
