import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { readAddress } from '../../../platform/mail/message.ts';
import { type FormErrors, formErrors } from '../../../platform/ui/errors.ts';
import { Textarea } from '../../../platform/ui/govuk.tsx';
import type { SeatedScope } from '../../doors.ts';
import { type Asked, answersOf, isStale, SettingsForm, staleError, TextField, typedIn } from '../form.tsx';
import { type About, changeAbout, findAbout, holdAbout } from '../settings.store.ts';

const Form = z.object({
  contact: z.string('Enter whom to ask').trim().max(500, 'Whom to ask must be 500 characters or fewer'),
  contactEmail: z
    .string('Enter an email address')
    .trim()
    .transform((text, context) => {
      const address = text === '' ? '' : readAddress(text);
      if (address === undefined)
        context.addIssue({
          code: 'custom',
          message: 'Enter an email address in the correct format, like name@example.com',
        });
      return address ?? z.NEVER;
    }),
  contactPhone: z
    .string('Enter a telephone number')
    .trim()
    .regex(/^(\+?[0-9 ()-]{6,30}( ?(ext|x)\.? ?[0-9]{1,6})?)?$/i, 'Enter a telephone number, like 01632 960 001'),
});

const shown = ({ contact, contactEmail, contactPhone }: About) => ({ contact, contactEmail, contactPhone });

export const askContact: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<ContactPage about={await findAbout(scope)} />);
};

export const takeContact: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const about = await holdAbout(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<ContactPage {...{ about, answers, errors }} />, 422);
  const form = Form.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  if (isStale(answers, shown(about))) return askAgain(staleError);
  await changeAbout(scope, form.data);
  return goTo(`/${scope.slug}/settings`);
};

const ContactPage = ({ about, ...asked }: Asked & { about: About }) => (
  <SettingsForm
    title="Whom to ask"
    lead="Where people in the partnership turn when they need the office. Leave empty what you do not use."
    errors={asked.errors}
    seen={shown(about)}
    saved={[about.contact, about.contactEmail, about.contactPhone].filter(Boolean).join(', ') || 'nothing'}
  >
    <Textarea
      id="contact"
      name="contact"
      rows="3"
      label={{ text: 'Name, office hours, address' }}
      value={asked.answers ? typedIn(asked.answers, 'contact') : about.contact}
      errorMessage={asked.errors?.on('contact')}
    />
    <TextField
      name="contactEmail"
      label="Email address"
      hint="A shared mailbox of the office will do here"
      value={about.contactEmail}
      asked={asked}
      type="email"
    />
    <TextField
      name="contactPhone"
      label="Telephone"
      value={about.contactPhone}
      asked={asked}
      type="tel"
      classes="govuk-input--width-20"
    />
  </SettingsForm>
);
