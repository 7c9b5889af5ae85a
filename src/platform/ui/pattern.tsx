import type { ComponentChildren } from 'preact';

/** One pattern, with when to use it. */
export const Pattern = ({ title, use, children }: { title: string; use: string; children: ComponentChildren }) => (
  <section class="pattern">
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="quiet">{use}</p>
    {children}
  </section>
);
