import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { addDays } from '../../../platform/calendar/days.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import {
  DataTable,
  Empty,
  type ListAddress,
  Listing,
  PageTitle,
  readListAddress,
} from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { countTold, listTold, type Told } from '../reminder.store.ts';
import { tones } from '../rules.ts';
import { ActionLink } from './action-link.tsx';

const perPage = 50;

/** Who was told what, and when. */
export const showTold: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'chivvying.read');
  const list = readListAddress(`/${scope.slug}/chivvying/told`, request.query as Record<string, unknown>, {
    filters: [],
    sorts: [],
  });
  const [told, found] = await Promise.all([
    listTold(scope, { limit: perPage, offset: (list.page - 1) * perPage }),
    countTold(scope),
  ]);
  return page(
    <ToldPage {...{ list, told, found, slug: scope.slug, today: scope.today }} sections={actionSections(scope)} />,
  );
};

interface ToldModel {
  list: ListAddress;
  told: readonly Told[];
  found: number;
  slug: string;
  today: PlainDate;
  sections: ActionSections;
}

const ToldPage = ({ list, told, found, slug, today, sections }: ToldModel) => (
  <ActionsShell title="Who was told what and when" current="chivvying" sections={sections}>
    <PageTitle
      title="Who was told what and when"
      lead="Every line of every digest, and what somebody of the office told."
    />
    <Listing
      list={list}
      found={found}
      perPage={perPage}
      one="line"
      empty={
        <Empty title="Nobody has been told anything yet.">The first digests go out on the next working morning.</Empty>
      }
    >
      <DataTable
        caption="What people were told, the latest first"
        rows={told}
        columns={[
          {
            heading: 'Who',
            cell: ({ person, owner }) => (owner && owner !== person ? `${person}, for ${owner}` : person),
          },
          { heading: 'Told', cell: (one) => whenTold(one, today) },
          { heading: 'How', cell: ({ tone, byHand }) => (byHand ? `${tones[tone]}, by somebody` : tones[tone]) },
          {
            heading: 'About',
            cell: ({ action, number, title }) => <ActionLink slug={slug} id={action} number={number} title={title} />,
          },
        ]}
      />
    </Listing>
  </ActionsShell>
);

/** A line that no digest took within a day or two was not right any more, or could not be sent. */
function whenTold({ toldOn, madeOn }: Told, today: PlainDate): string {
  if (toldOn !== undefined) return formatDay(toldOn, 'plain');
  return addDays(madeOn, 2) >= today
    ? `Waits since ${formatDay(madeOn, 'plain')}`
    : `Not told: settled before it was sent, or no way to send (${formatDay(madeOn, 'plain')})`;
}
