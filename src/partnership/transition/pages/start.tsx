import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Radios } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, FormEnd, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import type { Regime } from '../../regimes/regime.ts';
import { isRegime, regimes } from '../../regimes/regimes.ts';
import { isOpen, movesFrom, type Transition } from '../transition.ts';

interface StartPageProps {
  slug: string;
  regime: Regime;
  to: string;
  transitions: readonly Transition[];
  errors: FormErrors;
}

/** Where a transition begins, and the transitions there were. */
export const StartPage = ({ slug, regime, to, transitions, errors }: StartPageProps) => {
  const open = transitions.find(isOpen);
  return (
    <Layout title="Transition" errors={errors}>
      <PageTitle
        title="Transition"
        lead="When the law or its guidance changes, the partnership moves to it, and everything it holds is carried along or deliberately ended."
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
      ) : (
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
        </div>
      )}
      {transitions.length > 0 && <History slug={slug} transitions={transitions} />}
    </Layout>
  );
};

export const titleOf = (id: string): string => (isRegime(id) ? regimes[id].title : id);

const History = ({ slug, transitions }: Pick<StartPageProps, 'slug' | 'transitions'>) => (
  <DataTable
    caption="Transitions, the newest first"
    rows={transitions}
    columns={[
      {
        heading: 'To',
        cell: ({ id, to }) => (
          <a class="govuk-link" href={`/${slug}/transition/${id}`}>
            {titleOf(to)}
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
    <StateTag tone="good">Moved on {formatDay(doneOn, 'plain')}</StateTag>
  ) : givenUpOn ? (
    <StateTag tone="calm">Given up</StateTag>
  ) : (
    <StateTag tone="warning">Going on</StateTag>
  );
