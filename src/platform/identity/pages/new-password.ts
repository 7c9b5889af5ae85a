import { type FormErrors, formError } from '../../ui/errors.ts';
import { weaknessOf, weaknessText } from '../password-rules.ts';
import { answersOf } from './fields.tsx';

/** The new password that a form chose, or what is wrong with it. It is never shown again. */
export function readNewPassword(
  request: { body: unknown },
  owner: { name: string; email: string },
): { password: string } | { errors: FormErrors } {
  const password = answersOf(request)['new-password'];
  if (typeof password !== 'string' || password === '')
    return { errors: formError('new-password', 'Enter a new password') };
  const weakness = weaknessOf(password, owner);
  return weakness ? { errors: formError('new-password', weaknessText[weakness]) } : { password };
}
