import type { FastifyRequest } from 'fastify';
import type { Database, IdentityScope } from '../../database/database.ts';
import { type Answer, goTo, leaveFor, page, withCookies } from '../../http/answers.ts';
import { NotFound, SignInNeeded } from '../../http/errors.ts';
import { readCookie } from '../../http/respond.ts';
import { sendLater } from '../../mail/outbox.store.ts';
import { formError } from '../../ui/errors.ts';
import { findAccount, noteEvent } from '../account.store.ts';
import { type AccountScope, sessionOf } from '../doors.ts';
import { findLink, findLinkByHash, takeLink } from '../link-token.store.ts';
import { changedMail } from '../mails.ts';
import { leadingTo, readNext } from '../next.ts';
import { hashToken, newToken } from '../secrets.ts';
import type { Session } from '../session.store.ts';
import {
  attemptMinutes,
  beginAttempt,
  findLinked,
  hasWayIn,
  link,
  listSignOns,
  type SignOnAttempt,
  takeAttempt,
  unlink,
} from '../sign-on.store.ts';
import { type SignedOn, type SignOnProvider, SignOnRefused, SignOnUnavailable } from '../sign-on.ts';
import { admit, deviceOf, step } from '../way-in.ts';
import { DeadLinkPage } from './dead-link.tsx';
import { needProof } from './prove.tsx';
import { signOnName } from './sign-in.tsx';
import {
  ConnectedPage,
  ConnectPage,
  OtherAccountPage,
  RefusedPage,
  StartAgainPage,
  UnavailablePage,
  UnknownPage,
} from './sign-on-pages.tsx';

/** Its cookie lives as long as the way there and back. */
const signOnCookie = 'sign-on';
type Begin = Omit<SignOnAttempt, 'goesTo'> & { goesTo?: string };

/** The handlers of single sign-on, for a deployment that has a provider. */
export const signOnHandlers = (provider: SignOnProvider) => ({
  /** Links lead here, not forms: a form may not end at another server. */
  async begin(database: Database, request: FastifyRequest): Promise<Answer> {
    return await leave(provider, database, request, { purpose: 'sign-in', account: undefined, invitation: undefined });
  },

  async beginFromInvitation(database: Database, request: FastifyRequest): Promise<Answer> {
    const { token } = request.params as { token: string };
    const invitation = await database.asAccount(undefined, (scope) => findLink(scope, 'invitation', token));
    if (!invitation) return page(<DeadLinkPage />, 404);
    return await leave(provider, database, request, {
      purpose: 'invitation',
      account: undefined,
      invitation: hashToken(token),
      goesTo: '/today',
    });
  },

  /** For whoever is signed in: to connect their identity, or to show that it is still them. */
  beginSignedIn:
    (purpose: 'link' | 'prove') =>
    async (database: Database, request: FastifyRequest): Promise<Answer> => {
      const session = await standing(request);
      if (purpose === 'link')
        await database.asAccount(session.account.id, async (scope) =>
          needProof({ ...scope, account: session.account.id, session }, request),
        );
      const goesTo = purpose === 'link' ? '/account/sign-on' : undefined;
      return await leave(provider, database, request, {
        purpose,
        account: session.account.id,
        invitation: undefined,
        ...(goesTo ? { goesTo } : {}),
      });
    },

  /** Where the organisation sends people back. The attempt is used up first: an answer counts once. */
  async finish(database: Database, request: FastifyRequest): Promise<Answer> {
    const token = readCookie(request, signOnCookie);
    const attempt =
      token === undefined ? undefined : await database.asAccount(undefined, (scope) => takeAttempt(scope, token));
    if (token === undefined || !attempt) return page(<StartAgainPage />, 400);
    const answer = await orItsTrouble(request, async () => {
      const signedOn = await provider.read(request.url, token, attempt.purpose === 'prove');
      return await arrive(database, request, attempt, signedOn);
    });
    return withCookies(answer, { name: signOnCookie });
  },
});

async function standing(request: FastifyRequest): Promise<Session> {
  const session = await sessionOf(request);
  if (!session) throw new SignInNeeded('/sign-in');
  if (session.factorDue) throw new SignInNeeded('/sign-in/second-factor');
  return session;
}

async function leave(
  provider: SignOnProvider,
  database: Database,
  request: FastifyRequest,
  attempt: Begin,
): Promise<Answer> {
  return await orItsTrouble(request, async () => {
    const token = newToken();
    const address = await provider.address(token, attempt.purpose === 'prove');
    const goesTo = attempt.goesTo ?? readNext((request.query as { next?: unknown }).next);
    await database.asAccount(undefined, (scope) => beginAttempt(scope, token, { ...attempt, goesTo }));
    return withCookies(leaveFor(address), { name: signOnCookie, value: token, maxAge: attemptMinutes * 60 });
  });
}

