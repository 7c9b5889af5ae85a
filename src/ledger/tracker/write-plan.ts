import type { Scope } from '../../platform/database/database.ts';
import { addEntries, type NewEntry, raiseActions, record } from '../actions/action.store.ts';
import type { Action } from '../actions/action.ts';
import { listActionsByIds } from '../actions/action-list.store.ts';
import { keepNeeds, needAtFirst } from '../actions/keep-needs.ts';
import { takeStep } from '../actions/take-step.ts';
import type { TrackerChange, TrackerPlan } from './plan.ts';

type Fresh = Extract<TrackerChange, { isNew: true }>;
type Known = Extract<TrackerChange, { isNew: false }>;

/** Writes what was planned, in the caller's transaction: all of it or, when anything fails, nothing. */
export async function writeTracker(
  scope: Scope,
  { changes }: Pick<TrackerPlan, 'changes'>,
  fileName: string,
): Promise<void> {
  await raise(
    scope,
    changes.filter((change): change is Fresh => change.isNew),
    fileName,
  );
  for (const change of changes) if (!change.isNew) await alter(scope, change, fileName);
}

const whence = (fileName: string, line: number): string => `From “${fileName}”, line ${line}.`;

async function raise(scope: Scope, fresh: readonly Fresh[], fileName: string): Promise<void> {
  const ids = await raiseActions(
    scope,
    fresh.map(({ brought }) => brought.action),
  );
  const entries = fresh.map(({ brought: { action, words }, line }, at): NewEntry & { action: string } => ({
    action: ids[at] ?? '',
    kind: 'brought-in',
    words: `${whence(fileName, line)}${words && `\n${words}`}`,
    ...(action.state !== 'not-started' && { state: action.state }),
    dueOn: action.dueOn,
  }));
  const updates = fresh.map(({ brought: { update } }, at) => ({
    action: ids[at] ?? '',
    kind: 'progress' as const,
    words: update,
  }));
  await addEntries(scope, [...entries, ...updates.filter(({ words }) => words !== '')]);
  await needAtFirst(scope, await listActionsByIds(scope, ids));
}

/** The steps that a row takes with an action, one after the other, then what else changes, then what was said. */
async function alter(scope: Scope, { action, altered, line }: Known, fileName: string): Promise<void> {
  const { person, today } = scope;
  const words = whence(fileName, line);
  let now: Action = action;
  if (Object.keys(altered.changes).length > 0) {
    await record(scope, action.id, { kind: 'changed', words }, altered.changes);
    now = { ...now, ...altered.changes };
  }
  for (const said of altered.steps) {
    const { entry, changes } = takeStep(now, { ...said, words }, { person, today });
    await record(scope, action.id, entry, changes);
    now = { ...now, ...changes };
  }
  if (altered.update !== '') await addEntries(scope, [{ action: action.id, kind: 'progress', words: altered.update }]);
  await keepNeeds(scope, now);
}
