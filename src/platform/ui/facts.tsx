import type { ComponentChildren } from 'preact';

export interface Fact {
  key: string;
  /** What is known; `undefined` or empty is shown as not yet recorded. */
  value: ComponentChildren;
  /** A link that changes it. `about` completes its words for those who do not see the row: “Change the due date”. */
  action?: { text: string; about: string; href: string };
}

/** What is known of one thing, a line to each fact: GOV.UK's summary list. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const anyAction = facts.some(({ action }) => action !== undefined);
  return (
    <dl class="govuk-summary-list">
      {facts.map((fact) => (
        <Row key={fact.key} fact={fact} anyAction={anyAction} />
      ))}
    </dl>
  );
}

const Row = ({ fact: { key, value, action }, anyAction }: { fact: Fact; anyAction: boolean }) => (
  <div
    class={
      anyAction && !action ? 'govuk-summary-list__row govuk-summary-list__row--no-actions' : 'govuk-summary-list__row'
    }
  >
    <dt class="govuk-summary-list__key">{key}</dt>
    <dd class="govuk-summary-list__value">
      {value === undefined || value === null || value === '' ? <span class="quiet">Not yet recorded</span> : value}
    </dd>
    {action && (
      <dd class="govuk-summary-list__actions">
        <a class="govuk-link" href={action.href}>
          {action.text}
          <span class="govuk-visually-hidden"> {action.about}</span>
        </a>
      </dd>
    )}
  </div>
);
