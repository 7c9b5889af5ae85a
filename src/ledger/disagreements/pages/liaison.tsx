import { z } from 'zod';
import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../../partnership/directory/changed-meanwhile.tsx';
import { isOver, perPage, rowsOnPage } from '../../../partnership/directory/list.ts';
import { holdWords } from '../../../partnership/directory/words.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Select, Textarea } from '../../../platform/ui/govuk.tsx';
import {
  countInWords,
  DataTable,
  Empty,
  FilterText,
  FormPage,
  filterOf,
  type ListAddress,
  Listing,
  PageTitle,
  readListAddress,
  Say,
} from '../../../platform/ui/patterns.tsx';
import { itemsOf, type Named, readChoices } from '../../actions/choices.ts';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { endLiaison, type Liaison, listLiaison, setLiaison } from '../liaison.store.ts';

export const showLiaison: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.raise');
  const query = request.query as Record<string, unknown>;
  const list = readListAddress(`/${scope.slug}/liaison`, query, { filters: ['text'], sorts: [] });
  const all = (await listLiaison(scope)).filter(({ endedOn }) => !isOver(endedOn, scope.today));
  const shown = all.filter(({ agencyName, officer }) =>
    holdWords([agencyName, officer?.name, officer?.jobTitle], filterOf(list, 'text')),
  );
  return page(
    <LiaisonPage
      {...{ list, all, shown }}
      sections={challengeSections(scope)}
      mayChange={may(scope, 'liaison.change')}
    />,
  );
};

interface LiaisonPageProps {
  list: ListAddress;
  all: readonly Liaison[];
  shown: readonly Liaison[];
  sections: ChallengeSections;
  mayChange: boolean;
}

const LiaisonPage = ({ list, all, shown, sections, mayChange }: LiaisonPageProps) => {
  const without = all.filter(({ officer }) => officer === undefined).length;
  return (
    <ChallengeShell title="Who to ring" current="liaison" sections={sections}>
      <PageTitle
        title="Who to ring"
        lead="One liaison officer for each agency, for when you disagree with somebody there and cannot settle it yourselves."
      />
      {without > 0 && <Say>{countInWords(without, 'agency has', 'agencies have')} named nobody yet.</Say>}
      <Listing
        list={list}
        found={shown.length}
        all={all.length}
        perPage={perPage}
        one="agency"
        many="agencies"
        filters={<FilterText list={list} name="text" label="Agency or name" />}
        empty={<Empty title="No agency matches these words">Clear them, or ring the partnership’s office.</Empty>}
      >
        <Officers {...{ list, shown, mayChange }} />
      </Listing>
    </ChallengeShell>
  );
};

const Officers = ({ list, shown, mayChange }: Pick<LiaisonPageProps, 'list' | 'shown' | 'mayChange'>) => (
  <DataTable
    caption="Liaison officers"
    rows={rowsOnPage(shown, list)}
    columns={[
      { heading: 'Agency', cell: ({ agencyName }) => agencyName },
      {
        heading: 'Who',
        cell: ({ officer }) =>
          officer ? [officer.name, officer.jobTitle].filter(Boolean).join(', ') : 'Nobody named yet',
      },
      {
        heading: 'Telephone',
        narrow: true,
        cell: ({ officer }) =>
          officer?.phone && (
            <a class="govuk-link" href={telOf(officer.phone)}>
              {officer.phone}
            </a>
          ),
      },
      {
        heading: 'E-mail',
        cell: ({ officer }) =>
          officer?.email && (
            <a class="govuk-link" href={`mailto:${officer.email}`}>
              {officer.email}
            </a>
          ),
      },
      { heading: 'When and how', cell: ({ officer }) => officer?.reach },
      ...(mayChange
        ? [
            {
              heading: 'Keep',
              cell: ({ agency, agencyName }: Liaison) => (
                <a class="govuk-link" href={`${list.path}/${agency}`}>
                  Change<span class="govuk-visually-hidden"> who to ring at {agencyName}</span>
                </a>
              ),
            },
          ]
        : []),
    ]}
  />
);

const telOf = (phone: string) => `tel:${phone.replaceAll(/[^+\d]/g, '')}`;

const Form = z.object({
  person: z.string('Select somebody of the agency').default(''),
  reach: z.string().trim().max(300, 'When and how to reach them must be 300 characters or fewer').default(''),
});

interface Facts {
  cancel: string;
  liaison: Liaison;
  /** Those who speak for the agency. */
  people: readonly Named[];
}

async function factsFor(scope: SeatedScope, agency: string): Promise<Facts> {
  const liaison = found((await listLiaison(scope)).find((one) => one.agency === agency));
  const { people } = await readChoices(scope);
  return { cancel: `/${scope.slug}/liaison`, liaison, people: people.filter((person) => person.agency === agency) };
}

const toldOf = (person: string, reach: string, people: readonly Named[]): Told => ({
  'Who to ring': people.find(({ id }) => id === person)?.name ?? '',
  'When and how': reach,
});

export const askForLiaison: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'liaison.change');
  const facts = await factsFor(scope, idIn(request, 'agency'));
  const { officer } = facts.liaison;
  return page(<LiaisonForm {...facts} answers={{ person: officer?.person ?? '', reach: officer?.reach ?? '' }} />);
};

export const takeLiaison: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'liaison.change');
  const facts = await factsFor(scope, idIn(request, 'agency'));
  const { liaison, people, cancel } = facts;
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<LiaisonForm {...facts} answers={answers} errors={errors} meanwhile={other} />, 422);
  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, ['person', 'reach']));
  const { person, reach } = form.data;
  if (person !== '' && !people.some(({ id }) => id === person))
    return again(formError('person', 'Select somebody of the agency from the list'));
  const now = toldOf(liaison.officer?.person ?? '', liaison.officer?.reach ?? '', people);
  const other = meanwhile(typed(answers, 'basis'), now, toldOf(person, reach, people), cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await (person === '' ? endLiaison(scope, liaison.agency) : setLiaison(scope, liaison.agency, { person, reach }));
  return goTo(cancel);
};

interface LiaisonFormProps extends Facts {
  answers: Answers;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const LiaisonForm = ({ cancel, liaison, people, answers, errors = noErrors, meanwhile: other }: LiaisonFormProps) => (
  <FormPage
    title={`Who to ring at ${liaison.agencyName}`}
    lead="They are asked where somebody raises a disagreement with the agency and names nobody. Everybody who may raise one sees their telephone and e-mail."
    submit="Save"
    cancel={cancel}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    <Basis
      told={toldOf(liaison.officer?.person ?? '', liaison.officer?.reach ?? '', people)}
      answers={answers}
      shown={other !== undefined}
    />
    <Select
      id="person"
      name="person"
      label={{ text: 'Who?', classes: 'govuk-label--s' }}
      value={typed(answers, 'person')}
      items={itemsOf('Nobody', people)}
      errorMessage={errors.on('person')}
    />
    <Textarea
      id="reach"
      name="reach"
      label={{ text: 'When and how to reach them (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'For instance: weekdays 9 to 5; otherwise ring the duty desk' }}
      rows={2}
      value={typed(answers, 'reach')}
      errorMessage={errors.on('reach')}
    />
  </FormPage>
);
