import { inOneForm } from '../../partnership/spreadsheets/directory.ts';
import { type Action, priorities, sourceKinds, states } from '../actions/action.ts';
import type { TrackerField } from './format.ts';
import type { Names } from './names.ts';

export type TrackerCells = Readonly<Partial<Record<TrackerField, string>>>;

const finished = new Set<Action['state']>(['verified', 'embedded', 'withdrawn']);

/** Whether nothing of the action can be changed by a file any more. */
export const isFinished = ({ state }: Pick<Action, 'state'>): boolean => finished.has(state);

/** What stands in the columns of an action’s row. @param update what was last said of it */
export const cellsOf = (action: Action, names: Names, update: string): TrackerCells => ({
  number: String(action.number),
  'old-reference': inOneForm(action.oldReference),
  title: inOneForm(action.title),
  difference: inOneForm(action.difference),
  'success-measure': inOneForm(action.successMeasure),
  'lead-agency': inOneForm(names.of(action.leadAgency)),
  owner: inOneForm(names.of(action.owner)),
  contributors: action.contributors
    .map((id) => inOneForm(names.of(id)))
    .toSorted()
    .join('; '),
  group: inOneForm(names.of(action.group)),
  'source-kind': sourceKinds[action.sourceKind],
  source: inOneForm(action.sourceWords),
  priority: priorities[action.priority],
  raised: action.raisedOn,
  'first-due': action.firstDueOn,
  due: action.dueOn,
  state: states[action.state],
  done: isFinished(action) ? action.stateOn : '',
  update: inOneForm(update),
});
