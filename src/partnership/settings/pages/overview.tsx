import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { countInWords, type Fact, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { House, SeatedScope } from '../../doors.ts';
import { listAreas } from '../../partnership.store.ts';
import { readPlaces } from '../../places/places.store.ts';
import { isInUse } from '../duty-use.ts';
import { useHome } from '../form.tsx';
import { termNames } from '../local.ts';
import { stateOf } from '../priorities.ts';
import { listPriorities, type Priority } from '../priority.store.ts';
import { type About, findAbout } from '../settings.store.ts';
import { capital } from '../words.ts';
import { namesOf } from './areas.tsx';
import { Logo } from './logo.tsx';

interface Model {
  about: About;
  areas: readonly string[];
  priorities: readonly Priority[];
  /** Titles of the duties in use. */
  duties: readonly string[];
  today: PlainDate;
}

export const showSettings: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const { house }: { house: House } = request.server;
  const model = {
    about: await findAbout(scope),
    areas: namesOf(await readPlaces(scope.db), await listAreas(scope)),
    priorities: await listPriorities(scope),
    duties: house.duties.filter((duty) => isInUse(duty, scope.seat.duties)).map(({ title }) => title),
    today: scope.today,
  };
  return page(<SettingsPage {...model} />);
};

const SettingsPage = (model: Model) => {
  const home = useHome();
  return (
    <Layout title="Settings">
      <PageTitle title="Settings" lead="What the partnership is, what it calls things, and what it has set itself." />
      <Facts facts={factsOf(model, `${home}/settings`)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${home}/set-up`}>
          Set the partnership up, step by step
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${home}/clocks`}>
          When something is due by the law
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${home}/access-review`}>
          Yearly review of access
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${home}/second-step`}>
          Somebody has lost their second step
        </a>
      </p>
    </Layout>
  );
};

function factsOf({ about, areas, priorities, duties, today }: Model, home: string): Fact[] {
  const change = (path: string, about: string, text = 'Change') => ({ text, about, href: `${home}/${path}` });
  const going = priorities.filter((one) => stateOf(one, today) !== 'over');
  const unowned = going.filter((one) => stateOf(one, today) === 'unowned').length;
  return [
    { key: 'Name', value: `${about.name} (${about.shortName})`, action: change('name', 'the name') },
    { key: 'Areas', value: areas.join(', '), action: change('areas', 'the areas') },
    { key: 'Law', value: `${about.law.title}. ${ownLaw(about)}`, action: change('law', 'of the law', 'See and set') },
    { key: 'Your words', value: ownWords(about), action: change('words', 'what you call things') },
    {
      key: 'Priorities',
      value: [
        capital(countInWords(going.length, 'priority', 'priorities')),
        unowned > 0 && `${countInWords(unowned, 'is', 'are').toLowerCase()} nobody’s`,
      ]
        .filter(Boolean)
        .join('; '),
      action: change('priorities', 'the priorities'),
    },
    {
      key: 'Whom to ask',
      value: [about.contact, about.contactEmail, about.contactPhone].filter(Boolean).join(', '),
      action: change('contact', 'whom to ask'),
    },
    { key: 'Logo', value: about.logo ? <Logo /> : 'None', action: change('logo', 'the logo') },
    { key: 'Duties in use', value: duties.join(', ') || 'None', action: change('duties', 'the duties in use') },
  ];
}

function ownLaw({ settings }: About): string {
  const set = [...Object.keys(settings.clocks ?? {}), ...Object.keys(settings.switches ?? {})].length;
  return set === 0 ? 'Nothing of it is set by you' : `You have set ${countInWords(set, 'thing').toLowerCase()} of it`;
}

/** “Executive board for safeguarding children partnership”. */
const ownWords = ({ law, words }: About): string =>
  termNames
    .flatMap((name) => {
      const [ours, theirs] = [words[name], law.vocabulary[name]];
      return theirs && ours !== undefined ? [`“${ours}” for ${theirs.one}`] : [];
    })
    .join('; ') || 'Those of the law';
