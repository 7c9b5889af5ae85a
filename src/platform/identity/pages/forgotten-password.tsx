import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IdentityScope } from '../../database/database.ts';
import { type Answer, page } from '../../http/answers.ts';
import { sendLater } from '../../mail/outbox.store.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../ui/errors.ts';
import { FormPage } from '../../ui/patterns.tsx';
import { resetMail } from '../mails.ts';
import { countTry, subjectOf } from '../throttle.store.ts';
import { inAWhile, subscriberOf } from '../throttle.ts';
import { answersOf, EmailInput, emailField, Reading, Stuck, typed } from './fields.tsx';

const Form = z.object({ email: emailField });

export const showForgotten = (): Answer => page(<ForgottenPage />);

/** Does the same for every address; whether it is anyone's is found out when the letter is about to be sent. */
export async function takeForgotten(scope: IdentityScope, request: FastifyRequest): Promise<Answer> {
  const answers = answersOf(request);
  const again = (errors: FormErrors, status = 422) =>
    page(<ForgottenPage email={typed(answers, 'email')} errors={errors} />, status);
  const form = Form.safeParse(answers);
  if (!form.success) return again(formErrors(form.error));
  const freeAt = await countTry(scope, [subjectOf(request.server.concordat.keys, 'letters', subscriberOf(request.ip))]);
  if (freeAt)
    return again(
      formError('email', `There have been too many requests. Try again ${inAWhile(freeAt, scope.now)}`),
      429,
    );
  await sendLater(scope, { address: form.data.email }, resetMail, {});
  return page(<LetterOnItsWayPage />);
}

const ForgottenPage = ({ email = '', errors = noErrors }: { email?: string; errors?: FormErrors }) => (
  <FormPage
    title="Choose a new password"
    lead="We send a link to your email address. It works once, for two hours."
    errors={errors}
    submit="Send me a link"
    backLink={{ href: '/sign-in' }}
    action="/forgotten-password"
  >
    <EmailInput errors={errors} value={email} />
  </FormPage>
);

const LetterOnItsWayPage = () => (
  <Reading title="Look in your mailbox" backLink={{ href: '/sign-in', text: 'Sign in' }}>
    <p>If the address belongs to an account, a link is on its way to it. It can take a few minutes.</p>
    <p>If nothing comes, look among unwanted mail, and check that this is the address your partnership knows.</p>
    <Stuck />
  </Reading>
);
