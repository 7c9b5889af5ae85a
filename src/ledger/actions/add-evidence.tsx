import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answersOf, idIn, typed } from '../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { FileInput } from '../../platform/files/file-parts.tsx';
import { openFile } from '../../platform/files/open.ts';
import { receiveFile } from '../../platform/files/receive.ts';
import { refusalText as fileRefusalText } from '../../platform/files/refusals.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../platform/ui/errors.ts';
import { Input, Textarea } from '../../platform/ui/govuk.tsx';
import { ConfirmPage, FormPage } from '../../platform/ui/patterns.tsx';
import {
  addEvidence,
  type Evidence,
  findEvidence,
  listEvidence,
  withdrawEvidence,
} from '../evidence/evidence.store.ts';
import { OnBehalf, readOnBehalf } from '../on-behalf.tsx';
import { findAction, holdAction } from './action.store.ts';
import type { Action } from './action.ts';
import { seenBy } from './action-list.ts';
import { type Choices, readChoices } from './choices.ts';
import { doerOf } from './doer.ts';
import { referenceOf } from './needs.ts';
import { refusalText, rulingOn } from './steps.ts';

const Form = z.object({
  title: z.string().trim().min(1, 'Enter what it shows').max(500, 'What it shows must be 500 characters or fewer'),
  address: z
    .string()
    .trim()
    .max(2000, 'The address must be 2,000 characters or fewer')
    .refine((text) => text === '' || /^https?:\/\/[^\s]+$/i.test(text), 'The address must begin with https://'),
});

const rulingFor = (scope: SeatedScope, action: Action) =>
  rulingOn('add-evidence', { ...action, evidence: 0 }, doerOf(scope));

const none: Choices = { people: [], agencies: [], groups: [] };

export const askForEvidence: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const action = found(seenBy(scope, await findAction(scope, idIn(request, 'action'))));
  const ruling = rulingFor(scope, action);
  const onBehalf = ruling.allowed && ruling.onBehalf;
  const choices = onBehalf ? await readChoices(scope) : none;
  const answers = action.owner === undefined ? {} : { saidBy: action.owner };
  const errors = ruling.allowed ? noErrors : formError('', refusalText[ruling.because]);
  return page(
    <EvidencePage slug={scope.slug} {...{ action, onBehalf, choices, answers, errors }} />,
    ruling.allowed ? 200 : 422,
  );
};

export const takeEvidence: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const action = found(seenBy(scope, await holdAction(scope, idIn(request, 'action'))));
  const ruling = rulingFor(scope, action);
  const onBehalf = ruling.allowed && ruling.onBehalf;
  const choices = onBehalf ? await readChoices(scope) : none;
  const answers = answersOf(request);
  const again = (errors: FormErrors) =>
    page(<EvidencePage slug={scope.slug} {...{ action, onBehalf, choices, answers, errors }} />, 422);
  if (!ruling.allowed) return again(formError('', refusalText[ruling.because]));

  const form = Form.safeParse({ title: typed(answers, 'title'), address: typed(answers, 'address') });
  if (!form.success) return again(formErrors(form.error, Object.keys(Form.shape)));
  const behalf = onBehalf ? readOnBehalf(answers, choices.people) : undefined;
  if (behalf && 'errors' in behalf) return again(behalf.errors);
  const file = await fileWith(scope, request, action);
  if (file && 'errors' in file) return again(file.errors);
  await addEvidence(scope, {
    record: { kind: 'action', id: action.id },
    ...form.data,
    ...file,
    ...(behalf && { onBehalf: behalf }),
  });
  return goTo(`/${scope.slug}/actions/${action.id}`);
};

/** The file that came with the form, if one did, beside those that the action has already. */
async function fileWith(
  scope: SeatedScope,
  request: FastifyRequest,
  { id }: Action,
): Promise<{ file: string } | { errors: FormErrors } | undefined> {
  const beside = (await listEvidence(scope, { kind: 'action', id })).flatMap(({ file }) => file ?? []);
  const received = await receiveFile(scope, request, 'file', { beside });
  if (received.refusal === undefined) return { file: received.file.id };
  return received.refusal === 'none-chosen'
    ? undefined
    : { errors: formError('file', fileRefusalText(received.refusal)) };
}

/** The file of a piece of evidence, for those who may know of the action. */
export const sendEvidenceFile: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const action = found(seenBy(scope, await findAction(scope, idIn(request, 'action'))));
  const evidence = found(await findEvidence(scope, idIn(request, 'evidence')));
  found(evidence.record.id === action.id ? evidence : undefined);
  return await openFile(scope, request.server.concordat, found(evidence.file));
};

export const askToWithdrawEvidence: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  return withdrawPage(scope, await findBoth(scope, request));
};

export const takeWithdrawnEvidence: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const both = await findBoth(scope, request);
  if (!rulingFor(scope, both.action).allowed) return withdrawPage(scope, both);
  await withdrawEvidence(scope, both.evidence.id);
  return goTo(`/${scope.slug}/actions/${both.action.id}`);
};

function withdrawPage(scope: SeatedScope, { action, evidence }: { action: Action; evidence: Evidence }) {
  const ruling = rulingFor(scope, action);
  return page(
    <ConfirmPage
      title="Withdraw this evidence?"
      caption={`${referenceOf(action)}: ${action.title}`}
      submit="Withdraw evidence"
      cancel={`/${scope.slug}/actions/${action.id}`}
      errors={ruling.allowed ? noErrors : formError('', refusalText[ruling.because])}
    >
      <p>“{evidence.title}” stays to be seen, marked as withdrawn, and counts no longer.</p>
    </ConfirmPage>,
    ruling.allowed ? 200 : 422,
  );
}

async function findBoth(scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]) {
  const action = found(seenBy(scope, await holdAction(scope, idIn(request, 'action'))));
  const evidence = found(await findEvidence(scope, idIn(request, 'evidence')));
  return { action, evidence: found(evidence.record.id === action.id ? evidence : undefined) };
}

interface EvidenceModel {
  slug: string;
  action: Action;
  onBehalf: boolean;
  choices: Choices;
  answers: Answers;
  errors?: FormErrors;
}

const EvidencePage = ({ slug, action, onBehalf, choices, answers, errors = noErrors }: EvidenceModel) => (
  <FormPage
    title="Add evidence"
    caption={`${referenceOf(action)}: ${action.title}`}
    lead="What shows that it was done, or that something changed for children."
    submit="Add evidence"
    cancel={`/${slug}/actions/${action.id}`}
    errors={errors}
    files
  >
    {onBehalf && <OnBehalf people={choices.people} answers={answers} errors={errors} />}
    <Textarea
      id="title"
      name="title"
      label={{ text: 'What does it show?', classes: 'govuk-label--s' }}
      hint={{ text: 'Name no child and nobody of a family' }}
      rows={3}
      value={typed(answers, 'title')}
      errorMessage={errors.on('title')}
    />
    <Input
      id="address"
      name="address"
      type="url"
      label={{ text: 'Address of a page that shows it (optional)', classes: 'govuk-label--s' }}
      value={typed(answers, 'address')}
      errorMessage={errors.on('address')}
    />
    <FileInput name="file" label="A file that shows it (optional)" errors={errors} />
  </FormPage>
);
