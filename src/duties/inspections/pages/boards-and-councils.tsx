import { Figure, type FigureFacts } from '../../../platform/charts/figure.tsx';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { type Kept, renderedOnce, ShowKept } from '../../../platform/ui/kept.tsx';
import { Columns, Empty, FilterForm, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import { reviewsCounted } from '../count.ts';
import type { Judgements } from '../facts.store.ts';
import { agreementFigures } from '../figures/boards-and-councils.ts';
import { agreementSentence, closenessSentence } from '../figures/sentences.ts';
import { frameworkFacts, judgementNames } from '../judgement.ts';
import { addressOf } from './addresses.ts';
import { BasisField, Choice, DayField } from './filter-fields.tsx';
import type { AgreementQuestion } from './filters.ts';
import { HowCounted } from './how-counted.tsx';
import { Shell, Source } from './shell.tsx';

interface Asked {
  typed: Readonly<Record<string, string>>;
  errors: FormErrors;
}

/** *Boards and councils*: how far their grades agreed, and which was the better. */
export const BoardsAndCouncilsPage = ({ kept }: { kept: Kept }) => (
  <Shell title="Boards and councils" current="boards-and-councils">
    <ShowKept kept={kept} />
  </Shell>
);

/** The same page when what was asked cannot be read. */
export const AgreementAskedWrongly = (props: Asked) => (
  <Shell title="Boards and councils" current="boards-and-councils" errors={props.errors}>
    <Heading />
    <Filters {...props} />
    <Empty title="Nothing is shown yet">Put right what stands beside the fields above, and press Show.</Empty>
  </Shell>
);

const Heading = () => (
  <PageTitle
    title="Boards and councils"
    lead="How Ofsted judged each safeguarding board beside its council, in the same inspection, under the single inspection framework."
  />
);

/** What *Boards and councils* shows of a question; kept while the facts stay as they are. */
export const keptAgreement = (judgements: Judgements, question: AgreementQuestion, typed: Asked['typed']): Kept => {
  const { asAt, basis, judgement } = question;
  const key = ['agreement page', asAt, basis, judgement, JSON.stringify(typed)].join(' ');
  return judgements.keep(key, () => renderedOnce(<Content {...{ judgements, question, typed }} />));
};

/** The figures of *Boards and councils*, for its page and its files. */
export const figuresOfAgreement = (
  judgements: Judgements,
  { asAt, basis, judgement }: AgreementQuestion,
): FigureFacts[] =>
  judgements.keep(`agreement ${asAt} ${basis} ${judgement}`, () =>
    agreementFigures(judgements.analyse({ framework: 'sif', asAt, basis }), judgement),
  );

function Content({
  judgements,
  question,
  typed,
}: {
  judgements: Judgements;
  question: AgreementQuestion;
  typed: Asked['typed'];
}) {
  const figures = figuresOfAgreement(judgements, question);
  const address = addressOf('boards-and-councils', typed);
  return (
    <>
      <Heading />
      {figures.length > 0 && <Meaning judgements={judgements} question={question} />}
      <Columns aside={<Beside question={question} typed={typed} />}>
        {figures.slice(0, 2).map((figure) => (
          <Figure key={figure.id} figure={figure} address={address} />
        ))}
        {figures.length === 0 && (
          <Empty title="No board had been reviewed by that day">
            The first reviews were published on 11 February 2014: choose a later day.
          </Empty>
        )}
      </Columns>
      {figures.slice(2).map((figure) => (
        <Figure key={figure.id} figure={figure} address={address} />
      ))}
      <Source />
    </>
  );
}

function Meaning({
  judgements,
  question: { asAt, basis, judgement },
}: {
  judgements: Judgements;
  question: AgreementQuestion;
}) {
  const analysis = judgements.analyse({ framework: 'sif', asAt, basis });
  const comparison = analysis.comparisons.find((each) => each.with === judgement);
  const closeness = closenessSentence(analysis, reviewsCounted(judgements.facts.reviews, asAt, basis));
  return (
    <>
      {comparison && <Say>{agreementSentence(comparison)}</Say>}
      {closeness && <p class="govuk-body reading">{closeness}</p>}
    </>
  );
}

const Beside = ({ question, typed }: { question: AgreementQuestion; typed: Asked['typed'] }) => (
  <>
    <Filters typed={typed} errors={noErrors} />
    <HowCounted basis={question.basis} />
  </>
);

const Filters = ({ typed, errors }: Asked) => (
  <FilterForm list={{ path: 'boards-and-councils', filters: typed, page: 1 }}>
    <DayField
      name="as-at"
      label="Published by"
      hint="For example, 31 March 2017. Today, if left empty"
      {...{ typed, errors }}
    />
    <BasisField {...{ typed, errors }} />
    <Choice
      name="with"
      label="Set beside the council’s"
      choices={frameworkFacts.sif.judgements.map((judgement) => [judgement, judgementNames[judgement]])}
      {...{ typed, errors }}
    />
  </FilterForm>
);
