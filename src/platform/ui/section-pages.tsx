interface SectionPagesProps {
  /** What the pages are about: “Inspection”. */
  about: string;
  pages: readonly { text: string; href: string; current: boolean }[];
}

/** The way from each page of a section to the others. */
export const SectionPages = ({ about, pages }: SectionPagesProps) => (
  <nav aria-label={about}>
    <ul class="pages">
      {pages.map(({ text, href, current }) => (
        <li key={href}>
          <a class="govuk-link" href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
