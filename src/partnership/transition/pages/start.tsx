import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Radios } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, FormEnd, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import type { Regime } from '../../regimes/regime.ts';
import { isRegime, regimes } from '../../regimes/regimes.ts';
import type { Arrival } from '../arrival.store.ts';
import { isOpen, movesFrom, type Transition } from '../transition.ts';

interface StartPageProps {
  slug: string;
  regime: Regime;
  to: string;
  /** Whether the partnership has merged or split, and nothing begins here any more. */
  closed: boolean;
  transitions: readonly Transition[];
  arrivals: readonly Arrival[];
  errors: FormErrors;
}

/** Where a transition begins, and the transitions there were. */
export const StartPage = ({ slug, regime, to, closed, transitions, arrivals, errors }: StartPageProps) => {
  const open = transitions.find(isOpen);
  return (
    <Layout title="Transition" errors={errors}>
      <PageTitle
        title="Transition"
        lead="When the law or its guidance changes, or councils are reorganised, the partnership moves, merges or splits, and everything it holds is carried along or deliberately ended."
      />
      <p>
        Now: <strong>{regime.title}</strong>
      </p>
      {open ? (
        <p>
          <a class="govuk-link" href={`/${slug}/transition/${open.id}`}>
            Go on with the transition begun on {formatDay(open.begunOn)}
          </a>
        </p>
      ) : closed ? null : (
        <div class="reading">
          <Form action={`/${slug}/transition`}>
            <Radios
              name="to"
              idPrefix="to"
              fieldset={{ legend: { text: 'What does it move to?', classes: 'govuk-fieldset__legend--s' } }}
              hint={{
                text: 'Nothing changes until you say so at the end. You can leave it, come back, and give it up',
              }}
              errorMessage={errors.on('to')}
              value={to}
              items={movesFrom(regime).map(({ id, title }) => ({ value: id, text: title }))}
            />
            <FormEnd submit="Begin the transition" />
          </Form>
          <p>
            <a class="govuk-link" href={`/${slug}/transition/reorganise`}>
              Merge into another partnership, or split
            </a>
          </p>
        </div>
      )}
      {transitions.length > 0 && <History slug={slug} transitions={transitions} />}
      {arrivals.length > 0 && <Arrivals slug={slug} arrivals={arrivals} />}
    </Layout>
  );
};

const guidanceOf = (id: string): string => (isRegime(id) ? regimes[id].guidance : id);

/** What a transition is called, and what it starts from. */
export const namesOf = ({ kind, from, to, goesTo }: Transition): { title: string; caption?: string } =>
  kind === 'regime'
    ? { title: `To: ${guidanceOf(to)}`, caption: `From: ${guidanceOf(from)}` }
    : { title: `${kind === 'merge' ? 'Merge' : 'Split'} into ${goesTo.join(' and ')}` };

const Arrivals = ({ slug, arrivals }: Pick<StartPageProps, 'slug' | 'arrivals'>) => (
  <DataTable
    caption="What came from other partnerships, the newest first"
    rows={arrivals}
    columns={[
      {
        heading: 'From',
        cell: ({ id, from }) => (
          <a class="govuk-link" href={`/${slug}/transition/arrivals/${id}`}>
            {from}
          </a>
        ),
      },
      { heading: 'Came on', cell: ({ arrivedOn }) => formatDay(arrivedOn, 'plain') },
    ]}
  />
);

const History = ({ slug, transitions }: Pick<StartPageProps, 'slug' | 'transitions'>) => (
  <DataTable
    caption="Transitions, the newest first"
    rows={transitions}
    columns={[
      {
        heading: 'What',
        cell: (one) => (
          <a class="govuk-link" href={`/${slug}/transition/${one.id}`}>
            {namesOf(one).title}
          </a>
        ),
      },
      { heading: 'Begun on', cell: ({ begunOn }) => formatDay(begunOn, 'plain') },
      { heading: 'State', narrow: true, cell: (one) => <TransitionTag transition={one} /> },
    ]}
  />
);

const TransitionTag = ({ transition: { doneOn, givenUpOn } }: { transition: Transition }) =>
  doneOn ? (
    <StateTag tone="good">Done on {formatDay(doneOn, 'plain')}</StateTag>
  ) : givenUpOn ? (
    <StateTag tone="calm">Given up</StateTag>
  ) : (
    <StateTag tone="warning">Going on</StateTag>
  );
