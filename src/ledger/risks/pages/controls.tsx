import { answersOf, idIn, ticked, typed } from '../../../partnership/directory/answers.ts';
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
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Radios } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { Words } from '../../words-field.tsx';
import { addControls, changeControl, findRisk, holdRisk, listControls, record } from '../risk.store.ts';
import { type Control, type Risk, referenceOf, worksWords } from '../risk.ts';
import { readControl } from '../risk-form.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';

const fields = ['title', 'works'];

const toldOf = ({ title, works }: Omit<Control, 'id'>, ended = false): Told => ({
  'What holds the risk back': title,
  'How well it works': worksWords[works],
  'Still there': ended ? 'No' : 'Yes',
});

/** What keeps whoever asks from writing down controls. */
function refusalFor(scope: SeatedScope, risk: Risk): FormErrors {
  const ruling = rulingOn('add-control', risk, scope);
  if (ruling.allowed) return noErrors;
  return formError('', refusalText[ruling.because]);
}

const shownFor = (scope: SeatedScope, risk: Risk) => ({
  caption: `${referenceOf(risk)}: ${risk.title}`,
  cancel: `/${scope.slug}/risks/${risk.id}`,
});

export const askForControl: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const errors = refusalFor(scope, risk);
  return page(
    <ControlPage {...shownFor(scope, risk)} answers={{}} errors={errors} />,
    errors.list.length === 0 ? 200 : 422,
  );
};

export const takeControl: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const risk = found(await holdRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const refused = refusalFor(scope, risk);
  const shown = shownFor(scope, risk);
  const answers = answersOf(request);
  if (refused.list.length > 0) return page(<ControlPage {...shown} answers={answers} errors={refused} />, 422);
  const form = readControl(answers);
  if (!form.success)
    return page(<ControlPage {...shown} answers={answers} errors={formErrors(form.error, fields)} />, 422);
  await addControls(scope, risk.id, [form.data]);
  await record(scope, risk.id, { kind: 'control', words: said(form.data) });
  return goTo(shown.cancel);
};

const said = ({ title, works }: Omit<Control, 'id'>, ended = false) =>
  `${title}: ${ended ? 'no longer there' : worksWords[works].toLowerCase()}`;

/** The control of the address, with its risk: those that have ended are gone. */
async function findControl(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1], hold: boolean) {
  const read = hold ? holdRisk : findRisk;
  const risk = found(await read(scope, viewerOf(scope), idIn(request, 'risk')));
  const asked = idIn(request, 'risk_control');
  const control = found((await listControls(scope, risk.id)).find(({ id }) => id === asked));
  return { risk, control };
}

export const askToChangeControl: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const { risk, control } = await findControl(scope, request, false);
  const errors = refusalFor(scope, risk);
  const shown = { ...shownFor(scope, risk), told: toldOf(control), errors };
  return page(
    <ControlPage {...shown} answers={{ title: control.title, works: control.works }} />,
    errors.list.length === 0 ? 200 : 422,
  );
};

export const takeChangedControl: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const { risk, control } = await findControl(scope, request, true);
  const refused = refusalFor(scope, risk);
  const shown = { ...shownFor(scope, risk), told: toldOf(control) };
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<ControlPage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
  if (refused.list.length > 0) return again(refused);
  const form = readControl(answers);
  if (!form.success) return again(formErrors(form.error, fields));
  const ended = ticked(answers, 'ended').includes('yes');
  const other = meanwhile(typed(answers, 'basis'), shown.told, toldOf(form.data, ended), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await changeControl(scope, { id: control.id, ...form.data }, ended);
  await record(scope, risk.id, { kind: 'control', words: said(form.data, ended) });
  return goTo(shown.cancel);
};

interface ControlPageProps {
  caption: string;
  cancel: string;
  answers: Answers;
  errors: FormErrors;
  /** What the form is based on; absent for a new control. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

const ControlPage = ({ caption, cancel, answers, errors, told, meanwhile: other }: ControlPageProps) => (
  <FormPage
    title={told ? 'Change what holds the risk back' : 'Add what holds the risk back'}
    caption={caption}
    submit="Save control"
    cancel={cancel}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    {told && <Basis told={told} answers={answers} shown={other !== undefined} />}
    <Words
      name="title"
      label="What holds it back?"
      hint="A meeting, a post, a check that is made"
      {...{ answers, errors }}
    />
    <Radios
      name="works"
      idPrefix="works"
      fieldset={{ legend: { text: 'How well does it work?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'works')}
      items={Object.entries(worksWords).map(([value, text]) => ({ value, text }))}
      errorMessage={errors.on('works')}
    />
    {told && (
      <Checkboxes
        name="ended"
        idPrefix="ended"
        values={[...ticked(answers, 'ended')]}
        items={[{ value: 'yes', text: 'It is no longer there' }]}
      />
    )}
  </FormPage>
);
