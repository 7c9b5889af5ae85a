import type { FastifyRequest } from 'fastify';
import { formatDay } from '../../calendar/in-words.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Answer, page, withCookies } from '../../http/answers.ts';
import { Button } from '../../ui/govuk.tsx';
import { FormPage } from '../../ui/patterns.tsx';
import type { AccountScope } from '../doors.ts';
import type { OwnFactors } from '../factors.ts';
import { leadingTo, readNext } from '../next.ts';
import { printCodes } from '../printed-code.store.ts';
import { codesInSet } from '../printed-codes.ts';
import { step } from '../way-in.ts';
import { mayAdd, tellFactorAdded } from './factors.tsx';
import { answersOf, Next, Reading } from './fields.tsx';

export async function showPrintedCodes(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const own = await mayAdd(scope, request);
  return page(<AskCodesPage own={own} next={readNext((request.query as { next?: unknown }).next)} />);
}

/** The codes stand on this one page and nowhere else. */
export async function takePrintedCodes(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  await mayAdd(scope, request);
  const codes = await printCodes(scope, request.server.concordat.keys, scope.account);
  await tellFactorAdded(scope, request);
  const cookie = await step(scope, request, scope.session, scope.session.factor ?? 'printed-code');
  const next = readNext(answersOf(request)['next']);
  return withCookies(page(<CodesPage codes={codes} today={scope.today} next={next} />), cookie);
}

const AskCodesPage = ({ own: { printedCodes }, next }: { own: OwnFactors; next: string }) => (
  <FormPage
    title={printedCodes ? 'Print new codes' : 'Print codes'}
    lead={`${codesInSet} codes on a sheet of paper, each of which works once. Keep it where you keep your keys, not beside your computer.`}
    submit="Show me the codes"
    backLink={{ href: leadingTo('/account/second-factor', next) }}
    action="/account/second-factor/printed-codes"
  >
    {printedCodes && <p>You have {printedCodes.left} left. New codes take their place: the old sheet stops working.</p>}
    <Next next={next} />
  </FormPage>
);

const CodesPage = ({ codes, today, next }: { codes: readonly string[]; today: PlainDate; next: string }) => (
  <Reading title="Your printed codes" lead="Print this page or write the codes down now: they are not shown again.">
    <p>Concordat, {formatDay(today, 'plain')}. Each code works once. Cross it out when it is used.</p>
    <ol class="govuk-list govuk-list--number">
      {codes.map((code) => (
        <li key={code}>
          <code class="reference">{code}</code>
        </li>
      ))}
    </ol>
    <Button
      text="Print this page"
      type="button"
      classes="govuk-button--secondary"
      attributes={{ 'data-print': 'data-print', hidden: 'hidden' }}
    />
    <p>
      <a class="govuk-link" href={next}>
        I have them on paper: go on
      </a>
    </p>
  </Reading>
);
