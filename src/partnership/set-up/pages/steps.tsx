import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Button } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import {
  Actions,
  Facts,
  PageTitle,
  Progress as ProgressBar,
  StateTag,
  type Tone,
} from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';
import { listPeopleHolding } from '../../seat.store.ts';
import { useHome } from '../../settings/form.tsx';
import { findAbout, holdAbout } from '../../settings/settings.store.ts';
import { listSkipped } from '../set-up.store.ts';
import { beginSetUp, stepFacts } from '../set-up.ts';
import { isStep, type Progress, progressOf, type StepName, type StepState, stateOfStep, stepNames } from '../steps.ts';

export const showSteps: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  const { setUpStep } = await findAbout(scope);
  return page(<StepsPage progress={progressOf(setUpStep)} skipped={await listSkipped(scope)} />);
};

/** Begins it, where it has not begun or is to be gone through again. */
export const takeBeginning: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  const { setUpStep } = await holdAbout(scope);
  if (!isStep(setUpStep)) await beginSetUp(scope, await listPeopleHolding(scope, ['business-manager']));
  return goTo(`/${scope.slug}/set-up`);
};

const stateWords: Record<StepState, { text: string; tone: Tone }> = {
  done: { text: 'Done', tone: 'good' },
  skipped: { text: 'Put off', tone: 'warning' },
  next: { text: 'Next', tone: 'plain' },
  'to-come': { text: 'To come', tone: 'calm' },
};

const StepsPage = ({ progress, skipped }: { progress: Progress; skipped: readonly StepName[] }) => {
  const home = useHome();
  const states = stepNames.map((step) => ({ step, state: stateOfStep(step, progress, skipped) }));
  const done = states.filter(({ state }) => state === 'done').length;
  return (
    <Layout title="Set the partnership up">
      <div class="reading">
        <PageTitle
          title="Set the partnership up"
          lead="Six steps, in any order and at any time. What you put off comes back as a task on Today."
        />
        <ProgressBar done={done} of={stepNames.length} what="steps done" />
        <Facts
          facts={states.map(({ step, state }) => ({
            key: stepFacts[step].title,
            value: (
              <>
                <p class="govuk-body">{stepFacts[step].about}</p>
                <StateTag tone={stateWords[state].tone}>{stateWords[state].text}</StateTag>
              </>
            ),
            action: { text: 'Open', about: stepFacts[step].title, href: `${home}/set-up/${step}` },
          }))}
        />
        {isStep(progress) ? (
          <Actions actions={[{ text: `Go on: ${stepFacts[progress].title}`, href: `${home}/set-up/${progress}` }]} />
        ) : (
          <Form>
            <Button text={progress === 'done' ? 'Go through it again' : 'Begin'} preventDoubleClick />
          </Form>
        )}
      </div>
    </Layout>
  );
};
