import { answersOf, ticked, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { isStale, markOf, staleError } from '../../../partnership/settings/form.tsx';
import { holdAbout } from '../../../partnership/settings/settings.store.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Checkboxes, Input, Radios } from '../../../platform/ui/govuk.tsx';
import { FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { findRules, saveRules } from '../chivvying-rules.store.ts';
import type { Rules } from '../rules.ts';
import { answersOfRules, RulesForm, typedRules } from '../rules-form.ts';
import { weekdayItems } from './weekdays.ts';

export const askForRules: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.change');
  const rules = await findRules(scope);
  return page(<SettingsPage {...pageOf(scope, rules)} answers={answersOfRules(rules)} />);
};

export const takeRules: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'chivvying.change');
  await holdAbout(scope); // where nothing is set yet, there is no row of it to hold
  const rules = await findRules(scope);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<SettingsPage {...{ ...pageOf(scope, rules), answers, errors }} />, 422);
  const form = RulesForm.safeParse(typedRules(answers));
  if (!form.success) return again(formErrors(form.error, Object.keys(RulesForm.shape)));
  if (isStale(answers, rules)) return again(staleError);
  await saveRules(scope, form.data);
  return goTo(`/${scope.slug}/chivvying`);
};

const pageOf = (scope: SeatedScope, rules: Rules) => ({
  slug: scope.slug,
  rules,
  sections: actionSections(scope),
});

interface SettingsModel {
  slug: string;
  /** As they stand. */
  rules: Rules;
  sections: ActionSections;
  answers: Answers;
  errors?: FormErrors;
}

const SettingsPage = ({ slug, rules, sections, answers, errors = noErrors }: SettingsModel) => (
  <ActionsShell title="How people are reminded" current="chivvying" sections={sections} errors={errors}>
    <div class="reading">
      <PageTitle
        title="How people are reminded"
        lead="Help is offered first, then people are reminded, then firmly. Whatever goes above an owner waits on the release list until a person lets it out."
      />
      <Form>
        <input type="hidden" name="seen" value={markOf(rules)} />
        <YesNo name="inUse" legend="Are reminders sent?" {...{ answers, errors }} />
        <h2 class="govuk-heading-m">When an owner hears of it</h2>
        {texts.map((text) => (
          <DaysInput key={text.name} {...text} {...{ answers, errors }} />
        ))}
        <h2 class="govuk-heading-m">When a message for somebody above waits for release</h2>
        <p>In days overdue. Leave it empty for never.</p>
        {above.map((text) => (
          <DaysInput key={text.name} {...text} {...{ answers, errors }} />
        ))}
        <h2 class="govuk-heading-m">When people are left in peace</h2>
        <Checkboxes
          name="quietWeekdays"
          idPrefix="quietWeekdays"
          fieldset={{
            legend: {
              text: 'On which days of the week does nobody hear anything?',
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          values={[...ticked(answers, 'quietWeekdays')]}
          items={weekdayItems}
          errorMessage={errors.on('quietWeekdays')}
        />
        <YesNo name="quietBankHolidays" legend="Are bank holidays quiet?" {...{ answers, errors }} />
        <YesNo
          name="mailWithoutAccount"
          legend="Do people who never sign in get the same message at their work address?"
          hint="Only at an address that one person alone reads. Where this is off, the office is asked to ring them"
          {...{ answers, errors }}
        />
        <FormEnd submit="Save" cancel={`/${slug}/chivvying`} />
      </Form>
    </div>
  </ActionsShell>
);

interface Field {
  name: string;
  label: string;
  hint?: string;
}

const texts: readonly Field[] = [
  { name: 'daysBefore', label: 'Days before it is due', hint: 'With commas between them, for example 14, 3' },
  { name: 'daysAfter', label: 'Days after it was due', hint: 'With commas between them, for example 1, 8, 15' },
  { name: 'thenEvery', label: 'And then every so many days' },
  { name: 'remindFrom', label: 'Days overdue from which help turns to reminding' },
  { name: 'firmFrom', label: 'Days overdue from which it is firm' },
  { name: 'quietAfterAnswer', label: 'Days for which an answer leaves its owner in peace' },
];

const above: readonly Field[] = [
  { name: 'memberAfter', label: 'The agency’s member' },
  { name: 'chairAfter', label: 'The chair' },
  { name: 'chiefOfficerAfter', label: 'The agency’s chief officer' },
];

const DaysInput = ({ name, label, hint, answers, errors }: Field & { answers: Answers; errors: FormErrors }) => (
  <Input
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    classes="govuk-input--width-10"
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

interface YesNoProps {
  name: string;
  legend: string;
  hint?: string;
  answers: Answers;
  errors: FormErrors;
}

const YesNo = ({ name, legend, hint, answers, errors }: YesNoProps) => (
  <Radios
    name={name}
    idPrefix={name}
    classes="govuk-radios--inline"
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
    hint={hint === undefined ? undefined : { text: hint }}
    value={typed(answers, name)}
    items={[
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ]}
    errorMessage={errors.on(name)}
  />
);
