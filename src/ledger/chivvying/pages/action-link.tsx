import { referenceOf } from '../../actions/needs.ts';

interface ActionLinkProps {
  slug: string;
  id: string;
  number: number;
  title: string;
}

/** An action by its reference and title, as a way to it. */
export const ActionLink = ({ slug, id, number, title }: ActionLinkProps) => (
  <a class="govuk-link" href={`/${slug}/actions/${id}`}>
    {`${referenceOf({ number })}: ${title}`}
  </a>
);
