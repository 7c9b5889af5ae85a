import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { holdOpen } from '../../../partnership/closing.store.ts';
import type { Database } from '../../../platform/database/database.ts';
import { service } from '../../../platform/database/service.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import { inSteps, withoutData } from '../../../platform/identity/doors.ts';
import { partnershipOf } from '../../../platform/identity/link-token.store.ts';
import { hashToken } from '../../../platform/identity/secrets.ts';
import { countTry, subjectOf } from '../../../platform/identity/throttle.store.ts';
import { subscriberOf } from '../../../platform/identity/throttle.ts';
import { serviceIn } from '../../../platform/jobs/partnerships.store.ts';
import { carryOut } from '../../actions/carry-out.ts';
import { findAnswerLink, holdAnswerLink, useAnswerLink } from '../answer-link.store.ts';
import { type AnswerName, isAnswerName, readAnswer } from './answers.ts';
import { type Asked, findAsked } from './asked.ts';
import { AnswerPage, ChoosePage, ClosedAnswerPage, DeadAnswerPage, ThanksPage } from './pages.tsx';

/** Answers from a message, without signing in. Opening a link changes nothing, however often a mail scanner does. */
export const answerRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  app.get(
    '/answer/thanks',
    withoutData(() => page(<ThanksPage />)),
  );
  app.get('/answer/:token', inSteps(showAsked));
  app.get('/answer/:token/:answer', inSteps(showAnswer));
  app.post('/answer/:token/:answer', inSteps(takeAnswer));
};

const tokenIn = ({ params }: FastifyRequest) => (params as { token: string }).token;
const answerIn = ({ params }: FastifyRequest): AnswerName | undefined => {
  const { answer } = params as { answer: string };
  return isAnswerName(answer) ? answer : undefined;
};

async function showAsked(database: Database, request: FastifyRequest): Promise<Answer> {
  const asked = await readAsked(database, tokenIn(request));
  if (asked === 'closed') return closed();
  return asked ? page(<ChoosePage {...asked} token={tokenIn(request)} />) : deadLink(database, request);
}

async function showAnswer(database: Database, request: FastifyRequest): Promise<Answer> {
  const name = answerIn(request);
  const asked = name && (await readAsked(database, tokenIn(request)));
  if (asked === 'closed') return closed();
  if (!asked) return deadLink(database, request);
  return page(<AnswerPage {...asked} token={tokenIn(request)} name={name} answers={{}} />);
}

/** What a link asks while it can still be answered. */
async function readAsked(database: Database, token: string): Promise<Asked | 'closed' | undefined> {
  const partnership = partnershipOf(token);
  if (partnership === undefined) return undefined;
  return await database.as(serviceIn(partnership), async (scope) => {
    const link = await findAnswerLink(scope, token);
    return link && link.usedKey === undefined ? await findAsked(scope, link) : undefined;
  });
}

/** Takes an answer in the name of whoever was asked. A form that is sent twice is answered twice and acts once. */
async function takeAnswer(database: Database, request: FastifyRequest): Promise<Answer> {
  const token = tokenIn(request);
  const name = answerIn(request);
  const partnership = partnershipOf(token);
  const answers = (request.body ?? {}) as Answers;
  const link =
    name && partnership && (await database.as(serviceIn(partnership), (scope) => findAnswerLink(scope, token)));
  if (!link) return deadLink(database, request);
  const key = hashToken(typeof answers['_key'] === 'string' ? answers['_key'] : '');
  const who = { account: service, person: link.person, partnership };
  const answer = await database.as(who, async (scope) => {
    await holdOpen(scope); // while it is answered nobody closes the partnership
    const held = await holdAnswerLink(scope, token);
    if (held?.usedKey) return held.usedKey.equals(key) ? goTo('/answer/thanks') : undefined;
    const asked = held && (await findAsked(scope, held, true));
    if (!asked) return undefined;
    if (asked === 'closed') return closed();
    const read = readAnswer(name, answers, asked.action, scope.today);
    if ('errors' in read)
      return page(<AnswerPage {...asked} {...{ token, name, answers }} errors={read.errors} />, 422);
    await carryOut(scope, asked.action, read.said, { of: link.person, toldBy: 'link' });
    await useAnswerLink(scope, link, key);
    return goTo('/answer/thanks');
  });
  return answer ?? deadLink(database, request);
}

/** A link of a partnership that has closed: nothing is written in it any more. */
const closed = (): Answer => page(<ClosedAnswerPage />, 410);

/** A link that never was, was used or has expired: the same for all. Whoever tries many has to wait. */
async function deadLink(database: Database, request: FastifyRequest): Promise<Answer> {
  const subject = subjectOf(request.server.concordat.keys, 'address', 'answer', subscriberOf(request.ip));
  const waits = await database.asAccount(undefined, (scope) => countTry(scope, [subject]));
  return page(<DeadAnswerPage />, waits ? 429 : 404);
}