/** The organisation’s trouble, in words; everything else goes on working. */
async function orItsTrouble(request: FastifyRequest, work: () => Promise<Answer>): Promise<Answer> {
  const name = signOnName(request) ?? '';
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignOnUnavailable) return page(<UnavailablePage name={name} />, 503);
    if (error instanceof SignOnRefused) return page(<RefusedPage name={name} />, 400);
    throw error;
  }
}

async function arrive(
  database: Database,
  request: FastifyRequest,
  attempt: SignOnAttempt,
  signedOn: SignedOn,
): Promise<Answer> {
  const session = attempt.account === undefined ? undefined : await sessionOf(request);
  if (session?.account.id !== attempt.account) return page(<StartAgainPage />, 400);
  return await database.asAccount(attempt.account, async (scope) => {
    if (session) return await forSession(scope, request, attempt, signedOn, session);
    return attempt.invitation
      ? await fromInvitation(scope, request, attempt.invitation, signedOn)
      : await signIn(scope, request, attempt, signedOn);
  });
}

async function signIn(
  scope: IdentityScope,
  request: FastifyRequest,
  { goesTo }: SignOnAttempt,
  signedOn: SignedOn,
): Promise<Answer> {
  const account = await findLinked(scope, signedOn.identity);
  if (!account) return page(<UnknownPage name={signOnName(request) ?? ''} />, 403);
  return await letIn(scope, request, account, signedOn, goesTo);
}

async function letIn(
  scope: IdentityScope,
  request: FastifyRequest,
  account: { id: string; factorRequired: boolean },
  { factor }: SignedOn,
  goesTo: string,
  first = false,
): Promise<Answer> {
  const { factorDue, cookies } = await admit(scope, request, account, {
    factor: factor ? 'single-sign-on' : undefined,
    first,
  });
  return withCookies(goTo(factorDue ? leadingTo('/sign-in/second-factor', goesTo) : goesTo), ...cookies);
}

/**
 * The invitation says which account; from then on the identity does. An account with a way in already is connected by its owner,
 * signed in: otherwise whoever reads its mailbox could connect an identity of their own.
 */
async function fromInvitation(
  scope: IdentityScope,
  request: FastifyRequest,
  invitation: Buffer,
  signedOn: SignedOn,
): Promise<Answer> {
  const invited = await findLinkByHash(scope, 'invitation', invitation);
  const account = invited && (await findAccount(scope, invited.account));
  if (!account) return page(<DeadLinkPage />, 404);
  const linked = await findLinked(scope, signedOn.identity);
  if (linked && linked.id !== account.id) return page(<OtherAccountPage name={signOnName(request) ?? ''} />, 409);
  if (!linked && (await hasWayIn(scope, account))) return goTo('/sign-in');
  if (!(await takeLink(scope, 'invitation', invitation))) return page(<DeadLinkPage />, 404);
  if (!linked) await connect(scope, request, signedOn, account.id);
  return await letIn(scope, request, account, signedOn, '/today', true);
}

async function forSession(
  scope: IdentityScope,
  request: FastifyRequest,
  { purpose, goesTo }: SignOnAttempt,
  signedOn: SignedOn,
  session: Session,
): Promise<Answer> {
  const linked = await findLinked(scope, signedOn.identity);
  if (linked && linked.id !== session.account.id)
    return page(<OtherAccountPage name={signOnName(request) ?? ''} />, 409);
  if (purpose === 'link') {
    if (!linked) await connect(scope, request, signedOn, session.account.id);
    return goTo(goesTo);
  }
  if (!linked) return page(<UnknownPage name={signOnName(request) ?? ''} />, 403);
  return withCookies(
    goTo(goesTo),
    await step(scope, request, session, session.factor ?? (signedOn.factor ? 'single-sign-on' : undefined)),
  );
}

async function connect(
  scope: IdentityScope,
  request: FastifyRequest,
  { identity }: SignedOn,
  account: string,
): Promise<void> {
  await link(scope, identity, account);
  await noteEvent(scope, account, 'sign-on-linked', deviceOf(request));
  await sendLater(scope, { account }, changedMail, { change: 'sign-on-linked', at: scope.now.toISOString() });
}

export async function showSignOn(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const name = signOnName(request);
  if (!name) throw new NotFound();
  const linked = (await listSignOns(scope, scope.account)).length > 0;
  return page(linked ? <ConnectedPage name={name} /> : <ConnectPage name={name} />);
}

/** Disconnects, unless it is the only way in. */
export async function takeUnlink(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const name = signOnName(request);
  if (!name) throw new NotFound();
  needProof(scope, request);
  const account = await findAccount(scope, scope.account);
  if (account?.passwordHash === undefined) {
    return page(
      <ConnectedPage name={name} errors={formError('', 'This is your only way to sign in. Set a password first')} />,
      422,
    );
  }
  await unlink(scope, scope.account);
  await noteEvent(scope, scope.account, 'sign-on-unlinked', deviceOf(request));
  await sendLater(scope, { account: scope.account }, changedMail, {
    change: 'sign-on-unlinked',
    at: scope.now.toISOString(),
  });
  return goTo('/account');
}
