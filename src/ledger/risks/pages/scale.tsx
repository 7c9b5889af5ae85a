import { answersOf, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../../platform/ui/errors.ts';
import { Radios } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { changeScale, findScale, listNumbersAbove } from '../risk-scale.store.ts';
import type { Scale } from '../score.ts';

const scales: Readonly<Record<Scale, string>> = {
  4: '4 by 4: scores from 1 to 16',
  5: '5 by 5: scores from 1 to 25',
};

const toldOf = (scale: Scale): Told => ({ Scale: scales[scale] });

export const askScale: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'risks.manage');
  const now = await findScale(scope);
  return page(<ScalePage {...now} slug={scope.slug} answers={{}} />);
};

export const takeScale: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.manage');
  const now = await findScale(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<ScalePage {...now} slug={scope.slug} {...{ answers, errors }} meanwhile={other} />, 422);
  const wanted = ([4, 5] as const).find((scale) => String(scale) === typed(answers, 'scale'));
  if (wanted === undefined) return again(formError('scale', 'Select the scale'));
  const above = await listNumbersAbove(scope, wanted);
  if (above.length > 0)
    return again(
      formError(
        'scale',
        `Scores of these risks do not fit it: ${above.map((number) => `Risk ${number}`).join(', ')}. Review or change them first`,
      ),
    );
  const here = `/${scope.slug}/risks`;
  const other = meanwhile(typed(answers, 'basis'), toldOf(now.scale), toldOf(wanted), here);
  if (other) return again(formError('', changedMeanwhileText), other);
  await changeScale(scope, wanted);
  return goTo(here);
};

interface ScalePageProps {
  scale: Scale;
  set: boolean;
  slug: string;
  answers: Answers;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const ScalePage = ({ scale, set, slug, answers, errors = noErrors, meanwhile: other }: ScalePageProps) => (
  <FormPage
    title="How risks are scored"
    lead={`Likelihood times impact. ${set ? 'This partnership has set its scale.' : 'Five by five is the default: set what your own policy says.'} Reviews that are past keep the scale of their day.`}
    submit="Save scale"
    cancel={`/${slug}/risks`}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    <Basis told={toldOf(scale)} answers={answers} shown={other !== undefined} />
    <Radios
      name="scale"
      idPrefix="scale"
      fieldset={{ legend: { text: 'Which scale?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'scale') || String(scale)}
      items={Object.entries(scales).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('scale')}
    />
  </FormPage>
);
