import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formErrors } from '../../../platform/ui/errors.ts';
import type { SeatedScope } from '../../doors.ts';
import { type Asked, answersOf, isStale, SettingsForm, staleError, TextField } from '../form.tsx';
import { type About, changeAbout, findAbout, holdAbout } from '../settings.store.ts';

const Form = z.object({
  name: z
    .string('Enter what the partnership is called')
    .trim()
    .min(3, 'What the partnership is called must be 3 characters or more')
    .max(200, 'What the partnership is called must be 200 characters or fewer'),
  shortName: z
    .string('Enter its short name')
    .trim()
    .min(2, 'Its short name must be 2 characters or more')
    .max(40, 'Its short name must be 40 characters or fewer'),
});

const shown = ({ name, shortName }: About) => ({ name, shortName });

export const askName: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<NamePage about={await findAbout(scope)} />);
};

export const takeName: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const about = await holdAbout(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<NamePage {...{ about, answers, errors }} />, 422);
  const form = Form.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  if (isStale(answers, shown(about))) return askAgain(staleError);
  await changeAbout(scope, form.data);
  return goTo(`/${scope.slug}/settings`);
};

const NamePage = ({ about, ...asked }: Asked & { about: About }) => (
  <SettingsForm
    title="What the partnership is called"
    lead="Both stand on pages, letters and downloads. The address of the pages stays as it is."
    errors={asked.errors}
    seen={shown(about)}
    saved={`${about.name} (${about.shortName})`}
  >
    <TextField name="name" label="Name in full" value={about.name} asked={asked} />
    <TextField
      name="shortName"
      label="Short name"
      hint="For example, Rivermouth. It stands where space is short"
      value={about.shortName}
      asked={asked}
      classes="govuk-input--width-20"
    />
  </SettingsForm>
);
