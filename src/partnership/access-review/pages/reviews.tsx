import { formatDay } from '../../../platform/calendar/in-words.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { DataTable, Empty, FormEnd, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import type { AccessReview } from '../access-review.ts';
import { openReview } from '../begin.ts';

/** The reviews there were, and the way to the next one. */
export const ReviewsPage = ({ slug, reviews }: { slug: string; reviews: readonly AccessReview[] }) => (
  <Layout title="Yearly review of access">
    <PageTitle
      title="Yearly review of access"
      lead="Once a year somebody looks at everybody who can sign in, and says who still needs to. It begins by itself when a year has passed."
    />
    {!openReview(reviews) && (
      <Form action={`/${slug}/access-review`}>
        <FormEnd submit="Begin a review now" />
      </Form>
    )}
    {reviews.length === 0 ? (
      <Empty title="No review has begun yet">Begin one now, or wait until a year has passed.</Empty>
    ) : (
      <DataTable
        caption="Reviews of access, the newest first"
        rows={reviews}
        columns={[
          {
            heading: 'Begun on',
            cell: ({ id, begunOn }) => (
              <a class="govuk-link" href={`/${slug}/access-review/${id}`}>
                {formatDay(begunOn)}
              </a>
            ),
          },
          { heading: 'Finished on', cell: ({ finishedOn }) => finishedOn && formatDay(finishedOn) },
          {
            heading: 'State',
            narrow: true,
            cell: ({ finishedOn }) =>
              finishedOn === undefined ? (
                <StateTag tone="warning">Going on</StateTag>
              ) : (
                <StateTag tone="good">Finished</StateTag>
              ),
          },
        ]}
      />
    )}
  </Layout>
);
