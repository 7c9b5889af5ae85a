import type { FastifyRequest } from 'fastify';
import { formatMoment } from '../../calendar/in-words.ts';
import { type Answer, goTo, page } from '../../http/answers.ts';
import { found, NotFound, SignInNeeded } from '../../http/errors.ts';
import { sendLater } from '../../mail/outbox.store.ts';
import { type FormErrors, formError, noErrors } from '../../ui/errors.ts';
import { ConfirmPage, DayRows } from '../../ui/patterns.tsx';
import { findAccount, noteEvent } from '../account.store.ts';
import { type AccountScope, withNext } from '../doors.ts';
import { listFactors, removeFactor } from '../factor.store.ts';
import {
  countUsable,
  type FactorRuling,
  hasAny,
  type OwnFactors,
  rulingOnAdding,
  rulingOnRemoving,
} from '../factors.ts';
import { changedMail } from '../mails.ts';
import { home, leadingTo, readNext } from '../next.ts';
import { removePrintedCodes } from '../printed-code.store.ts';
import { deviceOf } from '../way-in.ts';
import { Reading, Stuck } from './fields.tsx';
import { needProof } from './prove.tsx';

export async function showFactors(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const own = await mayManage(scope, request);
  const { factorRequired } = found(await findAccount(scope, scope.account));
  const next = readNext((request.query as { next?: unknown }).next);
  return page(<FactorsPage own={own} required={factorRequired} next={next} />);
}

/**
 * The first line of every page about one's factors: whoever has one shows it first, or a stolen password would be enough to add
 * another.
 *
 * @throws {SignInNeeded} when one is still to be shown, or nothing was shown lately
 */
export async function mayAdd(scope: AccountScope, request: FastifyRequest): Promise<OwnFactors> {
  const own = await mayManage(scope, request);
  const ruling = rulingOnAdding(scope.session, own, scope.now);
  if (!ruling.allowed && ruling.because === 'prove-again') needProof(scope, request);
  return own;
}

async function mayManage(scope: AccountScope, request: FastifyRequest): Promise<OwnFactors> {
  const own = await listFactors(scope, scope.account);
  if (hasAny(own) && scope.session.factor === undefined)
    throw new SignInNeeded(withNext('/sign-in/second-factor', request));
  return own;
}

/** A factor was added: the owner is told. */
export async function tellFactorAdded(scope: AccountScope, request: FastifyRequest): Promise<void> {
  await noteEvent(scope, scope.account, 'factor-added', deviceOf(request));
  await sendLater(scope, { account: scope.account }, changedMail, {
    change: 'factor-added',
    at: scope.now.toISOString(),
  });
}

/** One of somebody's factors, by the address of the page that removes it. */
type Named = { kind: 'passkey' | 'authenticator'; id: string } | { kind: 'printed-codes' };

function named(request: FastifyRequest, own: OwnFactors): Named {
  const { factor } = request.params as { factor: string };
  if (factor === 'printed-codes' && own.printedCodes) return { kind: 'printed-codes' };
  if (own.passkeys.some(({ id }) => id === factor)) return { kind: 'passkey', id: factor };
  if (own.authenticators.some(({ id }) => id === factor)) return { kind: 'authenticator', id: factor };
  throw new NotFound();
}

async function rulingOn(scope: AccountScope, own: OwnFactors, factor: Named): Promise<FactorRuling> {
  const { factorRequired } = found(await findAccount(scope, scope.account));
  const removed = factor.kind === 'printed-codes' && own.printedCodes?.left === 0 ? 0 : 1;
  return rulingOnRemoving(scope.session, own, { required: factorRequired, removed }, scope.now);
}

export async function showRemoveFactor(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const own = await mayAdd(scope, request);
  return page(<RemovePage factor={named(request, own)} />);
}

