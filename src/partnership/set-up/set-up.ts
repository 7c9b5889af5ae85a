import type { Scope } from '../../platform/database/database.ts';
import { listPeopleHolding } from '../seat.store.ts';
import { changeAbout } from '../settings/settings.store.ts';
import { needFrom, noLongerNeeded } from '../task.store.ts';
import { type Progress, progressAfter, type StepName, stepNames, taskKindOf } from './steps.ts';

/** What each step is called, what it is for, and where it is done. */
export const stepFacts: Record<StepName, { title: string; about: string; at: readonly (readonly [string, string])[] }> =
  {
    areas: {
      title: 'Areas and words',
      about: 'The local authorities the partnership covers, its name, and what you call your board and its groups.',
      at: [
        ['Areas', '/settings/areas'],
        ['Name', '/settings/name'],
        ['Your words', '/settings/words'],
        ['Whom to ask', '/settings/contact'],
      ],
    },
    agencies: {
      title: 'Agencies',
      about:
        'Councils, police, health, schools and everyone else who works together here. A spreadsheet brings them in at once.',
      at: [['Agencies', '/agencies']],
    },
    people: {
      title: 'People',
      about:
        'Who speaks for each agency, those who never sign in too. A contact list in a spreadsheet brings them in at once.',
      at: [['People', '/people']],
    },
    groups: {
      title: 'Groups',
      about: 'The board or executive, sub-groups and panels, with the seats in each.',
      at: [['Groups', '/groups']],
    },
    priorities: {
      title: 'Priorities',
      about: 'What the partnership has set itself, and the one person who leads each.',
      at: [['Priorities', '/settings/priorities']],
    },
    duties: {
      title: 'Duties',
      about:
        'What you will do here. A duty that holds restricted records can be used once its impact assessment and sharing agreement are dated.',
      at: [['Duties in use', '/settings/duties']],
    },
  };

const wholeKind = 'set-up';

/** Sets it going: setting up stands at its first step, and `managers` have it before them until it is done. */
export async function beginSetUp(scope: Scope, managers: readonly string[]): Promise<void> {
  await changeAbout(scope, { setUpStep: stepNames[0] });
  for (const manager of managers) {
    await needFrom(scope, manager, scope.partnership, {
      kind: wholeKind,
      title: 'Set the partnership up',
      why: 'It is new here. You can stop at any step and go on later',
      path: '/set-up',
      dueOn: undefined,
    });
  }
}

/** A step is done: it waits for nobody any more, and setting up goes on. */
export async function finishStep(scope: Scope, step: StepName, progress: Progress): Promise<Progress> {
  await noLongerNeeded(scope, taskKindOf(step), scope.partnership);
  return await goOn(scope, step, progress);
}

/** A step is put off: it comes back as a task for the business managers, and setting up goes on. */
export async function skipStep(scope: Scope, step: StepName, progress: Progress): Promise<Progress> {
  const { title, about } = stepFacts[step];
  for (const manager of await listPeopleHolding(scope, ['business-manager'])) {
    await needFrom(scope, manager, scope.partnership, {
      kind: taskKindOf(step),
      title: `Set up: ${title}`,
      why: `Put off while setting up. ${about}`,
      path: `/set-up/${step}`,
      dueOn: undefined,
    });
  }
  return await goOn(scope, step, progress);
}

async function goOn(scope: Scope, step: StepName, progress: Progress): Promise<Progress> {
  const after = progressAfter(step, progress);
  if (after === progress) return after;
  await changeAbout(scope, { setUpStep: after });
  if (after === 'done') await noLongerNeeded(scope, wholeKind, scope.partnership);
  return after;
}
