import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Radios } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, countInWords } from '../../../platform/ui/patterns.tsx';
import { asItBelongs, type Choice } from '../carrying.ts';
import type { Holding } from '../holding.ts';
import { type Held, keyOf } from '../transition.ts';

interface CarryPageProps {
  at: string;
  holding: Holding;
  items: readonly Held[];
  choices: readonly Choice[];
  errors: FormErrors;
}

/** Shows what would be carried at once. Only what is shown is carried. */
export const CarryPage = ({ at, holding, items, choices, errors }: CarryPageProps) => (
  <ConfirmPage
    title="Carry all of these along?"
    caption={holding.title}
    lead={`${countInWords(items.length, 'thing')} go on. You can still change each answer before the move.`}
    submit="Carry them all"
    cancel={at}
    action={`${at}/carry`}
    errors={errors}
  >
    <input type="hidden" name="kind" value={holding.kind} />
    {choices.length > 1 && <Where items={items} choices={choices} errors={errors} />}
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={keyOf(item)}>
          {item.title}
          <input type="hidden" name="shown" value={keyOf(item)} />
        </li>
      ))}
    </ul>
  </ConfirmPage>
);

const Where = ({ items, choices, errors }: Pick<CarryPageProps, 'items' | 'choices' | 'errors'>) => {
  const belong = items.some(({ needs = [], follows = [] }) => needs.length + follows.length > 0);
  return (
    <Radios
      name="to"
      idPrefix="to"
      fieldset={{ legend: { text: 'Where do they go?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errors.on('to')}
      items={[
        ...(belong
          ? [
              {
                value: asItBelongs,
                text: 'Each where what it belongs to goes',
                hint: { text: 'Answer for that first. What belongs to nothing that is carried stays unanswered' },
              },
            ]
          : []),
        ...choices.map(({ value, text }) => ({ value, text })),
      ]}
    />
  );
};
