import { ConfirmPage, countInWords } from '../../../platform/ui/patterns.tsx';
import { type Held, type ItemKind, keyOf, kindTitles } from '../transition.ts';

/** Shows what would be carried at once. Only what is shown is carried. */
export const CarryPage = ({ at, kind, items }: { at: string; kind: ItemKind; items: readonly Held[] }) => (
  <ConfirmPage
    title="Carry all of these along?"
    caption={kindTitles[kind]}
    lead={`${countInWords(items.length, 'thing')} stay as they are. You can still change each answer before the move.`}
    submit="Carry them all"
    cancel={at}
    action={`${at}/carry`}
  >
    <input type="hidden" name="kind" value={kind} />
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
