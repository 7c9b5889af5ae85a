import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, FormPage } from '../../../platform/ui/patterns.tsx';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import { LastDayInput, readLastDay } from '../../directory/last-day.tsx';
import type { SeatedScope } from '../../doors.ts';
import { addOtherBoard, endOtherBoard, listOtherBoards, type OtherBoard } from '../other-board.store.ts';
import { findPerson, holdPerson, type Person } from '../person.store.ts';

const Form = z.object({
  board: z
    .string('Enter the name of the board')
    .trim()
    .min(1, 'Enter the name of the board')
    .max(200, 'The name must be 200 characters or fewer'),
  capacity: z.string().trim().max(100, 'It must be 100 characters or fewer').default(''),
});

export const askForOtherBoard: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  return page(<OtherBoardPage person={person} cancel={pathOf(scope, person)} answers={{}} />);
};

export const takeOtherBoard: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  const answers = answersOf(request);
  const cancel = pathOf(scope, person);
  const form = Form.safeParse(answers);
  if (!form.success) {
    const errors = formErrors(form.error, Object.keys(Form.shape));
    return page(<OtherBoardPage {...{ person, cancel, answers, errors }} />, 422);
  }
  await addOtherBoard(scope, person.id, form.data);
  return goTo(cancel);
};

const pathOf = ({ slug }: SeatedScope, { id }: Person) => `/${slug}/people/${id}`;

interface OtherBoardProps {
  person: Person;
  cancel: string;
  answers: Answers;
  errors?: FormErrors;
}

const OtherBoardPage = ({ person, cancel, answers, errors = noErrors }: OtherBoardProps) => (
  <FormPage
    title={`What other board does ${person.name} sit on?`}
    lead="A board of the place that is none of this partnership’s: the adults’ board, the health and wellbeing board."
    submit="Add board"
    cancel={cancel}
    errors={errors}
  >
    <Input
      id="board"
      name="board"
      label={{ text: 'Board', classes: 'govuk-label--s' }}
      value={typed(answers, 'board')}
      errorMessage={errors.on('board')}
    />
    <Input
      id="capacity"
      name="capacity"
      label={{ text: 'As what (optional)', classes: 'govuk-label--s' }}
      hint={{ text: 'Chair or member, for instance' }}
      value={typed(answers, 'capacity')}
      errorMessage={errors.on('capacity')}
    />
  </FormPage>
);

export const askToEndOtherBoard: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  return page(<EndOtherBoardPage {...(await toEnd(scope, request))} answers={{}} />);
};

export const takeEndOfOtherBoard: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const facts = await toEnd(scope, request);
  const answers = answersOf(request);
  const last = readLastDay(answers, facts.one.untilOn);
  if (last.day === undefined) return endAgain(facts, answers, last.errors);
  await endOtherBoard(scope, facts.person.id, facts.one.id, last.day);
  return goTo(facts.cancel);
};

const endAgain = (facts: EndFacts, answers: Answers, errors: FormErrors): Answer =>
  page(<EndOtherBoardPage {...facts} answers={answers} errors={errors} />, 422);

interface EndFacts {
  person: Person;
  one: OtherBoard;
  today: PlainDate;
  cancel: string;
}

async function toEnd(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]): Promise<EndFacts> {
  const person = found(await holdPerson(scope, idIn(request, 'person'))); // one change of their boards at a time
  const id = idIn(request, 'board_seat');
  const one = found((await listOtherBoards(scope, person.id)).find((board) => board.id === id));
  return { person, one, today: scope.today, cancel: pathOf(scope, person) };
}

const EndOtherBoardPage = (props: EndFacts & { answers: Answers; errors?: FormErrors }) => {
  const { person, one, today, cancel, answers, errors = noErrors } = props;
  return (
    <ConfirmPage
      title={`Does ${person.name} no longer sit on “${one.board}”?`}
      submit="End it"
      cancel={cancel}
      errors={errors}
    >
      <LastDayInput {...{ answers, today, errors }} untilOn={one.untilOn} />
    </ConfirmPage>
  );
};
