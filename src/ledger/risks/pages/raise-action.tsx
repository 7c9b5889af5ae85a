import { answersOf, idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError } from '../../../platform/ui/errors.ts';
import { readChoices } from '../../actions/choices.ts';
import { RaiseFromPage, raiseFrom, readRaised } from '../../stages/raise-from.tsx';
import { findRisk, holdRisk, record } from '../risk.store.ts';
import { type Risk, referenceOf } from '../risk.ts';
import { refusalText, rulingOn } from '../steps.ts';
import { viewerOf } from '../viewer.ts';

const shownFor = async (scope: SeatedScope, risk: Risk) => ({
  caption: `${referenceOf(risk)}: ${risk.title}`,
  cancel: `/${scope.slug}/risks/${risk.id}`,
  choices: await readChoices(scope),
});

export const askForAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const ruling = rulingOn('raise-action', risk, scope);
  const shown = await shownFor(scope, risk);
  const answers = { leadAgency: risk.leadAgency ?? '', owner: risk.owner ?? '' };
  if (ruling.allowed) return page(<RaiseFromPage {...shown} answers={answers} />);
  return page(<RaiseFromPage {...shown} {...{ answers }} errors={formError('', refusalText[ruling.because])} />, 422);
};

export const takeAction: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.raise');
  const risk = found(await holdRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const ruling = rulingOn('raise-action', risk, scope);
  const shown = await shownFor(scope, risk);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<RaiseFromPage {...shown} answers={answers} errors={errors} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));
  const read = readRaised(answers, shown.choices, scope.today);
  if ('errors' in read) return again(read.errors);
  await raiseFrom(scope, { kind: 'risk', id: risk.id }, referenceOf(risk), read.raised);
  await record(scope, risk.id, { kind: 'action', words: read.raised.title });
  return goTo(shown.cancel);
};
