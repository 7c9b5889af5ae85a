import { WarningText } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage } from '../../../platform/ui/patterns.tsx';
import type { Regime } from '../../regimes/regime.ts';
import type { TransitionModel } from '../items.tsx';
import { keyOf, reconcile } from '../transition.ts';
import { BalanceTable } from './transition.tsx';

/** Asks before the partnership moves. */
export const MovePage = ({ at, held, answered, holdings, to }: TransitionModel & { to: Regime }) => {
  const ended = answered.filter(({ answer }) => answer === 'ended');
  return (
    <ConfirmPage
      title={`Move the partnership to “${to.guidance}”?`}
      submit="Move the partnership"
      cancel={at}
      action={`${at}/move`}
      grave
    >
      <WarningText
        text="From the next page on, words, clocks and required partners are those of the new regime. Cases keep the edition they began under."
        iconFallbackText="Warning"
      />
      <BalanceTable balance={reconcile(held, answered)} holdings={holdings} />
      {ended.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What ends</h2>
          <ul class="govuk-list govuk-list--bullet">
            {ended.map((one) => (
              <li key={keyOf(one)}>
                {one.title}: {one.because}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmPage>
  );
};

/** Asks before a transition is given up. */
export const GiveUpPage = ({ at }: { at: string }) => (
  <ConfirmPage title="Give the transition up?" submit="Give it up" cancel={at} action={`${at}/give-up`}>
    <p>The partnership stays as it is. What you answered is kept, and you can begin anew.</p>
  </ConfirmPage>
);
