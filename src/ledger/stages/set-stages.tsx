import { z } from 'zod';
import { answersOf, typed } from '../../partnership/directory/answers.ts';
import type { Told } from '../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrorsOf, noErrors } from '../../platform/ui/errors.ts';
import { Input } from '../../platform/ui/govuk.tsx';
import { FormPage } from '../../platform/ui/patterns.tsx';
import { listStageLengths, setStageLengths } from './stage-length.store.ts';
import { lengthOf, type Road, type Stage, type StageLength, stagesOf } from './stages.ts';

const titles: Readonly<Record<Road, string>> = {
  challenge: 'Stages of a challenge',
  disagreement: 'Stages of a disagreement',
};

const days = z.coerce.number().int().min(0).max(60);

/** The page on which a partnership sets how long the stages of a road take. */
export const stagesPage = (road: Road): { ask: Handler<SeatedScope>; take: Handler<SeatedScope> } => ({
  ask: async (scope) => {
    permit(scope, 'stages.change');
    const stages = stagesOf(road, await listStageLengths(scope, road));
    return page(<SetStagesPage {...{ road, stages }} slug={scope.slug} answers={{}} />);
  },
  take: async (scope, request) => {
    permit(scope, 'stages.change');
    const stages = stagesOf(road, await listStageLengths(scope, road));
    const answers = answersOf(request);
    const again = (errors: FormErrors, other?: Meanwhile) =>
      page(<SetStagesPage {...{ road, stages, answers, errors }} slug={scope.slug} meanwhile={other} />, 422);
    const read = readLengths(answers, stages);
    if ('errors' in read) return again(read.errors);
    const here = `/${scope.slug}/${road}s`;
    const other = meanwhile(typed(answers, 'basis'), toldOf(stages), toldOf(read.lengths), here);
    if (other) return again(formError('', changedMeanwhileText), other);
    await setStageLengths(scope, road, read.lengths);
    return goTo(here);
  },
});

const nameOf = (stage: number, urgent: boolean) => `${urgent ? 'urgent' : 'days'}-${stage}`;

function readLengths(
  answers: Answers,
  stages: readonly Stage[],
): { lengths: readonly StageLength[] } | { errors: FormErrors } {
  const wrong = stages.flatMap(({ stage }) =>
    [false, true].flatMap((urgent) => {
      const name = nameOf(stage, urgent);
      const text = typed(answers, name).trim();
      return text !== '' && days.safeParse(text).success
        ? []
        : [{ field: name, text: 'Enter a whole number of working days from 0 to 60; 0 is the same day' }];
    }),
  );
  if (wrong.length > 0) return { errors: formErrorsOf(wrong) };
  return {
    lengths: stages.map(({ stage }) => ({
      stage,
      workingDays: Number(typed(answers, nameOf(stage, false))),
      urgentWorkingDays: Number(typed(answers, nameOf(stage, true))),
    })),
  };
}

/** The lengths as the form tells them. */
const toldOf = (stages: readonly StageLength[]): Told =>
  Object.fromEntries(
    stages.flatMap(({ stage, workingDays, urgentWorkingDays }) => [
      [`Stage ${stage}`, lengthOf(workingDays)],
      [`Stage ${stage}, urgent`, lengthOf(urgentWorkingDays)],
    ]),
  );

interface SetStagesProps {
  road: Road;
  slug: string;
  stages: readonly Stage[];
  answers: Answers;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const SetStagesPage = ({ road, slug, stages, answers, errors = noErrors, meanwhile: other }: SetStagesProps) => (
  <FormPage
    title={titles[road]}
    lead="How long each stage may take, in working days. The defaults are typical of published policies and nobody has verified them for you: set what your own policy says. What is under way keeps the day it has."
    submit="Save stages"
    cancel={`/${slug}/${road}s`}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    <Basis told={toldOf(stages)} answers={answers} shown={other !== undefined} />
    {stages.map(({ stage, title, who, workingDays, urgentWorkingDays, own }) => (
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`Stage ${stage}: ${title}`}</legend>
        <p class="quiet">
          Between {who}. {own ? 'Set by this partnership.' : 'Default, unverified.'}
        </p>
        <Days name={nameOf(stage, false)} label="Working days" now={workingDays} {...{ answers, errors }} />
        <Days
          name={nameOf(stage, true)}
          label="Working days when urgent"
          now={urgentWorkingDays}
          {...{ answers, errors }}
        />
      </fieldset>
    ))}
  </FormPage>
);

interface DaysProps {
  name: string;
  label: string;
  now: number;
  answers: Answers;
  errors: FormErrors;
}

const Days = ({ name, label, now, answers, errors }: DaysProps) => (
  <Input
    id={name}
    name={name}
    label={{ text: label }}
    classes="govuk-input--width-3"
    inputmode="numeric"
    value={name in answers ? typed(answers, name) : String(now)}
    errorMessage={errors.on(name)}
  />
);
