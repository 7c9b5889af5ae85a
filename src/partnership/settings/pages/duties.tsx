import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { Radios } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { dayText, Facts, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import type { House, SeatedScope } from '../../doors.ts';
import { listDutyUse, sayOfDuty } from '../duty-use.store.ts';
import { type DutyUse, rulingOnUse, type UseRefusal, unsaidUse } from '../duty-use.ts';
import {
  type Asked,
  answersOf,
  DayField,
  isStale,
  optionalDay,
  SettingsForm,
  staleError,
  typedIn,
  useHome,
} from '../form.tsx';
import { holdAbout } from '../settings.store.ts';

type KnownDuty = House['duties'][number];

interface Model {
  duty: KnownDuty;
  use: DutyUse;
}

const Form = z.object({
  inUse: z.enum(['yes', 'no'], 'Select whether it is in use').transform((answer) => answer === 'yes'),
  assessedOn: optionalDay('The day of the assessment must be a real date, or empty'),
  agreedOn: optionalDay('The day of the agreement must be a real date, or empty'),
});

export const showDuties: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return page(<DutiesPage duties={await modelsOf(scope, request.server.house)} />);
};

export const askDuty: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return page(<DutyPage {...found(await modelOf(scope, request))} />);
};

export const takeDuty: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  await holdAbout(scope); // whoever else changes the duties waits
  const { duty, use } = found(await modelOf(scope, request));
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<DutyPage {...{ duty, use, answers, errors }} />, 422);
  const papers = { assessedOn: dayText(answers, 'assessedOn'), agreedOn: dayText(answers, 'agreedOn') };
  const form = Form.safeParse({ ...answers, ...papers });
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  if (isStale(answers, seenOf(use))) return askAgain(staleError);
  const ruling = rulingOnUse(duty, form.data, scope.today);
  if (!ruling.allowed) return askAgain(formError(...refusalText[ruling.because]));
  await sayOfDuty(scope, duty.name, form.data);
  return goTo(`/${scope.slug}/settings/duties`);
};

const refusalText: Record<UseRefusal, [field: string, text: string]> = {
  'not-assessed': ['assessedOn', 'Enter the day of the data protection impact assessment before this duty is used'],
  'not-agreed': ['agreedOn', 'Enter the day of the sharing agreement before this duty is used'],
  'assessed-later': ['assessedOn', 'The day of the assessment must be today or in the past'],
  'agreed-later': ['agreedOn', 'The day of the agreement must be today or in the past'],
};

async function modelsOf(scope: SeatedScope, { duties }: Pick<House, 'duties'>): Promise<Model[]> {
  const said = await listDutyUse(scope);
  return duties.map((duty) => ({ duty, use: said.get(duty.name) ?? unsaidUse(duty) }));
}

const modelOf = async (scope: SeatedScope, request: { params: unknown; server: { house: House } }) => {
  const { duty: name } = request.params as { duty: string };
  return (await modelsOf(scope, request.server.house)).find(({ duty }) => duty.name === name);
};

const seenOf = ({ inUse, assessedOn, agreedOn }: DutyUse) => [inUse, assessedOn ?? '', agreedOn ?? ''];

const DutiesPage = ({ duties }: { duties: readonly Model[] }) => {
  const home = useHome();
  return (
    <Layout title="Duties in use" backLink={{ href: `${home}/settings`, text: 'Settings' }}>
      <PageTitle
        title="Duties in use"
        lead="What the partnership does here. A duty that is off is in nobody’s menu, and its pages are not there; what it holds is kept."
      />
      <Facts
        facts={duties.map(({ duty, use }) => ({
          key: duty.title,
          value: <UseInWords duty={duty} use={use} />,
          action: { text: 'Change', about: `the use of ${duty.title}`, href: `${home}/settings/duties/${duty.name}` },
        }))}
      />
    </Layout>
  );
};

const UseInWords = ({ duty, use }: Model) => (
  <>
    <p class="govuk-body">
      <StateTag tone={use.inUse ? 'good' : 'calm'}>{use.inUse ? 'In use' : 'Off'}</StateTag>
    </p>
    {duty.restricted && (
      <p class="govuk-body">
        Holds restricted records. Impact assessment: {paperOf(use.assessedOn)}. Sharing agreement:{' '}
        {paperOf(use.agreedOn)}.
      </p>
    )}
  </>
);

const paperOf = (day: PlainDate | undefined): string => (day ? formatDay(day, 'plain') : 'not yet dated');

const DutyPage = ({ duty, use, ...asked }: Model & Asked) => {
  const { answers, errors } = asked;
  const chosen = answers ? typedIn(answers, 'inUse') : use.inUse ? 'yes' : 'no';
  return (
    <SettingsForm
      title={duty.title}
      errors={errors}
      seen={seenOf(use)}
      saved={`${use.inUse ? 'in use' : 'off'}; assessment ${paperOf(use.assessedOn)}; agreement ${paperOf(use.agreedOn)}`}
      back="/duties"
    >
      <Radios
        idPrefix="inUse"
        name="inUse"
        fieldset={{ legend: { text: 'Is it in use?', classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'yes', text: 'In use', checked: chosen === 'yes' },
          { value: 'no', text: 'Off', checked: chosen === 'no', hint: { text: 'What it holds is kept, unseen' } },
        ]}
        errorMessage={errors?.on('inUse')}
      />
      {duty.restricted && <Papers use={use} asked={asked} />}
    </SettingsForm>
  );
};

const Papers = ({ use, asked }: { use: DutyUse; asked: Asked }) => (
  <>
    <p class="govuk-body">
      It holds records about children and families. It can be used once both papers are signed; templates for both come
      with Concordat, in <i>docs/operations</i>.
    </p>
    <DayField
      name="assessedOn"
      legend="The day the data protection impact assessment was signed"
      day={use.assessedOn}
      asked={asked}
    />
    <DayField
      name="agreedOn"
      legend="The day the last partner signed the sharing agreement"
      day={use.agreedOn}
      asked={asked}
    />
  </>
);
