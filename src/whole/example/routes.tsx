import type { FastifyPluginAsync } from 'fastify';
import { ledgerMails } from '../../ledger/chivvying/digest-mail.ts';
import { goTo, page, withCookies } from '../../platform/http/answers.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { respond } from '../../platform/http/respond.ts';
import { checkOrigin } from '../../platform/http/server.ts';
import { withoutData } from '../../platform/identity/doors.ts';
import { identityMails } from '../../platform/identity/mails.ts';
import { openSession } from '../../platform/identity/session.store.ts';
import { describeDevice, sessionCookie } from '../../platform/identity/session.ts';
import { listExampleMail } from '../../platform/mail/example-mail.store.ts';
import { ExampleMailPage } from '../../platform/mail/example-mail-page.tsx';
import { deliverExampleMail } from '../../platform/mail/send-job.ts';
import { findExampleAccount } from './example.store.ts';
import { ExamplePage } from './example-page.tsx';
import { exampleAccounts, exampleEmail } from './people.ts';

/** Signing in as anyone of the example. Registered only where the example is loaded. */
export const exampleRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/example',
    withoutData(() => page(<ExamplePage />)),
  );
  app.get('/example/mail', async (request, reply) => {
    const { database, config } = app.concordat;
    await deliverExampleMail({ database, kinds: [...identityMails, ...ledgerMails], url: config.url, log: app.log });
    return respond(request, reply, page(<ExampleMailPage mails={await listExampleMail(database)} />));
  });
  // No form token is asked for here: scripts that try the example out sign in with one plain POST.
  app.post('/example/sign-in', async (request, reply) => {
    checkOrigin(request);
    const { account } = (request.body ?? {}) as { account?: string };
    if (!exampleAccounts.some((known) => known.account === account))
      return respond(request, reply, page(<ExamplePage unknown />, 422));
    const answer = await app.concordat.database.asAccount(undefined, async (identity) => {
      const id = await findExampleAccount(identity, exampleEmail(String(account)));
      if (id === undefined) throw new NotFound();
      const token = await openSession(identity, id, 'example', describeDevice(request.headers['user-agent']));
      return withCookies(goTo('/today'), { name: sessionCookie, value: token });
    });
    return respond(request, reply, answer);
  });
};
