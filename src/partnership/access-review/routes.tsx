import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { type Answer, download, goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FieldError, type FormErrors, formError, formErrorsOf, noErrors } from '../../platform/ui/errors.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { inScope, type SeatedScope } from '../doors.ts';
import { letLeave } from '../leaving/carry-out.ts';
import { endingWithTasksTo } from '../leaving/leaving.ts';
import { holdPerson } from '../leaving/things.store.ts';
import { listPeople } from '../people/person.store.ts';
import { noLongerNeeded } from '../task.store.ts';
import { answerReview, finishReview, listAccess, listReviewAnswers, listReviews } from './access-review.store.ts';
import { endingIn, type FinishRefusal, type Keeping, rulingOnFinishing } from './access-review.ts';
import { begin, reviewTask } from './begin.ts';
import { FinishPage } from './pages/finish.tsx';
import { ResultPage, resultRows } from './pages/result.tsx';
import { type ReviewModel, ReviewPage } from './pages/review.tsx';
import { ReviewsPage } from './pages/reviews.tsx';

/** *Yearly review of access*: for everybody who can sign in, whether they still need to. */
export const accessReviewRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showReviews));
  app.post('/', inScope(takeBeginning));
  app.get('/:id', inScope(showReview));
  app.post('/:id', inScope(takeAnswers));
  app.post('/:id/agency', inScope(takeAgency));
  app.get('/:id/finish', inScope(showFinish));
  app.post('/:id/finish', inScope(takeFinish));
  app.get('/:id/result.csv', inScope(resultCsv));
};

const showReviews: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'access.change');
  return page(<ReviewsPage slug={scope.slug} reviews={await listReviews(scope)} />);
};

const takeBeginning: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'access.change');
  await holdPerson(scope, scope.person); // so that two do not begin at once
  return goTo(`/${scope.slug}/access-review/${await begin(scope)}`);
};

async function readReview(scope: SeatedScope, request: FastifyRequest): Promise<ReviewModel> {
  const { id } = request.params as { id: string };
  const review = found((await listReviews(scope)).find((one) => one.id === id));
  const at = `/${scope.slug}/access-review/${id}`;
  const list = readListAddress(at, request.query as Record<string, unknown>, {
    filters: ['agency', 'unanswered'],
    sorts: [],
  });
  return {
    at,
    list,
    review,
    access: await listAccess(scope),
    answers: await listReviewAnswers(scope, id),
    people: await listPeople(scope),
    me: scope.person,
  };
}

const showReview: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const model = await readReview(scope, request);
  if (model.review.finishedOn !== undefined) return page(<ResultPage {...model} />);
  return page(<ReviewPage {...model} typed={{}} errors={noErrors} />);
};

const again = (model: ReviewModel, typed: Answers, errors: FormErrors): Answer =>
  page(<ReviewPage {...model} typed={typed} errors={errors} />, 422);

/** Answers for those on the page. What somebody else has answered since it was shown is not written over. */
const takeAnswers: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const model = await readReview(scope, request);
  if (model.review.finishedOn !== undefined) return goTo(model.at);
  const typed = (request.body ?? {}) as Answers;
  const errors: FieldError[] = [];
  const chosen: Record<Keeping, string[]> = { keeps: [], ends: [] };
  for (const { person, name } of model.access) {
    const field = `answer-${person}`;
    const [was, is, now] = [typed[`was-${person}`] ?? '', model.answers.get(person)?.answer ?? '', typed[field]];
    if ((now !== 'keeps' && now !== 'ends') || now === is) continue;
    if (was !== is) errors.push({ field, text: `Somebody has answered for ${name} meanwhile. Look again` });
    else if (now === 'ends' && person === scope.person) errors.push({ field, text: refusalText['own-access'] });
    else chosen[now].push(person);
  }
  if (errors.length > 0) return again(model, typed, formErrorsOf(errors));
  for (const answer of ['keeps', 'ends'] as const) await answerReview(scope, model.review.id, chosen[answer], answer);
  return goTo(request.url);
};

/** Everybody of one agency who has no answer yet keeps their access. */
const takeAgency: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const model = await readReview(scope, request);
  if (model.review.finishedOn !== undefined) return goTo(model.at);
  const typed = (request.body ?? {}) as Answers;
  const agency = typed['keep-agency'];
  const theirs = model.access.filter((one) => one.agency !== undefined && one.agency === agency);
  if (theirs.length === 0) return again(model, typed, formError('keep-agency', 'Select an agency'));
  const open = theirs.filter(({ person }) => !model.answers.has(person)).map(({ person }) => person);
  await answerReview(scope, model.review.id, open, 'keeps');
  return goTo(model.at);
};

const showFinish: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const model = await readReview(scope, request);
  if (model.review.finishedOn !== undefined) return goTo(model.at);
  return page(<FinishPage {...model} />);
};

const takeFinish: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  await holdPerson(scope, scope.person);
  const model = await readReview(scope, request);
  const { review, access, answers, at } = model;
  if (review.finishedOn !== undefined) return goTo(at);
  const ruling = rulingOnFinishing(access, answers, scope.person);
  if (!ruling.allowed) return again(model, {}, formError('', refusalText[ruling.because]));
  for (const { person } of endingIn(access, answers)) {
    await holdPerson(scope, person);
    await letLeave(scope, person, endingWithTasksTo(scope.person, scope.today), request.server.house.holdings);
  }
  await finishReview(scope, review.id);
  await noLongerNeeded(scope, reviewTask, review.id);
  return goTo(at);
};

const refusalText: Record<FinishRefusal, string> = {
  'not-all-answered': 'Answer for everybody first. Somebody may have been given access meanwhile',
  'own-access': 'Nobody ends their own access: ask another business manager',
  'no-business-manager': 'Somebody has to stay business manager, or nobody could give or end access',
};

const resultCsv: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const model = await readReview(scope, request);
  const heading = ['Name', 'Agency', 'Roles', 'Answer', 'Answered by', 'Answered on'];
  const rows = resultRows(model).map((row) => [
    row.name,
    row.agency,
    row.roles,
    row.answer,
    row.answeredBy,
    row.answeredOn ?? '',
  ]);
  return download(`access-review-${model.review.begunOn}.csv`, 'text/csv; charset=utf-8', writeCsv([heading, ...rows]));
};
