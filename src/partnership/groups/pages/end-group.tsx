import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { ConfirmPage, countInWords, DayInput, dayAnswer, dayText } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import { endGroup, findGroup, type Group, holdGroups, listGroups } from '../group.store.ts';
import { listHoldersFor } from '../group-roles.store.ts';
import { endGroupSeat, type GroupSeat, holdSeatsOf, leaveSeat, listSeatsOf } from '../group-seat.store.ts';
import { isLive } from '../kinds.ts';
import { holdersAfter, isOn, sitterOn } from '../seats.ts';
import { type GroupEndRefusal, rulingOnEnding } from '../structure.ts';

const Form = z.object({
  endedOn: dayAnswer('Enter the last day of the group', 'The last day of the group must be a real date'),
});

export const showEndGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const hangs = await whatHangsOn(scope, group, await listGroups(scope), await listSeatsOf(scope, group.id));
  return page(<EndGroupPage slug={scope.slug} group={group} hangs={hangs} today={scope.today} />);
};

export const takeEndGroup: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const groups = await holdGroups(scope);
  const group = found(groups.find((one) => one.id === id));
  const seats = await holdSeatsOf(scope, id);
  const hangs = await whatHangsOn(scope, group, groups, seats);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) =>
    page(
      <EndGroupPage
        slug={scope.slug}
        group={group}
        hangs={hangs}
        today={scope.today}
        answers={answers}
        errors={errors}
      />,
      422,
    );
  const form = Form.safeParse({ endedOn: dayText(answers, 'endedOn') });
  if (!form.success) return askAgain(formErrors(form.error));
  const { endedOn } = form.data;
  const ruling = rulingOnEnding(group, seats, endedOn);
  if (!ruling.allowed) return askAgain(formError('endedOn', refusalText[ruling.because]));
  for (const seat of seats) await endSeatWithHolders(scope, seat, endedOn);
  await endGroup(scope, id, endedOn);
  return goTo(`/${scope.slug}/groups/${id}`);
};

/** The last day of a seat, and of everybody in it who would have gone on. One that has ended before stays as it was. */
export async function endSeatWithHolders(scope: SeatedScope, seat: GroupSeat, endedOn: PlainDate): Promise<void> {
  for (const { id } of holdersAfter(seat, endedOn)) await leaveSeat(scope, id, endedOn);
  if (seat.untilOn === undefined || seat.untilOn > endedOn) await endGroupSeat(scope, seat.id, endedOn);
}

const refusalText: Record<GroupEndRefusal, string> = {
  'ended-already': 'The group has its last day already',
  'before-it-began': 'The last day must be the day the group began, or after it',
  'somebody-later': 'A seat, or somebody’s time in one, begins after that day. Enter a later day, or end those first',
};

/** What ends with a group, or is left without it. */
interface Hanging {
  seats: number;
  people: number;
  below: readonly string[];
  roles: number;
}

const whatHangsOn = async (
  scope: SeatedScope,
  { id }: Group,
  groups: readonly Group[],
  seats: readonly GroupSeat[],
): Promise<Hanging> => ({
  seats: seats.filter((seat) => isOn(seat, scope.today)).length,
  people: new Set(seats.flatMap((seat) => sitterOn(seat, scope.today)?.person ?? [])).size,
  below: groups.filter((one) => one.parent === id && isLive(one, scope.today)).map(({ name }) => name),
  roles: (await listHoldersFor(scope, id)).length,
});

interface EndGroupModel {
  slug: string;
  group: Group;
  hangs: Hanging;
  today: PlainDate;
  answers?: Answers;
  errors?: FormErrors;
}

const EndGroupPage = ({ slug, group, hangs, today, answers = {}, errors = noErrors }: EndGroupModel) => (
  <ConfirmPage
    title={`End ${group.name}?`}
    submit="End the group"
    grave
    cancel={`/${slug}/groups/${group.id}`}
    errors={errors}
  >
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {countInWords(hangs.seats, 'seat')} of it {hangs.seats === 1 ? 'ends' : 'end'} with it
        {hangs.people > 0 &&
          `, and with them the places of ${hangs.people} ${hangs.people === 1 ? 'person' : 'people'}`}
        .
      </li>
      {hangs.below.length > 0 && (
        <li>These groups report to it and need another to report to: {hangs.below.join(', ')}.</li>
      )}
      {hangs.roles > 0 && (
        <li>
          {countInWords(hangs.roles, 'role')} given for this group {hangs.roles === 1 ? 'goes' : 'go'} on until the
          business manager ends {hangs.roles === 1 ? 'it' : 'them'}.
        </li>
      )}
      <li>What it did, who sat in it and its terms of reference stay in the record.</li>
    </ul>
    <DayInput
      name="endedOn"
      legend="When is its last day?"
      hint="For example, 31 3 2027"
      answers={answers}
      day={today}
      errorMessage={errors.on('endedOn')}
    />
  </ConfirmPage>
);
