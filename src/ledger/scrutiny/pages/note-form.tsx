import { typed } from '../../../partnership/directory/answers.ts';
import type { Told } from '../../../partnership/directory/basis.ts';
import { Basis, ChangedMeanwhile, type Meanwhile } from '../../../partnership/directory/changed-meanwhile.tsx';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import type { Mention } from '../../../partnership/record-type.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input, Select } from '../../../platform/ui/govuk.tsx';
import { Actions, DayInput, Facts, FormPage, PageTitle } from '../../../platform/ui/patterns.tsx';
import { itemsOf, type Named } from '../../actions/choices.ts';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { type Asking, Words } from '../../words-field.tsx';
import { type Line, type Note, type NoteKind, noteKinds } from '../note.ts';
import type { NoteWords } from '../scrutiny-note.store.ts';

const texts: Readonly<Record<NoteKind, { title: string; named: string; words: string }>> = {
  evidence: { title: 'Evidence', named: 'What is it?', words: 'What does it show?' },
  visit: { title: 'A visit', named: 'What was the visit?', words: 'What was heard?' },
  challenge: {
    title: 'Draft a challenge',
    named: 'The challenge in one sentence',
    words: 'What was seen, and why does it matter for children?',
  },
};

/** A note as its form tells it, in words. */
export const toldOf = (
  note: NoteWords & { reference: string },
  { agencies, lines }: { agencies: readonly Named[]; lines: readonly Line[] },
): Told => ({
  [texts[note.kind].named]: note.title,
  [texts[note.kind].words]: note.words,
  'Web address': note.address,
  Day: note.onDay,
  Where: note.place,
  'Who was heard': note.heard,
  'What to follow up': note.followUp,
  To: agencies.find(({ id }) => id === note.agency)?.name ?? '',
  'What the answer must say': note.expected,
  'Line of enquiry': lines.find(({ id }) => id === note.line)?.title ?? '',
  'Rests on': note.reference,
});

/** The answers that the form of a note begins with. */
export const answersFrom = (note: Note, reference: string): Answers => ({
  title: note.title,
  words: note.words,
  address: note.address,
  place: note.place,
  heard: note.heard,
  followUp: note.followUp,
  agency: note.agency ?? '',
  expected: note.expected,
  line: note.line ?? '',
  reference,
});

interface NoteFormProps {
  kind: NoteKind;
  agencies: readonly Named[];
  lines: readonly Line[];
  today: PlainDate;
  onDay?: PlainDate;
  cancel: string;
  answers: Answers;
  errors?: FormErrors;
  /** What the form is based on; absent for a new note. */
  told?: Told;
  meanwhile?: Meanwhile | undefined;
}

export const NoteFormPage = (props: NoteFormProps) => {
  const { kind, cancel, answers, errors = noErrors, told, meanwhile: other, today, onDay = today } = props;
  const { title, named, words } = texts[kind];
  return (
    <FormPage
      title={title}
      lead="Nobody else sees it, unless you share its line of enquiry. Name no child and nobody of a family."
      submit={`Save ${kind === 'challenge' ? 'draft' : kind}`}
      cancel={cancel}
      errors={errors}
    >
      {other && <ChangedMeanwhile {...other} />}
      {told && <Basis told={told} answers={answers} shown={other !== undefined} />}
      <input type="hidden" name="kind" value={kind} />
      <Line name="title" label={named} {...{ answers, errors }} />
      {kind === 'challenge' && (
        <Select
          id="agency"
          name="agency"
          label={{ text: 'To which agency?', classes: 'govuk-label--s' }}
          hint={{ text: 'To a chair by the agency they speak for' }}
          value={typed(answers, 'agency')}
          items={itemsOf('Select an agency', props.agencies)}
          errorMessage={errors.on('agency')}
        />
      )}
      {kind === 'visit' && <Visit {...{ answers, errors }} />}
      <DayInput name="onDay" legend="On which day?" answers={answers} day={onDay} errorMessage={errors.on('onDay')} />
      <Words name="words" label={words} rows={6} {...{ answers, errors }} />
      {kind === 'visit' && (
        <Words name="followUp" label="What is to be followed up? (optional)" {...{ answers, errors }} />
      )}
      {kind === 'challenge' && (
        <Words name="expected" label="What must the answer say? (optional)" {...{ answers, errors }} />
      )}
      <RestsOn {...props} errors={errors} />
    </FormPage>
  );
};

