import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { ConfirmPage, DayInput, dayAnswer, dayText } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import {
  findGroupSeat,
  findSeatHeldBy,
  type GroupSeat,
  holdGroupSeat,
  holdSeatHeldBy,
  leaveSeat,
} from '../group-seat.store.ts';
import { type EndRefusal, holdersAfter, type LeaveRefusal, rulingOnEndingSeat, rulingOnLeaving } from '../seats.ts';
import { endSeatWithHolders } from './end-group.tsx';
import { readNames } from './names.ts';
import { agencyOfSeat, type Names } from './seat-tables.tsx';

const Form = z.object({ untilOn: dayAnswer('Enter the last day', 'The last day must be a real date') });
const read = (answers: Answers) => Form.safeParse({ untilOn: dayText(answers, 'untilOn') });

export const showEndSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const seat = found(await findGroupSeat(scope, idIn(request, 'seat')));
  return page(<EndSeatPage slug={scope.slug} seat={seat} names={await readNames(scope)} today={scope.today} />);
};

export const takeEndSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const seat = found(await holdGroupSeat(scope, idIn(request, 'seat')));
  const names = await readNames(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) =>
    page(<EndSeatPage {...{ slug: scope.slug, seat, names, today: scope.today, answers, errors }} />, 422);
  const form = read(answers);
  if (!form.success) return askAgain(formErrors(form.error));
  const ruling = rulingOnEndingSeat(seat, form.data.untilOn);
  if (!ruling.allowed) return askAgain(formError('untilOn', endText[ruling.because]));
  await endSeatWithHolders(scope, seat, form.data.untilOn);
  return goTo(`/${scope.slug}/groups/${seat.group}`);
};

const endText: Record<EndRefusal, string> = {
  'ended-already': 'The seat has its last day already',
  'before-it-began': 'The last day must be the day the seat began, or after it',
  'somebody-later': 'Somebody begins in it after that day. Enter a later day, or record their leaving first',
};

interface SeatModel {
  slug: string;
  seat: GroupSeat;
  names: Names;
  today: PlainDate;
  answers?: Answers;
  errors?: FormErrors;
}

const EndSeatPage = ({ slug, seat, names, today, answers = {}, errors = noErrors }: SeatModel) => {
  const sitting = holdersAfter(seat, today).map(({ person }) => names.people.get(person) ?? 'somebody not known');
  return (
    <ConfirmPage
      title={`End the seat of ${agencyOfSeat(seat, names)}?`}
      submit="End the seat"
      grave
      cancel={`/${slug}/groups/seats/${seat.id}`}
      errors={errors}
    >
      <p>
        {sitting.length ? `The places of these end with it: ${sitting.join(', ')}. ` : 'Nobody sits in it. '}
        Who sat in it stays in the record.
      </p>
      <LastDay answers={answers} today={today} errors={errors} />
    </ConfirmPage>
  );
};

const LastDay = ({ answers, today, errors }: { answers: Answers; today: PlainDate; errors: FormErrors }) => (
  <DayInput
    name="untilOn"
    legend="When is the last day?"
    hint="That day is the last one in the seat"
    answers={answers}
    day={today}
    errorMessage={errors.on('untilOn')}
  />
);

/** Of the address: the id of a holding, and in its seat whose it is. */
const holderIn = (seat: GroupSeat, id: string) => found(seat.holders.find((holder) => holder.id === id));

export const showLeaveSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'holder');
  const seat = found(await findSeatHeldBy(scope, id));
  return page(<LeavePage slug={scope.slug} seat={seat} id={id} names={await readNames(scope)} today={scope.today} />);
};

export const takeLeaveSeat: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'holder');
  const seat = found(await holdSeatHeldBy(scope, id));
  const names = await readNames(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) =>
    page(<LeavePage {...{ slug: scope.slug, seat, id, names, today: scope.today, answers, errors }} />, 422);
  const form = read(answers);
  if (!form.success) return askAgain(formErrors(form.error));
  const ruling = rulingOnLeaving(holderIn(seat, id), form.data.untilOn);
  if (!ruling.allowed) return askAgain(formError('untilOn', leaveText[ruling.because]));
  await leaveSeat(scope, id, form.data.untilOn);
  return goTo(`/${scope.slug}/groups/seats/${seat.id}`);
};

const leaveText: Record<LeaveRefusal, string> = {
  'left-already': 'Their last day is recorded already',
  'before-they-sat': 'Their last day must be the day they began, or after it',
};

const LeavePage = ({ slug, seat, id, names, today, answers = {}, errors = noErrors }: SeatModel & { id: string }) => {
  const { person, deputy } = holderIn(seat, id);
  return (
    <ConfirmPage
      title={`When does ${names.people.get(person) ?? 'somebody not known'} leave the seat?`}
      submit="Save last day"
      cancel={`/${slug}/groups/seats/${seat.id}`}
      errors={errors}
    >
      <p>
        {deputy
          ? 'The seat has no deputy from the day after, until another is named.'
          : 'The seat is vacant from the day after, until somebody else sits in it. A deputy does not fill it.'}{' '}
        Their roles and their access to Concordat stay as they are.
      </p>
      <LastDay answers={answers} today={today} errors={errors} />
    </ConfirmPage>
  );
};
