import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answersOf, idIn, typed } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import type { Mention } from '../../partnership/record-type.ts';
import { permit } from '../../platform/access/permit.ts';
import { isId } from '../../platform/database/ids.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { Button, Input, Radios } from '../../platform/ui/govuk.tsx';
import { ConfirmPage, Empty, FormPage } from '../../platform/ui/patterns.tsx';
import { mentionAll, mentionOne } from './read-thread.ts';
import { tieNames, ties } from './thread.ts';
import { findTie, tie, untie } from './thread-link.store.ts';

/** How many records of a type a search offers. */
const perType = 10;

const Form = z.object({
  record: z.string('Select a record').regex(/^[a-z-]{1,40}\/[0-9a-f-]{36}$/, 'Select a record'),
  how: z.enum(tieNames, 'Select how they belong together'),
});

/** The record that the address names, where this person may know of it. @throws {NotFound} where not */
async function recordIn(scope: SeatedScope, request: FastifyRequest): Promise<Mention> {
  const { kind } = request.params as { kind: string };
  return found(await mentionOne(scope, request.server.house.records, { kind, id: idIn(request, 'record') }));
}

async function search(scope: SeatedScope, request: FastifyRequest, text: string, except: string): Promise<Mention[]> {
  if (text === '') return [];
  const results = await Promise.all(
    request.server.house.records.map((type) => type.search(scope, text.slice(0, 100), perType)),
  );
  return results.flat().filter(({ id }) => id !== except);
}

export const askToTie: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'thread.tie');
  const record = await recordIn(scope, request);
  const text = typed(request.query as Answers, 'text').trim();
  const results = await search(scope, request, text, record.id);
  return page(<TiePage slug={scope.slug} {...{ record, text, results }} answers={{}} />);
};

export const takeTie: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'thread.tie');
  const record = await recordIn(scope, request);
  const answers = answersOf(request);
  const text = typed(answers, 'text').trim();
  const results = await search(scope, request, text, record.id);
  const again = (errors: FormErrors) =>
    page(<TiePage slug={scope.slug} {...{ record, text, results, answers, errors }} />, 422);

  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error, Object.keys(Form.shape)));
  const [kind = '', id = ''] = form.data.record.split('/');
  const other = isId(id) ? await mentionOne(scope, request.server.house.records, { kind, id }) : undefined;
  if (!other) return again(formError('record', 'Select one of the records found'));
  if (other.id === record.id) return again(formError('record', 'A record is not tied to itself. Select another'));
  const { relation, outward } = ties[form.data.how];
  await (outward ? tie(scope, record, relation, other) : tie(scope, other, relation, record));
  return goTo(`/${scope.slug}${record.path}`);
};

/** A tie of which this person may know both ends. @throws {NotFound} where there is none */
async function tieIn(scope: SeatedScope, request: FastifyRequest) {
  const link = found(await findTie(scope, idIn(request, 'tie')));
  const ends = await mentionAll(scope, request.server.house.records, [link.from, link.to]);
  const end = (id: string) => found(ends.find((mention) => mention.id === id));
  return { link, from: end(link.from.id), to: end(link.to.id) };
}

export const askToUntie: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'thread.tie');
  const { from, to } = await tieIn(scope, request);
  return page(
    <ConfirmPage title="Untie these records?" submit="Untie them" cancel={`/${scope.slug}${from.path}`}>
      <p>
        {from.reference}, “{from.title}”, and {to.reference}, “{to.title}”, stay as they are. Only the step between them
        goes. You can tie them again.
      </p>
    </ConfirmPage>,
  );
};

export const takeUntie: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'thread.tie');
  const { link, from } = await tieIn(scope, request);
  await untie(scope, link.id);
  return goTo(`/${scope.slug}${from.path}`);
};

interface TieModel {
  slug: string;
  record: Mention;
  text: string;
  results: readonly Mention[];
  answers: Answers;
  errors?: FormErrors;
}

const TiePage = ({ slug, record, text, results, answers, errors = noErrors }: TieModel) => (
  <FormPage
    title="Tie it to another record"
    caption={`${record.reference}: ${record.title}`}
    lead="Say what it came from, or what it led to. Whoever may see both sees the step on each."
    submit="Tie records"
    cancel={`/${slug}${record.path}`}
    errors={errors}
    before={<Search text={text} path={`/${slug}/thread/${record.kind}/${record.id}/tie`} />}
  >
    <input type="hidden" name="text" value={text} />
    {results.length === 0 ? (
      <Empty title={text === '' ? 'Nothing searched for yet' : 'No record has these words'}>
        Search for a number or for words of the record’s title.
      </Empty>
    ) : (
      <Radios
        name="record"
        idPrefix="record"
        fieldset={{ legend: { text: 'Which record?', classes: 'govuk-fieldset__legend--s' } }}
        value={typed(answers, 'record')}
        items={results.map(({ kind, id, reference, title, state }) => ({
          value: `${kind}/${id}`,
          text: title,
          hint: { text: `${reference}, ${state.toLowerCase()}` },
        }))}
        errorMessage={errors.on('record')}
      />
    )}
    <Radios
      name="how"
      idPrefix="how"
      fieldset={{ legend: { text: 'How do they belong together?', classes: 'govuk-fieldset__legend--s' } }}
      value={typed(answers, 'how')}
      items={tieNames.map((value) => ({ value, text: ties[value].title }))}
      errorMessage={errors.on('how')}
    />
  </FormPage>
);

const Search = ({ text, path }: { text: string; path: string }) => (
  <form method="get" action={path}>
    <Input
      id="text"
      name="text"
      label={{ text: 'Search for the other record', classes: 'govuk-label--s' }}
      value={text}
    />
    <Button text="Search" classes="govuk-button--secondary" />
  </form>
);
