import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Button } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { countInWords, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import { listAgencies } from '../../agencies/agency.store.ts';
import type { SeatedScope } from '../../doors.ts';
import { listGroups } from '../../groups/group.store.ts';
import { listAreas } from '../../partnership.store.ts';
import { listPeople } from '../../people/person.store.ts';
import { answersOf, useHome } from '../../settings/form.tsx';
import { listPriorities } from '../../settings/priority.store.ts';
import { holdAbout } from '../../settings/settings.store.ts';
import { finishStep, skipStep, stepFacts } from '../set-up.ts';
import { isStep, progressOf, type StepName, stepNames } from '../steps.ts';

const Answer = z.object({ answer: z.enum(['done', 'skip'], 'Say whether this is done or put off') });

const stepOf = (params: unknown): StepName => {
  const { step } = params as { step: string };
  return found(isStep(step) ? step : undefined);
};

export const askStep: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const step = stepOf(request.params);
  return page(<StepPage step={step} sofar={await soFar[step](scope)} />);
};

export const takeStep: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const step = stepOf(request.params);
  const form = Answer.safeParse(answersOf(request));
  if (!form.success) {
    const errors = formErrors(form.error);
    return page(<StepPage step={step} sofar={await soFar[step](scope)} errors={errors} />, 422);
  }
  const progress = progressOf((await holdAbout(scope)).setUpStep);
  const take = form.data.answer === 'done' ? finishStep : skipStep;
  const after = await take(scope, step, progress);
  const next = after !== progress && isStep(after) ? `/${after}` : '';
  return goTo(`/${scope.slug}/set-up${next}`);
};

/** What there is of a step's things: “Three agencies”. Duties are not counted. */
const soFar: Record<StepName, (scope: SeatedScope) => Promise<string | undefined>> = {
  areas: async (scope) => countInWords((await listAreas(scope)).length, 'area'),
  agencies: async (scope) => countInWords((await listAgencies(scope)).length, 'agency', 'agencies'),
  people: async (scope) => countInWords((await listPeople(scope)).length, 'person', 'people'),
  groups: async (scope) => countInWords((await listGroups(scope)).length, 'group'),
  priorities: async (scope) => countInWords((await listPriorities(scope)).length, 'priority', 'priorities'),
  duties: () => Promise.resolve(undefined),
};

interface StepProps {
  step: StepName;
  sofar: string | undefined;
  errors?: FormErrors;
}

const StepPage = ({ step, sofar, errors = noErrors }: StepProps) => {
  const home = useHome();
  const { title, about, at } = stepFacts[step];
  return (
    <Layout title={title} errors={errors} backLink={{ href: `${home}/set-up`, text: 'All steps' }}>
      <div class="reading">
        <PageTitle title={title} lead={about} caption={`Step ${stepNames.indexOf(step) + 1} of ${stepNames.length}`} />
        {sofar !== undefined && <Say>{sofar} so far.</Say>}
        <ul class="govuk-list govuk-list--spaced">
          {at.map(([text, path]) => (
            <li key={path}>
              <a class="govuk-link govuk-!-font-size-24" href={home + path}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <Form>
          <div class="form-end" id="answer">
            <Button text="This is done" name="answer" value="done" preventDoubleClick />
            <Button text="Put it off" name="answer" value="skip" classes="govuk-button--secondary" preventDoubleClick />
            <a class="govuk-link" href="/today">
              Stop here for now
            </a>
          </div>
        </Form>
      </div>
    </Layout>
  );
};
