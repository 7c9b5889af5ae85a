import { WarningText } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, countInWords } from '../../../platform/ui/patterns.tsx';
import { endingIn } from '../access-review.ts';
import type { ReviewModel } from './review.tsx';

/** Asks before the access of those who no longer need it ends. */
export const FinishPage = ({ at, access, answers }: ReviewModel) => {
  const ending = endingIn(access, answers);
  return (
    <ConfirmPage
      title="Finish the review?"
      submit="Finish the review"
      cancel={at}
      action={`${at}/finish`}
      grave={ending.length > 0}
    >
      {ending.length === 0 ? (
        <p>Everybody keeps their access.</p>
      ) : (
        <>
          <WarningText
            text={`The access of ${countInWords(ending.length, 'person', 'people').toLowerCase()} ends at once. Their seats and roles end; what was needed of them comes to you.`}
            iconFallbackText="Warning"
          />
          <ul class="govuk-list govuk-list--bullet">
            {ending.map(({ person, name, agency }) => (
              <li key={person}>{[name, agency].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmPage>
  );
};
