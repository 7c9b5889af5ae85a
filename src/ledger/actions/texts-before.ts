import type { TrailEntry } from '../../platform/trail/trail.store.ts';
import type { Action } from './action.ts';

/** What of an action is words, and so can be brought back as it was. */
export type Texts = Pick<Action, 'title' | 'difference' | 'successMeasure' | 'sourceWords'>;

const columns: Readonly<Record<string, keyof Texts>> = {
  title: 'title',
  difference: 'difference',
  success_measure: 'successMeasure',
  source_words: 'sourceWords',
};

/** The words that a change replaced, or undefined where it replaced none. */
export function textsBefore({
  act,
  before,
  after,
}: Pick<TrailEntry, 'act' | 'before' | 'after'>): Partial<Texts> | undefined {
  if (act !== 'update' || !before || !after) return undefined;
  const replaced = Object.entries(columns).flatMap(([column, name]) => {
    const [was, is] = [before[column], after[column]];
    return typeof was === 'string' && was !== is ? [[name, was]] : [];
  });
  return replaced.length === 0 ? undefined : (Object.fromEntries(replaced) as Partial<Texts>);
}
