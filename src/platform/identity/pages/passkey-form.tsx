import { assetPath } from '../../ui/assets.ts';
import type { FormErrors } from '../../ui/errors.ts';
import { Form } from '../../ui/form.tsx';
import { ErrorMessage } from '../../ui/govuk.tsx';
import { Next } from './fields.tsx';

interface PasskeyFormModel {
  /** What the browser is asked; a question to answer, or a passkey to make. */
  ask: object;
  button: string;
  next: string;
  errors: FormErrors;
  /** Whether a new passkey is made. */
  make?: boolean;
}

/**
 * Asks the browser for a passkey and sends its answer as an ordinary form. Only a script can ask a browser, so without scripts the
 * button stays hidden and a sentence says so.
 */
export const PasskeyForm = ({ ask, button, next, errors, make = false }: PasskeyFormModel) => {
  const error = errors.on('passkey');
  return (
    <>
      <Form id="passkey">
        <div data-passkey={make ? 'make' : 'show'} data-ask={JSON.stringify(ask)}>
          {error && <ErrorMessage text={error.text} />}
          <input type="hidden" name="passkey" value="" />
          <Next next={next} />
          <p data-passkey-without>
            Passkeys and hardware keys need a browser that runs scripts. Choose another way if yours does not.
          </p>
          <div data-passkey-failed role="alert" hidden>
            <p class="govuk-error-message">
              Your browser did not hand over a passkey. Try once more, or choose another way.
            </p>
          </div>
          <div data-passkey-with hidden>
            <button type="button" class="govuk-button">
              {button}
            </button>
          </div>
        </div>
      </Form>
      <script type="module" src={assetPath('passkey.js')} />
    </>
  );
};
