import { answersOf, idIn, ticked, typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../../partnership/directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Input } from '../../../platform/ui/govuk.tsx';
import { Actions, Facts, FormPage, PageTitle } from '../../../platform/ui/patterns.tsx';
import { ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { readNames } from '../../names.store.ts';
import { Words } from '../../words-field.tsx';
import { lineFields, readLine } from '../forms.ts';
import { type Line, othersOn } from '../note.ts';
import { listScrutineers } from '../scrutineer.store.ts';
import { beginLine, changeLine, findLine, holdLine } from '../scrutiny-line.store.ts';
import { listNotes, showNote } from '../scrutiny-note.store.ts';
import { NoteRows } from './workspace.tsx';

const toldOf = ({ title, question, finding }: Pick<Line, 'title' | 'question' | 'finding'>, closed: boolean): Told => ({
  'Line of enquiry': title,
  'What you want to know': question,
  'What you found': finding,
  Finished: closed ? 'Yes' : 'No',
});

export const askForLine: Handler<SeatedScope> = (scope) => {
  permit(scope, 'scrutiny.write');
  return page(<LinePage cancel={`/${scope.slug}/scrutiny/workspace`} answers={{}} />);
};

export const takeLine: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const answers = answersOf(request);
  const form = readLine(answers);
  if (form.success) return goTo(`/${scope.slug}/scrutiny/lines/${await beginLine(scope, form.data)}`);
  const errors = formErrors(form.error, lineFields);
  return page(<LinePage cancel={`/${scope.slug}/scrutiny/workspace`} {...{ answers, errors }} />, 422);
};

export const showLine: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const line = found(await findLine(scope, idIn(request, 'scrutiny_line')));
  const [notes, names] = await Promise.all([listNotes(scope, line.id), readNames(scope)]);
  const here = `/${scope.slug}/scrutiny`;
  const others = othersOn(line, scope.person).map((id) => names.get(id) ?? 'somebody');
  return page(
    <ChallengeShell title={line.title} current="scrutiny" sections={challengeSections(scope)}>
      <PageTitle
        title={line.title}
        caption="Line of enquiry"
        state={line.closedOn ? { text: 'Finished', tone: 'calm' } : { text: 'Open', tone: 'plain' }}
      />
      <Actions
        actions={[
          { text: 'Change, or say what you found', href: `${here}/lines/${line.id}/change` },
          { text: 'Add evidence', href: `${here}/notes/add?kind=evidence&line=${line.id}` },
          { text: 'Note a visit', href: `${here}/notes/add?kind=visit&line=${line.id}` },
          { text: 'Draft a challenge', href: `${here}/notes/add?kind=challenge&line=${line.id}` },
          ...(line.author === scope.person
            ? [{ text: 'Share with another scrutineer', href: `${here}/lines/${line.id}/share` }]
            : []),
        ]}
      />
      <Facts
        facts={[
          { key: 'What you want to know', value: <TypedWords text={line.question} /> },
          { key: 'What you found', value: line.finding === '' ? 'Not yet known' : <TypedWords text={line.finding} /> },
          { key: 'Begun', value: formatDay(line.begunOn) },
          { key: 'Who sees it', value: others.length === 0 ? 'You alone' : `You and ${others.join(', ')}` },
        ]}
      />
      <h2 class="govuk-heading-m section-title">Evidence, visits and draft challenges</h2>
      <NoteRows notes={notes} here={here} />
    </ChallengeShell>,
  );
};

const changePage = ({ slug }: SeatedScope, line: Line) => ({
  cancel: `/${slug}/scrutiny/lines/${line.id}`,
  told: toldOf(line, line.closedOn !== undefined),
});

export const askToChangeLine: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const line = found(await findLine(scope, idIn(request, 'scrutiny_line')));
  const { title, question, finding } = line;
  const answers = { title, question, finding, ...(line.closedOn && { closed: 'yes' }) };
  return page(<LinePage {...changePage(scope, line)} answers={answers} />);
};

