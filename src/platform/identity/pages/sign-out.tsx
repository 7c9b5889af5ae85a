import type { FastifyRequest } from 'fastify';
import { type Answer, goTo, page, withCookies } from '../../http/answers.ts';
import { FormPage } from '../../ui/patterns.tsx';
import type { AccountScope } from '../doors.ts';
import { endSession } from '../session.store.ts';
import { sessionCookie } from '../session.ts';

export const showSignOut = (): Answer => page(<SignOutPage />);

export async function takeSignOut(scope: AccountScope, _request: FastifyRequest): Promise<Answer> {
  await endSession(scope, scope.account, scope.session.id);
  return withCookies(goTo('/sign-in?after=sign-out'), { name: sessionCookie });
}

const SignOutPage = () => (
  <FormPage
    title="Sign out?"
    lead="What you have saved stays saved."
    submit="Sign out"
    cancel="/today"
    action="/sign-out"
  >
    {null}
  </FormPage>
);
