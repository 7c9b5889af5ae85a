import { z } from 'zod';
import { findAgency } from '../../../partnership/agencies/agency.store.ts';
import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay, formatDue } from '../../../platform/calendar/in-words.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form as PostForm } from '../../../platform/ui/form.tsx';
import { InsetText, Radios, Textarea } from '../../../platform/ui/govuk.tsx';
import { Facts, FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import { findAction } from '../../actions/action.store.ts';
import type { Action } from '../../actions/action.ts';
import { referenceOf } from '../../actions/needs.ts';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { leadOf, wordsOf } from '../digest-letter.ts';
import { findHeld, type HeldMessage, holdHeld } from '../held-message.store.ts';
import { levels, reasons, refusalText, rulingOnSettling, type Settling } from '../release.ts';
import type { Tone } from '../rules.ts';
import { findRecipient, type Recipient, settle, toneFor } from '../settle.ts';
import { ActionLink } from './action-link.tsx';

const Form = z
  .object({
    settling: z.enum(['release', 'told', 'drop'], 'Select what becomes of the message'),
    because: z.string().trim().max(1000, 'The reason must be 1,000 characters or fewer'),
  })
  .refine(({ settling, because }) => settling === 'release' || because !== '', {
    path: ['because'],
    error: 'Enter the reason, or how you told them',
  });

export const askToSettle: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'chivvying.release');
  const held = found(await findHeld(scope, idIn(request, 'message')));
  const errors = held.settled ? formError('', refusalText.settled) : noErrors;
  return page(<SettlePage {...(await readPage(scope, held))} answers={{}} errors={errors} />, held.settled ? 422 : 200);
};

export const takeSettling: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'chivvying.release');
  const held = found(await holdHeld(scope, idIn(request, 'message')));
  const model = await readPage(scope, held);
  const answers = answersOf(request);
  const again = (errors: FormErrors) => page(<SettlePage {...{ ...model, answers, errors }} />, 422);
  const form = Form.safeParse({ settling: answers['settling'], because: typed(answers, 'because') });
  if (!form.success) return again(formErrors(form.error, ['settling', 'because']));
  const { settling, because } = form.data;
  const settler = { agency: scope.seat.agency, office: scope.permissions.has('actions.enter') };
  const reached = model.recipient?.reached ?? false;
  const ruling = rulingOnSettling(held, settling, model.action, { settler, reached });
  if (!ruling.allowed) return again(formError('settling', refusalText[ruling.because]));
  await settle(scope, held, model.action, settling, because);
  return goTo(`/${scope.slug}/chivvying/release-list`);
};

interface SettleModel {
  slug: string;
  held: HeldMessage;
  action: Action;
  agency: string | undefined;
  recipient: Recipient | undefined;
  /** How it would speak. */
  tone: Tone;
  today: SeatedScope['today'];
  sections: ActionSections;
}

async function readPage(scope: SeatedScope, held: HeldMessage): Promise<SettleModel> {
  const action = found(await findAction(scope, held.action));
  const agency = action.leadAgency === undefined ? undefined : await findAgency(scope, action.leadAgency);
  return {
    slug: scope.slug,
    held,
    action,
    agency: agency?.name,
    recipient: await findRecipient(scope, held),
    tone: await toneFor(scope, held, action),
    today: scope.today,
    sections: actionSections(scope),
  };
}

const choices: Readonly<Record<Settling, { text: string; hint: string }>> = {
  release: {
    text: 'Let it out',
    hint: 'It stands in the next message that they get: tomorrow morning, where today’s has gone',
  },
  told: { text: 'I have told them in another way', hint: 'Say how, below. Nothing is sent' },
  drop: { text: 'Drop it', hint: 'Nobody is told. Say why, below' },
};

const SettlePage = (props: SettleModel & { answers: Answers; errors?: FormErrors }) => {
  const { slug, held, recipient, action, sections, answers, errors = noErrors } = props;
  const title = `Settle the message about ${referenceOf(action)}`;
  const offered = (['release', 'told', 'drop'] as const).filter((one) => one !== 'release' || recipient?.reached);
  return (
    <ActionsShell title={title} current="chivvying/release-list" sections={sections} errors={errors}>
      <div class="reading">
        <PageTitle title={title} lead={`${reasons[held.why]}.`} />
        <AboutIt {...props} />
        {recipient?.reached && <WouldBeSent {...props} />}
        <PostForm>
          <Radios
            name="settling"
            idPrefix="settling"
            fieldset={{ legend: { text: 'What becomes of it?', classes: 'govuk-fieldset__legend--s' } }}
            value={typed(answers, 'settling')}
            items={offered.map((value) => ({ value, text: choices[value].text, hint: { text: choices[value].hint } }))}
            errorMessage={errors.on('settling')}
          />
          <Textarea
            id="because"
            name="because"
            label={{ text: 'Why, or how were they told?', classes: 'govuk-label--s' }}
            hint={{ text: 'Name no child and nobody of a family' }}
            rows={3}
            value={typed(answers, 'because')}
            errorMessage={errors.on('because')}
          />
          <FormEnd submit="Save" cancel={`/${slug}/chivvying/release-list`} />
        </PostForm>
      </div>
    </ActionsShell>
  );
};

const AboutIt = ({ slug, held, recipient, action, agency, today }: SettleModel) => (
  <Facts
    facts={[
      { key: 'About', value: <ActionLink slug={slug} {...action} /> },
      { key: 'Led by', value: agency ?? 'No agency' },
      { key: 'Due', value: `${formatDay(action.dueOn, 'plain')} (${formatDue(action.dueOn, today)})` },
      { key: 'For', value: `${levels[held.level]}: ${recipient?.name ?? 'nobody fills that place'}` },
      { key: 'Held since', value: formatDay(held.heldOn, 'plain') },
    ]}
  />
);

/** What the message says, word for word. */
const WouldBeSent = ({ action, agency, tone, recipient }: SettleModel) => (
  <>
    <h2 class="govuk-heading-m">What {recipient?.name} would read</h2>
    <InsetText text={`${leadOf(tone)} ${wordsOf({ ...action, agency })}`} />
  </>
);
