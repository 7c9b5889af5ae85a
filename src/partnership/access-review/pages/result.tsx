import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { DataTable, DetailPage } from '../../../platform/ui/patterns.tsx';
import type { Access } from '../access-review.ts';
import type { ReviewModel } from './review.tsx';

export interface ResultRow {
  name: string;
  agency: string;
  roles: string;
  answer: string;
  answeredBy: string;
  answeredOn: PlainDate | undefined;
}

/**
 * Everybody who was answered for and, while it goes on, everybody who has access; by name. Roles are those of today: what was
 * held then is in the trail.
 */
export function resultRows({ review, access, answers, people }: ReviewModel): ResultRow[] {
  const known = new Map<string, Pick<Access, 'agency' | 'roles'>>(access.map((one) => [one.person, one]));
  const open = review.finishedOn === undefined ? known.keys() : [];
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  return [...new Set([...open, ...answers.keys()])]
    .map((person) => {
      const answer = answers.get(person);
      return {
        name: nameOf(person),
        agency: known.get(person)?.agency ?? '',
        roles: known.get(person)?.roles.join('; ') ?? '',
        answer: answer ? answerText[answer.answer] : 'Not answered',
        answeredBy: answer ? nameOf(answer.by) : '',
        answeredOn: answer?.on,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const answerText = { keeps: 'Keeps access', ends: 'Access ended' } as const;

/** What came of a review; it prints as it stands. */
export const ResultPage = (model: ReviewModel) => {
  const { at, review } = model;
  const rows = resultRows(model);
  return (
    <DetailPage
      title="Review of access"
      lead={`Begun on ${formatDay(review.begunOn)}${review.finishedOn ? `, finished on ${formatDay(review.finishedOn)}` : ''}.`}
      state={{ text: 'Finished', tone: 'good' }}
      backLink={{ href: at.replace(/\/[^/]*$/, ''), text: 'All reviews' }}
    >
      <DataTable
        caption="Who was answered for, by name"
        rows={rows}
        downloads={[{ text: 'Table (CSV)', href: `${at}/result.csv` }]}
        columns={[
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Agency', cell: ({ agency }) => agency },
          { heading: 'Answer', cell: ({ answer }) => answer },
          { heading: 'Answered by', cell: ({ answeredBy }) => answeredBy },
          { heading: 'On', narrow: true, cell: ({ answeredOn }) => answeredOn && formatDay(answeredOn, 'plain') },
        ]}
      />
    </DetailPage>
  );
};
