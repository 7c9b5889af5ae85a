import { answersOf, idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError } from '../../../platform/ui/errors.ts';
import { readChoices } from '../../actions/choices.ts';
import { doerOf } from '../../actions/doer.ts';
import { RaiseFromPage, raiseFrom, readRaised } from '../../stages/raise-from.tsx';
import { findChallenge, holdChallenge, record } from '../challenge.store.ts';
import { type Challenge, referenceOf } from '../challenge.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';

const shownFor = async (scope: SeatedScope, challenge: Challenge) => ({
  caption: `${referenceOf(challenge)}: ${challenge.subject}`,
  cancel: `/${scope.slug}/challenges/${challenge.id}`,
  choices: await readChoices(scope),
});

export const askForAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const challenge = found(await findChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
  const ruling = rulingOn('raise-action', challenge, doerOf(scope));
  const shown = await shownFor(scope, challenge);
  const answers = { leadAgency: challenge.agency };
  if (ruling.allowed) return page(<RaiseFromPage {...shown} answers={answers} />);
  return page(<RaiseFromPage {...shown} {...{ answers }} errors={formError('', refusalText[ruling.because])} />, 422);
};

export const takeAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const challenge = found(await holdChallenge(scope, viewerOf(scope), idIn(request, 'challenge')));
  const ruling = rulingOn('raise-action', challenge, doerOf(scope));
  const shown = await shownFor(scope, challenge);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<RaiseFromPage {...shown} answers={answers} errors={errors} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const read = readRaised(answers, shown.choices, scope.today);
  if ('errors' in read) return again(read.errors);
  await raiseFrom(scope, { kind: 'challenge', id: challenge.id }, referenceOf(challenge), read.raised);
  await record(scope, challenge.id, { kind: 'action', stage: challenge.stage, words: read.raised.title });
  return goTo(shown.cancel);
};
