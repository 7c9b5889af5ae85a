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
import { findDisagreement, holdDisagreement, record } from '../disagreement.store.ts';
import { type Disagreement, referenceOf, subjects } from '../disagreement.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';

const shownFor = async (scope: SeatedScope, disagreement: Disagreement) => ({
  caption: `${referenceOf(disagreement)}: ${subjects[disagreement.subject].toLowerCase()}`,
  cancel: `/${scope.slug}/disagreements/${disagreement.id}`,
  choices: await readChoices(scope),
});

export const askForAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const disagreement = found(await findDisagreement(scope, viewerOf(scope), idIn(request, 'disagreement')));
  const ruling = rulingOn('raise-action', disagreement, doerOf(scope));
  const shown = await shownFor(scope, disagreement);
  const answers = { leadAgency: disagreement.otherAgency };
  if (ruling.allowed) return page(<RaiseFromPage {...shown} answers={answers} />);
  return page(<RaiseFromPage {...shown} {...{ answers }} errors={formError('', refusalText[ruling.because])} />, 422);
};

export const takeAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const disagreement = found(await holdDisagreement(scope, viewerOf(scope), idIn(request, 'disagreement')));
  const ruling = rulingOn('raise-action', disagreement, doerOf(scope));
  const shown = await shownFor(scope, disagreement);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<RaiseFromPage {...shown} answers={answers} errors={errors} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const read = readRaised(answers, shown.choices, scope.today);
  if ('errors' in read) return again(read.errors);
  await raiseFrom(scope, { kind: 'disagreement', id: disagreement.id }, referenceOf(disagreement), read.raised);
  await record(scope, disagreement.id, { kind: 'action', stage: disagreement.stage, words: read.raised.title });
  return goTo(shown.cancel);
};