export async function takeRemoveFactor(scope: AccountScope, request: FastifyRequest): Promise<Answer> {
  const own = await mayAdd(scope, request);
  const factor = named(request, own);
  const ruling = await rulingOn(scope, own, factor);
  if (!ruling.allowed) {
    const text = 'Your role asks for a second step, and this is your last one. Add another before you remove it';
    return page(<RemovePage factor={factor} errors={formError('', text)} />, 422);
  }
  if (factor.kind === 'printed-codes') await removePrintedCodes(scope, scope.account);
  else await removeFactor(scope, scope.account, factor.kind, factor.id);
  await noteEvent(scope, scope.account, 'factor-removed', deviceOf(request));
  await sendLater(scope, { account: scope.account }, changedMail, {
    change: 'factor-removed',
    at: scope.now.toISOString(),
  });
  return goTo('/account/second-factor');
}

const names = {
  passkey: 'passkey or hardware key',
  authenticator: 'authenticator app',
  'printed-codes': 'printed codes',
};

const RemovePage = ({ factor, errors = noErrors }: { factor: Named; errors?: FormErrors }) => (
  <ConfirmPage
    title={factor.kind === 'printed-codes' ? 'Remove your printed codes?' : `Remove this ${names[factor.kind]}?`}
    lead="It will not let you in any more. We tell you by email that it was removed."
    errors={errors}
    submit="Remove"
    cancel="/account/second-factor"
    grave
  >
    {null}
  </ConfirmPage>
);

interface FactorsModel {
  own: OwnFactors;
  required: boolean;
  next: string;
}

const FactorsPage = ({ own, required, next }: FactorsModel) => (
  <Reading
    title={hasAny(own) ? 'Your second step' : 'Set up a second step'}
    lead={
      required
        ? 'Your role opens other agencies’ unpublished work, so a password alone is not enough. Any one of these will do; two are better.'
        : 'A password can be guessed or stolen. A second step keeps whoever has it out.'
    }
    {...(required && !hasAny(own) ? {} : { backLink: { href: '/account', text: 'Your account' } })}
  >
    <OwnList own={own} />
    <h2 class="govuk-heading-m">{hasAny(own) ? 'Add another' : 'Choose one'}</h2>
    <ul class="govuk-list govuk-list--spaced">
      {ways.map(({ path, title, about }) => (
        <li key={path}>
          <a class="govuk-link" href={leadingTo(`/account/second-factor/${path}`, next)}>
            {title}
          </a>
          <p class="govuk-hint">{about}</p>
        </li>
      ))}
    </ul>
    {next !== home && countUsable(own) > 0 && (
      <p>
        <a class="govuk-link" href={next}>
          Go on to where you were going
        </a>
      </p>
    )}
    <Stuck>If your desktop allows none of these, printed codes need nothing but paper.</Stuck>
  </Reading>
);

const ways = [
  {
    path: 'authenticator',
    title: 'Authenticator app',
    about: 'An app on your phone, work or private, that shows six digits',
  },
  {
    path: 'passkey',
    title: 'Passkey or hardware key',
    about: 'Your fingerprint, your face, your phone, or a key in the USB port',
  },
  {
    path: 'printed-codes',
    title: 'Printed codes',
    about: 'Ten codes on paper, each used once, for desktops that allow nothing else',
  },
];

const OwnList = ({ own: { passkeys, authenticators, printedCodes } }: { own: OwnFactors }) => {
  const rows = [
    ...passkeys.map((one) => ({ ...one, title: 'Passkey or hardware key', detail: `Added in ${one.device}` })),
    ...authenticators.map((one) => ({ ...one, title: 'Authenticator app', detail: `Added in ${one.device}` })),
    ...(printedCodes
      ? [
          {
            id: 'printed-codes',
            title: 'Printed codes',
            detail: `${printedCodes.left} left`,
            madeAt: printedCodes.madeAt,
          },
        ]
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <DayRows
      rows={rows.map(({ id, title, detail, madeAt }) => ({
        key: id,
        when: formatMoment(madeAt),
        what: title,
        why: detail,
        end: (
          <a class="govuk-link" href={`/account/second-factor/${id}/remove`}>
            Remove<span class="govuk-visually-hidden"> {title.toLowerCase()}</span>
          </a>
        ),
      }))}
    />
  );
};
