import { idIn } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { formError, noErrors } from '../../../platform/ui/errors.ts';
import { ConfirmPage } from '../../../platform/ui/patterns.tsx';
import { keepNeeds } from '../keep-needs.ts';
import { type Report, referenceOf } from '../report.ts';
import { refusalText, rulingOn } from '../report-steps.ts';
import { listComments } from '../scrutiny-comment.store.ts';
import { beginReport, holdReport, issueReport } from '../scrutiny-report.store.ts';
import { findMine } from './report.tsx';

const texts = {
  issue: {
    title: 'Issue the report?',
    lead: 'From now on everybody of the partnership who reads scrutiny reads it, with what was said of its facts and your answers. It gets its number and is never changed again: a correction is a new version.',
    submit: 'Issue report',
  },
  correct: {
    title: 'Begin a corrected version?',
    lead: 'You get a copy that nobody else sees. What is issued stays as it is; the new version says what it corrects, and goes out for correction of fact like the first.',
    submit: 'Begin new version',
  },
} as const;

/** Issuing a report, or beginning its next version: asked first, because it reaches others or cannot be undone. */
export const confirmPage = (step: 'issue' | 'correct'): { ask: Handler<SeatedScope>; take: Handler<SeatedScope> } => ({
  ask: async (scope, request) => {
    permit(scope, 'scrutiny.write');
    const report = await findMine(scope, request);
    const refusal = await refusalFor(scope, step, report);
    return page(<AskPage {...{ step, report, refusal }} slug={scope.slug} />, refusal === undefined ? 200 : 422);
  },
  take: async (scope, request) => {
    permit(scope, 'scrutiny.write');
    await findMine(scope, request);
    const report = found(await holdReport(scope, idIn(request, 'scrutiny_report')));
    const refusal = await refusalFor(scope, step, report);
    if (refusal !== undefined) return page(<AskPage {...{ step, report, refusal }} slug={scope.slug} />, 422);
    return goTo(`/${scope.slug}/scrutiny/reports/${await carryOut(scope, step, report)}`);
  },
});

/** @returns the identifier of the report to go on with */
async function carryOut(scope: SeatedScope, step: 'issue' | 'correct', report: Report): Promise<string> {
  if (step === 'correct')
    return await beginReport(scope, { ...report, version: report.version + 1, corrects: report.id });
  await issueReport(scope, report);
  await keepNeeds(scope, { ...report, state: 'issued' }, []);
  return report.id;
}

async function refusalFor(scope: SeatedScope, step: 'issue' | 'correct', report: Report): Promise<string | undefined> {
  const ruling = rulingOn(step, report, await listComments(scope, report.id), scope.person, scope.today);
  return ruling.allowed ? undefined : refusalText[ruling.because];
}

interface AskProps {
  step: 'issue' | 'correct';
  report: Report;
  refusal: string | undefined;
  slug: string;
}

const AskPage = ({ step, report, refusal, slug }: AskProps) => (
  <ConfirmPage
    {...texts[step]}
    caption={`${referenceOf(report)}: ${report.title}`}
    cancel={`/${slug}/scrutiny/reports/${report.id}`}
    errors={refusal === undefined ? noErrors : formError('', refusal)}
  >
    {null}
  </ConfirmPage>
);