const Visit = (asking: Asking) => (
  <>
    <Line name="place" label="Where?" {...asking} />
    <Line
      name="heard"
      label="Who was heard?"
      hint="By what they do, and how many: four social workers, six young people. Never by name"
      {...asking}
    />
  </>
);

const RestsOn = ({ lines, answers, errors }: NoteFormProps & Asking) => (
  <>
    <Line name="address" label="A web address where it can be read (optional)" {...{ answers, errors }} />
    <Line
      name="reference"
      label="A record here that it rests on (optional)"
      hint="Its reference, like Action 12. Nobody sees that you looked at it"
      {...{ answers, errors }}
    />
    <Select
      id="line"
      name="line"
      label={{ text: 'For which line of enquiry? (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'line')}
      items={itemsOf(
        'None',
        lines.map(({ id, title }) => ({ id, name: title })),
      )}
      errorMessage={errors.on('line')}
    />
  </>
);

interface LineProps extends Asking {
  name: string;
  label: string;
  hint?: string;
}

const Line = ({ name, label, hint, answers, errors }: LineProps) => (
  <Input
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);

interface NotePageProps {
  note: Note;
  line: Line | undefined;
  /** The record that it rests on. */
  rests: Mention | undefined;
  names: ReadonlyMap<string, string>;
  slug: string;
  sections: ChallengeSections;
  me: string;
}

/** One piece of evidence, one visit or one draft of a challenge. */
export const NotePage = ({ note, line, rests, names, slug, sections, me }: NotePageProps) => {
  const here = `/${slug}/scrutiny`;
  return (
    <ChallengeShell title={note.title} current="scrutiny" sections={sections}>
      <PageTitle title={note.title} caption={noteKinds[note.kind]} />
      <Actions
        actions={
          note.putAs
            ? [{ text: 'Go to the challenge', href: `/${slug}/challenges/${note.putAs}` }]
            : [
                { text: 'Change', href: `${here}/notes/${note.id}/change` },
                ...(note.kind === 'challenge'
                  ? [{ text: 'Put it to the agency', href: `${here}/notes/${note.id}/put` }]
                  : []),
              ]
        }
      />
      <Facts
        facts={[
          { key: 'Day', value: formatDay(note.onDay) },
          { key: 'To', value: note.agency && (names.get(note.agency) ?? 'An agency') },
          { key: 'Where', value: note.place },
          { key: 'Who was heard', value: note.heard },
          { key: texts[note.kind].words, value: <TypedWords text={note.words} /> },
          { key: 'What to follow up', value: note.followUp && <TypedWords text={note.followUp} /> },
          { key: 'What the answer must say', value: note.expected && <TypedWords text={note.expected} /> },
          {
            key: 'Web address',
            value: /^https?:\/\//i.test(note.address) && (
              <a class="govuk-link" href={note.address}>
                {note.address}
              </a>
            ),
          },
          {
            key: 'Rests on',
            value: rests && (
              <a class="govuk-link" href={`/${slug}${rests.path}`}>
                {rests.reference}: {rests.title}
              </a>
            ),
          },
          {
            key: 'Line of enquiry',
            value: line && (
              <a class="govuk-link" href={`${here}/lines/${line.id}`}>
                {line.title}
              </a>
            ),
          },
          { key: 'Written by', value: note.author === me ? 'You' : (names.get(note.author) ?? 'Another scrutineer') },
        ].filter(({ value }) => value !== undefined && value !== '' && value !== false)}
      />
    </ChallengeShell>
  );
};
