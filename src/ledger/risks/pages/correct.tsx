import { answersOf, idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { formErrors } from '../../../platform/ui/errors.ts';
import { CorrectionPage, readCorrection } from '../../stages/correction.tsx';
import { isForMe } from '../../stages/happenings.tsx';
import { findRisk, listEntries, record } from '../risk.store.ts';
import { referenceOf } from '../risk.ts';
import { viewerOf } from '../viewer.ts';

/** What was entered for somebody is theirs to correct, and nobody else's: to others it is as if it did not exist. */
async function findMine(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]) {
  const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const asked = idIn(request, 'risk_entry');
  const entries = await listEntries(scope, risk.id);
  const entry = found(entries.find((one) => one.id === asked && isForMe(one, scope.person)));
  return {
    risk,
    entry,
    shown: {
      caption: `${referenceOf(risk)}: ${risk.title}`,
      entered: entry.words,
      cancel: `/${scope.slug}/risks/${risk.id}`,
    },
  };
}

export const askForCorrection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  return page(<CorrectionPage {...(await findMine(scope, request)).shown} answers={{}} />);
};

export const takeCorrection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const { risk, entry, shown } = await findMine(scope, request);
  const answers = answersOf(request);
  const form = readCorrection(answers);
  if (!form.success)
    return page(<CorrectionPage {...shown} answers={answers} errors={formErrors(form.error, ['words'])} />, 422);
  await record(scope, risk.id, {
    kind: 'corrected',
    words: form.data.words,
    corrects: entry.id,
  });
  return goTo(shown.cancel);
};
