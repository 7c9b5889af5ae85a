import { DayInput } from './day-input.tsx';
import { formErrorsOf } from './errors.ts';
import { FormEnd } from './form-pages.tsx';
import {
  CharacterCount,
  Checkboxes,
  Details,
  ErrorSummary,
  FileUpload,
  Input,
  InsetText,
  NotificationBanner,
  PasswordInput,
  Radios,
  Textarea,
  WarningText,
} from './govuk.tsx';
import { Pattern } from './pattern.tsx';

/** What people fill in. */
export const FieldPatterns = () => (
  <>
    <Pattern
      title="A form"
      use="One task. Each question says what it wants; one button says what it does. Nothing asks what we know already."
    >
      <div class="reading">
        <Fields name="" />
        <FormEnd submit="Save decision" cancel="#cancelled" />
      </div>
    </Pattern>
    <Pattern
      title="Asking first"
      use="Before something that reaches others or cannot be undone: what will happen stands above the button."
    >
      <div class="reading">
        <h3 class="govuk-heading-m">Remove Harrowdale College from the partnership?</h3>
        <p>Its two open actions will have no owner until you give them one. What it did stays in the record.</p>
        <WarningText
          text="Its three members can no longer sign in to this partnership, from now."
          iconFallbackText="Warning"
        />
        <FormEnd submit="Remove Harrowdale College" cancel="#kept" grave />
      </div>
    </Pattern>
    <Pattern title="Telling" use="What has just been done, once; and what helps only some, folded away.">
      <NotificationBanner type="success" titleId="told" disableAutoFocus>
        <p class="govuk-notification-banner__heading">
          The decision is saved, and the national panel’s deadline is in the calendar.
        </p>
      </NotificationBanner>
      <InsetText text="You are answering for Harrowdale College, which does not sign in." />
      <Details summaryText="Why we ask for the day">The statutory clock starts on the day after it.</Details>
    </Pattern>
  </>
);

const mistakes = formErrorsOf([
  { field: 'wrong-outcome', text: 'Select what the safeguarding partners decided' },
  { field: 'wrong-decidedOn', text: 'The day the partners decided must be a real date' },
  { field: 'wrong-reason', text: 'Enter the reason for the decision' },
  { field: 'wrong-email', text: 'Enter an e-mail address in the correct form, like name@example.gov.uk' },
]);

/** The same form, sent back. */
export const MistakePatterns = () => (
  <Pattern
    title="Mistakes"
    use="All of them above the form, each leading to its field, and beside the field what to do. What was typed is still there."
  >
    <div class="reading">
      <ErrorSummary
        titleText="There is a problem"
        disableAutoFocus
        errorList={mistakes.list.map(({ field, text }) => ({ text, href: `#${field}` }))}
      />
      <Fields name="wrong-" />
    </div>
  </Pattern>
);

/** Every kind of field. @param name what the names begin with: two forms on one page must not share them */
const Fields = ({ name }: { name: string }) => (
  <>
    <Outcome name={name} />
    <DayInput
      name={`${name}decidedOn`}
      legend="When did they decide?"
      hint="For example, 27 11 2026"
      errorMessage={mistakes.on(`${name}decidedOn`)}
      {...(name === ''
        ? {}
        : {
            answers: {
              [`${name}decidedOn-day`]: '31',
              [`${name}decidedOn-month`]: '2',
              [`${name}decidedOn-year`]: '2026',
            },
          })}
    />
    <CharacterCount
      name={`${name}reason`}
      id={`${name}reason`}
      label={{ text: 'Reason for the decision', classes: 'govuk-label--s' }}
      hint={{ text: 'Refer to the child by the case reference, never by name' }}
      maxlength={2000}
      rows={4}
      errorMessage={mistakes.on(`${name}reason`)}
    />
    <Checkboxes
      name={`${name}agreedBy`}
      idPrefix={`${name}agreedBy`}
      fieldset={{ legend: { text: 'Who agreed?', classes: 'govuk-fieldset__legend--s' } }}
      hint={{ text: 'Select all that apply' }}
      values={['council', 'police']}
      items={[
        { value: 'council', text: 'The council' },
        { value: 'health', text: 'The integrated care board' },
        { value: 'police', text: 'The police' },
        { divider: 'or' },
        { value: 'none', text: 'Nobody yet', behaviour: 'exclusive' },
      ]}
    />
    <Input
      name={`${name}email`}
      id={`${name}email`}
      type="email"
      autocomplete="off"
      spellcheck={false}
      label={{ text: 'Who should hear of it? (optional)', classes: 'govuk-label--s' }}
      value={name === '' ? undefined : 'name at example'}
      errorMessage={mistakes.on(`${name}email`)}
    />
    {name === '' && <Further />}
  </>
);

const Outcome = ({ name }: { name: string }) => (
  <Radios
    name={`${name}outcome`}
    idPrefix={`${name}outcome`}
    fieldset={{ legend: { text: 'What did the safeguarding partners decide?', classes: 'govuk-fieldset__legend--s' } }}
    errorMessage={mistakes.on(`${name}outcome`)}
    items={[
      { value: 'practice-review', text: 'A local child safeguarding practice review' },
      {
        value: 'no-further-review',
        text: 'No further review',
        hint: { text: 'The rapid review said all there is to learn' },
        conditional: {
          html: (
            <Textarea
              name={`${name}learning`}
              id={`${name}learning`}
              rows={3}
              label={{ text: 'How will its learning be shared?' }}
            />
          ),
        },
      },
    ]}
  />
);

const Further = () => (
  <>
    <FileUpload
      name="minutes"
      label={{ text: 'Minutes of the meeting', classes: 'govuk-label--s' }}
      hint={{ text: 'PDF or Word, up to 10 MB' }}
    />
    <PasswordInput
      name="password"
      autocomplete="current-password"
      label={{ text: 'Your password', classes: 'govuk-label--s' }}
    />
  </>
);