export const takeChangedLine: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const line = found(await holdLine(scope, idIn(request, 'scrutiny_line')));
  const shown = changePage(scope, line);
  const answers = answersOf(request);
  const again = (errors: FormErrors, other?: Meanwhile) =>
    page(<LinePage {...shown} answers={answers} errors={errors} meanwhile={other} />, 422);
  const form = readLine(answers);
  if (!form.success) return again(formErrors(form.error, lineFields));
  const closed = ticked(answers, 'closed').includes('yes');
  const other = meanwhile(typed(answers, 'basis'), shown.told, toldOf(form.data, closed), shown.cancel);
  if (other) return again(formError('', changedMeanwhileText), other);
  await changeLine(scope, line.id, { ...form.data, closedOn: closed ? (line.closedOn ?? scope.today) : undefined });
  return goTo(shown.cancel);
};

interface LinePageProps {
  cancel: string;
  answers: Answers;
  errors?: FormErrors;
  /** What the form is based on; absent for a new line. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

const LinePage = ({ cancel, answers, errors = noErrors, told, meanwhile: other }: LinePageProps) => (
  <FormPage
    title={told ? 'Change the line of enquiry' : 'Begin a line of enquiry'}
    lead="Nobody else sees it. Name no child and nobody of a family."
    submit="Save line of enquiry"
    cancel={cancel}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    {told && <Basis told={told} answers={answers} shown={other !== undefined} />}
    <Input
      id="title"
      name="title"
      label={{ text: 'What is it called?', classes: 'govuk-label--s' }}
      value={typed(answers, 'title')}
      errorMessage={errors.on('title')}
    />
    <Words name="question" label="What do you want to know?" {...{ answers, errors }} />
    <Words name="finding" label="What did you find? (optional)" rows={6} {...{ answers, errors }} />
    {told && (
      <Checkboxes
        name="closed"
        idPrefix="closed"
        values={[...ticked(answers, 'closed')]}
        items={[{ value: 'yes', text: 'This line of enquiry is finished' }]}
      />
    )}
  </FormPage>
);

/** The line that somebody may share: their own. */
async function shareable(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1], hold: boolean) {
  const id = idIn(request, 'scrutiny_line');
  const line = await (hold ? holdLine(scope, id) : findLine(scope, id));
  const scrutineers = (await listScrutineers(scope)).filter((one) => one.id !== scope.person);
  return { line: found(line?.author === scope.person ? line : undefined), scrutineers };
}

export const askToShare: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const { line, scrutineers } = await shareable(scope, request, false);
  return page(<SharePage {...{ line, scrutineers }} slug={scope.slug} chosen={line.shownTo} />);
};

export const takeShare: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const { line, scrutineers } = await shareable(scope, request, true);
  const chosen = ticked(answersOf(request), 'with');
  if (chosen.some((id) => !scrutineers.some((one) => one.id === id)))
    return page(
      <SharePage
        {...{ line, scrutineers, chosen }}
        slug={scope.slug}
        errors={formError('with', 'Select scrutineers from the list')}
      />,
      422,
    );
  // whoever has written under it keeps what is theirs; those it is shared with see all of it
  const notes = await listNotes(scope, line.id);
  const shownTo = [...new Set([...chosen, ...(line.heir === undefined ? [] : [line.heir])])];
  for (const note of notes.filter(({ author }) => author === scope.person)) await showNote(scope, note.id, shownTo);
  await changeLine(scope, line.id, { shownTo });
  return goTo(`/${scope.slug}/scrutiny/lines/${line.id}`);
};

interface ShareProps {
  line: Line;
  scrutineers: readonly { id: string; name: string }[];
  slug: string;
  chosen: readonly string[];
  errors?: FormErrors;
}

const SharePage = ({ line, scrutineers, slug, chosen, errors = noErrors }: ShareProps) => (
  <FormPage
    title="Share with another scrutineer"
    caption={line.title}
    lead={
      scrutineers.length === 0
        ? 'There is no other scrutineer here today.'
        : 'They see this line of enquiry with its evidence, visits and draft challenges, and can add to it. Your reports stay yours.'
    }
    submit="Save who sees it"
    cancel={`/${slug}/scrutiny/lines/${line.id}`}
    errors={errors}
  >
    {scrutineers.length > 0 && (
      <Checkboxes
        name="with"
        idPrefix="with"
        fieldset={{ legend: { text: 'Who works on it with you?', classes: 'govuk-fieldset__legend--s' } }}
        values={[...chosen]}
        items={scrutineers.map(({ id, name }) => ({ value: id, text: name }))}
        errorMessage={errors.on('with')}
      />
    )}
  </FormPage>
);
