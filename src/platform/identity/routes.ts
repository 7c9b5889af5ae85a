import type { FastifyPluginAsync } from 'fastify';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import type { AnyMailKind } from '../mail/mail-kind.ts';
import { mailJobs } from '../mail/send-job.ts';
import { inAccount, inPublic, inSteps } from './doors.ts';
import { identityMails } from './mails.ts';
import { showAccount } from './pages/account.tsx';
import { showAddAuthenticator, takeAddAuthenticator } from './pages/add-authenticator.tsx';
import { showAddPasskey, takeAddPasskey } from './pages/add-passkey.tsx';
import { showEmail, showEmailChange, takeEmail, takeEmailChange } from './pages/email.tsx';
import { showFactors, showRemoveFactor, takeRemoveFactor } from './pages/factors.tsx';
import { showForgotten, takeForgotten } from './pages/forgotten-password.tsx';
import { showInvitation, takeInvitation } from './pages/invitation.tsx';
import { showPassword, takePassword } from './pages/password.tsx';
import { showPrintedCodes, takePrintedCodes } from './pages/printed-codes.tsx';
import { showProve, takeProof } from './pages/prove.tsx';
import { showReset, takeReset } from './pages/reset.tsx';
import { showSessions, takeSessions } from './pages/sessions.tsx';
import { showFactorPage, takeFactor } from './pages/show-factor.tsx';
import { showSignIn, takeSignIn } from './pages/sign-in.tsx';
import { showSignOn, signOnHandlers, takeUnlink } from './pages/sign-on.tsx';
import { showSignOut, takeSignOut } from './pages/sign-out.tsx';
import { SignOnProvider } from './sign-on.ts';
import { sweepIdentity } from './sweep.store.ts';

/** For whoever still has to show a second factor. */
const beforeFactor = { beforeFactor: true };

/** Signing in and out, and one's own account. */
export const identityRoutes: FastifyPluginAsync = async (app) => {
  // Pages with links, codes and passwords on them are never kept, by a browser or on the way.
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

  app.get('/sign-in', inSteps(showSignIn));
  app.post('/sign-in', inSteps(takeSignIn));
  app.get('/sign-in/second-factor', inAccount(showFactorPage, beforeFactor));
  app.post('/sign-in/second-factor', inAccount(takeFactor, beforeFactor));
  app.get('/sign-out', inAccount(showSignOut, beforeFactor));
  app.post('/sign-out', inAccount(takeSignOut, beforeFactor));

  app.get('/forgotten-password', inPublic(showForgotten));
  app.post('/forgotten-password', inPublic(takeForgotten));
  app.get('/reset/:token', inPublic(showReset));
  app.post('/reset/:token', inPublic(takeReset));
  app.get('/invitation/:token', inPublic(showInvitation));
  app.post('/invitation/:token', inPublic(takeInvitation));
  app.get('/email-change/:token', inPublic(showEmailChange));
  app.post('/email-change/:token', inPublic(takeEmailChange));

  app.get('/account', inAccount(showAccount));
  app.get('/account/prove', inAccount(showProve, beforeFactor));
  app.post('/account/prove', inAccount(takeProof, beforeFactor));
  app.get('/account/password', inAccount(showPassword));
  app.post('/account/password', inAccount(takePassword));
  app.get('/account/email', inAccount(showEmail));
  app.post('/account/email', inAccount(takeEmail));
  app.get('/account/sessions', inAccount(showSessions));
  app.post('/account/sessions', inAccount(takeSessions));

  app.get('/account/second-factor', inAccount(showFactors, beforeFactor));
  app.get('/account/second-factor/authenticator', inAccount(showAddAuthenticator, beforeFactor));
  app.post('/account/second-factor/authenticator', inAccount(takeAddAuthenticator, beforeFactor));
  app.get('/account/second-factor/passkey', inAccount(showAddPasskey, beforeFactor));
  app.post('/account/second-factor/passkey', inAccount(takeAddPasskey, beforeFactor));
  app.get('/account/second-factor/printed-codes', inAccount(showPrintedCodes, beforeFactor));
  app.post('/account/second-factor/printed-codes', inAccount(takePrintedCodes, beforeFactor));
  app.get('/account/second-factor/:factor/remove', inAccount(showRemoveFactor));
  app.post('/account/second-factor/:factor/remove', inAccount(takeRemoveFactor));

  const { signOn, url } = app.concordat.config;
  if (!signOn) return;
  const handlers = signOnHandlers(new SignOnProvider(signOn, url));
  app.get('/sign-on', inSteps(handlers.begin));
  app.get('/sign-on/return', inSteps(handlers.finish));
  app.get('/invitation/:token/sign-on', inSteps(handlers.beginFromInvitation));
  app.get('/account/sign-on', inAccount(showSignOn));
  app.post('/account/sign-on', inAccount(takeUnlink));
  app.get('/account/sign-on/begin', inSteps(handlers.beginSignedIn('link')));
  app.get('/account/prove/sign-on', inSteps(handlers.beginSignedIn('prove')));
};

/**
 * What is done for accounts when nobody is looking: mail is sent, and what has served is forgotten.
 *
 * @param options.kinds letters of the floors above
 * @param options.holdsExample whether the example is loaded: then, without a mail server, mail is kept for its page
 */
export const identityJobs = (options: {
  kinds?: readonly AnyMailKind[];
  holdsExample(database: Database): Promise<boolean>;
}): readonly Job[] => [
  ...mailJobs({ kinds: [...identityMails, ...(options.kinds ?? [])], holdsExample: options.holdsExample }),
  {
    name: 'identity.sweep',
    every: '17 * * * *',
    run: ({ database }) => database.asAccount(undefined, sweepIdentity),
  },
];
