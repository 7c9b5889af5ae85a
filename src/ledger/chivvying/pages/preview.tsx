import { listAgencies } from '../../../partnership/agencies/agency.store.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { readWrittenDay } from '../../../platform/calendar/read-day.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { formErrorsOf } from '../../../platform/ui/errors.ts';
import { Input } from '../../../platform/ui/govuk.tsx';
import {
  countInWords,
  DataTable,
  Empty,
  FilterForm,
  filterOf,
  type ListAddress,
  PageTitle,
  readListAddress,
  Say,
} from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { readFacts } from '../chivvy-facts.store.ts';
import { wordsOf } from '../digest-letter.ts';
import type { Facts } from '../facts.ts';
import { type DayPlan, planDay } from '../plan-day.ts';
import { levels, reasons } from '../release.ts';
import { tones } from '../rules.ts';
import { ActionLink } from './action-link.tsx';

/** What would be sent on a day, as things stand now. */
export const showPreview: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'chivvying.read');
  const list = readListAddress(`/${scope.slug}/chivvying/preview`, request.query as Record<string, unknown>, {
    filters: ['day'],
    sorts: [],
  });
  const asked = filterOf(list, 'day');
  const reading = asked === '' ? { value: scope.today } : readWrittenDay(asked);
  const wrong = 'wrong' in reading ? reading.wrong : undefined;
  const day = 'value' in reading ? reading.value : scope.today;
  const [facts, agencies] = await Promise.all([readFacts(scope, day), listAgencies(scope)]);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const model = { agencies: names, list, day, wrong, facts, plan: planDay(facts, day), slug: scope.slug };
  return page(<PreviewPage {...model} sections={actionSections(scope)} />, wrong === undefined ? 200 : 422);
};

interface PreviewModel {
  list: ListAddress;
  day: PlainDate;
  wrong: string | undefined;
  facts: Facts;
  /** Names of agencies, by id. */
  agencies: ReadonlyMap<string, string>;
  plan: DayPlan;
  slug: string;
  sections: ActionSections;
}

const PreviewPage = ({ list, day, wrong, facts, agencies, plan, slug, sections }: PreviewModel) => {
  const errors = formErrorsOf(wrong === undefined ? [] : [{ field: 'day', text: wrong }]);
  const people = new Set(plan.lines.map(({ person }) => person)).size;
  return (
    <ActionsShell title="What would be sent" current="chivvying" sections={sections} errors={errors}>
      <PageTitle title="What would be sent" lead="As things stand now: what is answered until then is not asked." />
      <FilterForm list={list}>
        <Input
          id="day"
          name="day"
          label={{ text: 'On which day?' }}
          hint={{ text: 'For example 3 December 2026' }}
          classes="govuk-input--width-10"
          value={filterOf(list, 'day')}
          errorMessage={errors.on('day')}
        />
      </FilterForm>
      <Say>{`On ${formatDay(day)} ${countInWords(people, 'person would', 'people would').toLowerCase()} hear from this partnership, and ${countInWords(plan.held.length, 'message').toLowerCase()} would be put on the release list.`}</Say>
      {plan.lines.length === 0 ? (
        <Empty title="Nobody would hear anything.">Nothing is due to be said then, or it is a quiet day.</Empty>
      ) : (
        <Lines {...{ facts, agencies, plan, slug }} />
      )}
      {plan.held.length > 0 && <HeldLines {...{ facts, plan, slug }} />}
    </ActionsShell>
  );
};

type Part = Pick<PreviewModel, 'facts' | 'plan' | 'slug'>;

const nameIn = ({ people }: Facts, id: string | undefined) => (id === undefined ? undefined : people.get(id)?.name);

const Lines = ({ facts, agencies, plan, slug }: Part & Pick<PreviewModel, 'agencies'>) => {
  const actions = new Map(facts.actions.map((action) => [action.id, action]));
  return (
    <DataTable
      caption="Lines of digests, by person"
      rows={plan.lines.toSorted((a, b) => (nameIn(facts, a.person) ?? '').localeCompare(nameIn(facts, b.person) ?? ''))}
      columns={[
        {
          heading: 'To',
          cell: ({ person, owner }) =>
            person === owner ? nameIn(facts, person) : `${nameIn(facts, person)}, for ${nameIn(facts, owner)}`,
        },
        { heading: 'How', narrow: true, cell: ({ tone }) => tones[tone] },
        {
          heading: 'About',
          cell: ({ action }) => {
            const about = actions.get(action);
            return about && <ActionLink slug={slug} {...about} />;
          },
        },
        {
          heading: 'What the message says',
          cell: ({ action }) => {
            const about = actions.get(action);
            return about && wordsOf({ ...about, agency: agencies.get(about.leadAgency ?? '') });
          },
        },
      ]}
    />
  );
};

const HeldLines = ({ facts, plan, slug }: Part) => {
  const actions = new Map(facts.actions.map((action) => [action.id, action]));
  return (
    <DataTable
      caption="What would wait for release"
      rows={plan.held}
      columns={[
        {
          heading: 'About',
          cell: ({ action }) => {
            const about = actions.get(action);
            return about && <ActionLink slug={slug} {...about} />;
          },
        },
        { heading: 'For', cell: ({ level, to }) => `${levels[level]}${to ? `: ${nameIn(facts, to) ?? ''}` : ''}` },
        { heading: 'Why', cell: ({ why }) => reasons[why] },
      ]}
    />
  );
};
