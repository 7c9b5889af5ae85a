import { permit } from '../../../platform/access/permit.ts';
import { download, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError } from '../../../platform/ui/errors.ts';
import { Checkboxes, FileUpload } from '../../../platform/ui/govuk.tsx';
import type { SeatedScope } from '../../doors.ts';
import { answersOf, isStale, SettingsForm, staleError, useHome } from '../form.tsx';
import { changeLogo, findLogo } from '../logo.store.ts';
import { drawLogo, type LogoRefusal } from '../logo.ts';
import { holdAbout } from '../settings.store.ts';

/** The picture itself, for everyone in the partnership. */
export const giveLogo: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'partnership.read');
  return download('logo.png', 'image/png', found(await findLogo(scope)));
};

const seenOf = (logo: Buffer | undefined) => logo?.toString('base64') ?? '';

export const askLogo: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<LogoPage logo={await findLogo(scope)} />);
};

export const takeLogo: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  await holdAbout(scope); // whoever else changes the logo waits
  const logo = await findLogo(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<LogoPage logo={logo} errors={errors} />, 422);
  const file = request.uploads?.get('logo');
  if (!file && answers['remove'] !== 'yes') return askAgain(formError('logo', 'Select a picture'));
  if (isStale(answers, seenOf(logo))) return askAgain(staleError);
  if (!file) await changeLogo(scope, undefined);
  else {
    const drawn = file.tooLarge ? ({ because: 'too-large' } as const) : drawLogo(file.bytes);
    if (drawn.because !== undefined) return askAgain(formError('logo', refusalText[drawn.because]));
    await changeLogo(scope, drawn.png);
  }
  return goTo(`/${scope.slug}/settings`);
};

const refusalText: Record<LogoRefusal, string> = {
  'too-large': 'The picture must be smaller than 2 MB',
  'no-picture': 'The picture must be a PNG or JPEG file',
  'too-many-pixels': 'The picture must have 4 million pixels or fewer, like 2,000 by 2,000',
  interlaced: 'The picture must be saved without interlacing',
  unreadable: 'The picture cannot be read. Save it again as PNG or JPEG',
};

const LogoPage = ({ logo, errors }: { logo: Buffer | undefined; errors?: FormErrors }) => (
  <SettingsForm
    title="Logo"
    lead="It stands on the front page. It is drawn anew from your picture: nothing else that is in the file is kept."
    errors={errors}
    seen={seenOf(logo)}
    before={logo && <Logo />}
    submit="Save logo"
    files
  >
    <FileUpload
      id="logo"
      name="logo"
      label={{ text: 'Picture' }}
      hint={{ text: 'PNG or JPEG, up to 2 MB. It is shown at most 280 wide and 100 high' }}
      errorMessage={errors?.on('logo')}
      attributes={{ accept: 'image/png,image/jpeg' }}
    />
    {logo && (
      <Checkboxes
        idPrefix="remove"
        name="remove"
        items={[{ value: 'yes', text: 'Take the logo away', hint: { text: 'Only where no new picture is chosen' } }]}
      />
    )}
  </SettingsForm>
);

/** The partnership's logo. Its name stands beside it, so it says nothing to those who do not see it. */
export const Logo = () => <img class="logo" src={`${useHome()}/settings/logo/picture`} alt="" />;
