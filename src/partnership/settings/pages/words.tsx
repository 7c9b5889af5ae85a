import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formErrors } from '../../../platform/ui/errors.ts';
import type { SeatedScope } from '../../doors.ts';
import type { Regime } from '../../regimes/regime.ts';
import { type Asked, answersOf, isStale, SettingsForm, staleError, TextField } from '../form.tsx';
import { readLocalWords, termNames } from '../local.ts';
import { type About, changeAbout, findAbout, holdAbout } from '../settings.store.ts';
import { capital } from '../words.ts';

/** The things that a regime has a word for, with that word. */
const termsOf = ({ vocabulary }: Regime) =>
  termNames.flatMap((name) => {
    const term = vocabulary[name];
    return term ? [{ name, term }] : [];
  });

const Word = z
  .string('Enter the word you use')
  .trim()
  .max(80, 'The word must be 80 characters or fewer')
  .regex(/^[^<>]*$/, 'The word cannot have the signs < or >')
  .default('');

const formFor = (law: Regime) => z.object(Object.fromEntries(termsOf(law).map(({ name }) => [name, Word])));

export const askWords: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<WordsPage about={await findAbout(scope)} />);
};

export const takeWords: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const about = await holdAbout(scope);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<WordsPage {...{ about, answers, errors }} />, 422);
  const Form = formFor(about.law);
  const form = Form.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Form.shape)));
  if (isStale(answers, about.words)) return askAgain(staleError);
  // words for things that this regime does not have are kept for one that does
  await changeAbout(scope, { words: readLocalWords({ ...about.words, ...form.data }) });
  return goTo(`/${scope.slug}/settings`);
};

const WordsPage = ({ about, ...asked }: Asked & { about: About }) => (
  <SettingsForm
    title="What you call things"
    lead="Where you say something else than the law does, write your word, as it stands in the middle of a sentence. Where a field is empty, pages use the word of the law."
    errors={asked.errors}
    seen={about.words}
    saved={Object.values(about.words).join(', ') || 'no words of your own'}
  >
    {termsOf(about.law).map(({ name, term }) => (
      <TextField
        key={name}
        name={name}
        label={capital(term.one)}
        hint={term.short === undefined ? undefined : `Also ${term.short}`}
        value={about.words[name] ?? ''}
        asked={asked}
        classes="govuk-input--width-20"
      />
    ))}
  </SettingsForm>
);
