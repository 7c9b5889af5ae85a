import { formatDay } from '../../../platform/calendar/in-words.ts';
import { plainDate } from '../../../platform/calendar/plain-date.ts';
import { Figure, type FigureFacts } from '../../../platform/charts/figure.tsx';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { type Kept, renderedOnce, ShowKept } from '../../../platform/ui/kept.tsx';
import { Columns, Empty, FilterForm, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import type { Judgements } from '../facts.store.ts';
import {
  type EnglandQuestion,
  englandFigures,
  englandSentence,
  subjectNames,
  subjects,
  usualEarlyUntil,
} from '../figures/england.ts';
import { addressOf } from './addresses.ts';
import { BasisField, Choice, DayField } from './filter-fields.tsx';
import { HowCounted } from './how-counted.tsx';
import { Shell, Source } from './shell.tsx';

interface EnglandProps {
  typed: Readonly<Record<string, string>>;
  errors: FormErrors;
}

/** *England*: how the grades stand on a day, over time, by region, early and late. */
export const EnglandPage = ({ kept }: { kept: Kept }) => (
  <Shell title="England" current="england">
    <ShowKept kept={kept} />
  </Shell>
);

/** The same page when what was asked cannot be read. */
export const EnglandAskedWrongly = (props: EnglandProps) => (
  <Shell title="England" current="england" errors={props.errors}>
    <Heading />
    <Filters {...props} />
    <Empty title="Nothing is shown yet">Put right what stands beside the fields above, and press Show.</Empty>
  </Shell>
);

const Heading = () => <PageTitle title="England" lead="How inspectors judged safeguarding boards and councils." />;

/** What *England* shows of a question; kept while the facts stay as they are. */
export const keptEngland = (judgements: Judgements, question: EnglandQuestion, typed: EnglandProps['typed']): Kept => {
  const { subject, asAt, basis, earlyUntil } = question;
  const key = ['england page', subject, asAt, basis, earlyUntil, JSON.stringify(typed)].join(' ');
  return judgements.keep(key, () => renderedOnce(<EnglandContent {...{ judgements, question, typed }} />));
};

/** The figures of *England*, for its page and its files. */
export const figuresOfEngland = ({ facts, keep }: Judgements, question: EnglandQuestion): FigureFacts[] => {
  const { subject, asAt, basis, earlyUntil } = question;
  return keep(`england ${subject} ${asAt} ${basis} ${earlyUntil}`, () => englandFigures(facts, question));
};

function EnglandContent({
  judgements,
  question,
  typed,
}: {
  judgements: Judgements;
  question: EnglandQuestion;
  typed: EnglandProps['typed'];
}) {
  const address = addressOf('england', typed);
  const figures = figuresOfEngland(judgements, question);
  const [first, others] = [figures.slice(0, 2), figures.slice(2)];
  return (
    <>
      <Heading />
      <Say>{englandSentence(judgements.facts, question)}</Say>
      <Columns aside={<Beside question={question} typed={typed} />}>
        {first.map((figure) => (
          <Figure key={figure.id} figure={figure} address={address} />
        ))}
      </Columns>
      {others.map((figure) => (
        <Figure key={figure.id} figure={figure} address={address} />
      ))}
      <Source />
    </>
  );
}

function Beside({ question, typed }: { question: EnglandQuestion; typed: EnglandProps['typed'] }) {
  return (
    <>
      <Filters typed={typed} errors={noErrors} />
      {question.subject !== 'ilacs' && <HowCounted basis={question.basis} />}
    </>
  );
}

const Filters = ({ typed, errors }: EnglandProps) => (
  <FilterForm list={{ path: 'england', filters: typed, page: 1 }}>
    <Choice
      name="of"
      label="Judgements of"
      choices={subjects.map((subject) => [subject, subjectNames[subject]])}
      {...{ typed, errors }}
    />
    <DayField
      name="as-at"
      label="Published by"
      hint="For example, 31 March 2017. Today, if left empty"
      {...{ typed, errors }}
    />
    <BasisField {...{ typed, errors }} />
    <DayField
      name="early-until"
      label="Early means up to"
      hint={`${usualEarlyDay(typed)}, if left empty`}
      {...{ typed, errors }}
    />
  </FilterForm>
);

const usualEarlyDay = ({ of }: EnglandProps['typed']): string => {
  const subject = subjects.find((each) => each === of) ?? 'boards';
  return formatDay(plainDate(usualEarlyUntil[subject]), 'plain');
};
