import type { FastifyRequest } from 'fastify';
import { formatMoment } from '../../calendar/in-words.ts';
import { isId } from '../../database/ids.ts';
import { type Answer, goTo, page } from '../../http/answers.ts';
import { Form } from '../../ui/form.tsx';
import { Layout } from '../../ui/layout.tsx';
import { DayRows, PageTitle } from '../../ui/patterns.tsx';
import { noteEvent } from '../account.store.ts';
import type { AccountScope } from '../doors.ts';
import { endSession, endSessions, listSessions, type OwnSession } from '../session.store.ts';
import { deviceOf } from '../way-in.ts';
import { answersOf } from './fields.tsx';

export async function showSessions(scope: AccountScope): Promise<Answer> {
  return page(<SessionsPage sessions={await listSessions(scope, scope.account)} current={scope.session.id} />);
}

/** Ends one session, or every other; at once, and without asking for a password: it only ever makes things safer. */
export async function takeSessions(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const { session } = answersOf(request);
  if (session === 'others') await endSessions(scope, scope.account, scope.session.id);
  else if (typeof session === 'string' && isId(session) && session !== scope.session.id)
    await endSession(scope, scope.account, session);
  else return goTo('/account/sessions');
  await noteEvent(scope, scope.account, 'sessions-ended', deviceOf(request));
  return goTo('/account/sessions');
}

const SessionsPage = ({ sessions, current }: { sessions: readonly OwnSession[]; current: string }) => (
  <Layout title="Where you are signed in" backLink={{ href: '/account', text: 'Your account' }}>
    <PageTitle
      title="Where you are signed in"
      lead="Signing out a device works at once. If you do not know one of these, sign it out and change your password."
    />
    <DayRows
      rows={sessions.map(({ id, device, madeAt, seenAt }) => ({
        key: id,
        when: formatMoment(seenAt),
        what: device,
        why: `Signed in ${formatMoment(madeAt)}`,
        end: id === current ? 'This device' : <EndOne id={id} device={device} />,
      }))}
    />
    {sessions.length > 1 && (
      <Form action="/account/sessions">
        <button class="govuk-button govuk-button--warning" name="session" value="others">
          Sign out everywhere else
        </button>
      </Form>
    )}
  </Layout>
);

const EndOne = ({ id, device }: { id: string; device: string }) => (
  <Form action="/account/sessions">
    <button class="govuk-button govuk-button--secondary" name="session" value={id}>
      Sign out<span class="govuk-visually-hidden"> {device}</span>
    </button>
  </Form>
);
