import type { Answers } from '../../platform/http/form-use.store.ts';
import { DataTable } from '../../platform/ui/patterns.tsx';
import { typed } from './answers.ts';
import { basisOf, type Difference, differences, type Told } from './basis.ts';

/** What the second of two who save at once is told. */
export interface Meanwhile {
  differences: readonly Difference[];
  /** Where the record is shown as it stands now. */
  keep: string;
}

/** What changed meanwhile, or undefined where the record still stands as the form was based on. */
export const meanwhile = (basis: string | undefined, now: Told, mine: Told, keep: string): Meanwhile | undefined =>
  basis === basisOf(now) ? undefined : { differences: differences(now, mine), keep };

export const changedMeanwhileText = 'Somebody else changed this while you were filling it in. Choose what is to stand';

/** Shows the second of two who save at once what stands now beside what they typed, and lets them choose. */
export const ChangedMeanwhile = ({ differences: rows, keep }: Meanwhile) => (
  <section>
    <h2 class="govuk-heading-m">What is saved now, and what you typed</h2>
    {rows.length === 0 ? (
      <p>What is saved now is the same as what you typed.</p>
    ) : (
      <DataTable
        caption="Where the two differ"
        rows={rows}
        columns={[
          { heading: 'Question', cell: ({ field }) => field },
          { heading: 'Saved now', cell: ({ now }) => now || 'Nothing' },
          { heading: 'You typed', cell: ({ mine }) => mine || 'Nothing' },
        ]}
      />
    )}
    <p>
      To keep what is saved now,{' '}
      <a class="govuk-link" href={keep}>
        leave this form
      </a>
      . To put yours in its place, save it below; you can still change it.
    </p>
  </section>
);

interface BasisProps {
  told: Told;
  answers: Answers;
  /** Whether the page shows what changed: then what is sent next is based on what stands now. */
  shown: boolean;
}

/** Carries what a form was based on when it was first opened, until somebody has been shown what changed since. */
export const Basis = ({ told, answers, shown }: BasisProps) => (
  <input type="hidden" name="basis" value={(!shown && typed(answers, 'basis')) || basisOf(told)} />
);
