import type { Scope } from '../../platform/database/database.ts';
import type { TermName } from '../regimes/regime.ts';
import type { LocalWords } from '../settings/local.ts';
import { findAbout } from '../settings/settings.store.ts';
import { capital } from '../settings/words.ts';
import type { GroupKind } from './group.store.ts';
import { groupKindNames, groupKinds, type Layer } from './kinds.ts';

/** What a partnership calls each kind of group, as it stands in the middle of a sentence; `capital` makes a heading of it. */
export type KindWords = Readonly<Record<GroupKind, string>>;

/** The kinds that a partnership can have a word of its own for. */
const termOf: Readonly<Partial<Record<GroupKind, TermName>>> = { board: 'board', executive: 'executive' };

/** The partnership's own words, and ours for the rest: a board is not called by the law's name of the whole partnership. */
export function kindWordsIn(own: LocalWords): KindWords {
  const words = groupKindNames.map((kind) => {
    const term = termOf[kind];
    return [kind, (term && own[term]) ?? groupKinds[kind].title.toLowerCase()];
  });
  return Object.fromEntries(words) as KindWords;
}

/** What the partnership of this scope calls them. */
export const kindWordsOf = async (scope: Scope): Promise<KindWords> => kindWordsIn((await findAbout(scope)).words);

/** The layers of a partnership, as headings, by what it calls its kinds of group. */
export const layerTitles = ({ board, executive }: KindWords): Readonly<Record<Layer, string>> => ({
  top: `${capital(board)} and chief officers`,
  executive: capital(executive),
  wider: 'Wider partnership',
  groups: 'Sub-groups and panels',
  tasks: 'Task and finish',
});
