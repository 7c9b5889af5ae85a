import { answersOf, idIn, typed } from '../../../partnership/directory/answers.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, noErrors } from '../../../platform/ui/errors.ts';
import { Select } from '../../../platform/ui/govuk.tsx';
import { ConfirmPage, FormPage } from '../../../platform/ui/patterns.tsx';
import { itemsOf, type Named } from '../../actions/choices.ts';
import { readNames } from '../../names.store.ts';
import { listOffers, listScrutineers, offerAll, takeOver } from '../scrutineer.store.ts';

const othersOf = async (scope: SeatedScope): Promise<readonly Named[]> =>
  (await listScrutineers(scope)).filter(({ id }) => id !== scope.person);

/** A scrutineer who leaves hands what they have written to the next one themselves: nobody in between reads it. */
export const askToHandOver: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'scrutiny.write');
  return page(<HandOverPage slug={scope.slug} others={await othersOf(scope)} chosen="" />);
};

export const takeHandedOver: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const others = await othersOf(scope);
  const chosen = typed(answersOf(request), 'to');
  if (!others.some(({ id }) => id === chosen)) {
    const errors = formError('to', 'Select a scrutineer from the list');
    return page(<HandOverPage slug={scope.slug} {...{ others, chosen, errors }} />, 422);
  }
  await offerAll(scope, chosen);
  return goTo(`/${scope.slug}/scrutiny/workspace`);
};

interface HandOverProps {
  slug: string;
  others: readonly Named[];
  chosen: string;
  errors?: FormErrors;
}

const HandOverPage = ({ slug, others, chosen, errors = noErrors }: HandOverProps) => (
  <FormPage
    title="Hand over your work"
    lead="Do this before your last day: the office can never open what you have not issued. The other scrutineer sees all of it from now on, and it becomes theirs when they take it over. What is issued stays in your name."
    submit="Hand over"
    cancel={`/${slug}/scrutiny/workspace`}
    errors={errors}
  >
    <Select
      id="to"
      name="to"
      label={{ text: 'To which scrutineer?', classes: 'govuk-label--s' }}
      hint={{ text: 'Whoever holds the role of scrutineer here today' }}
      value={chosen}
      items={itemsOf('Select a scrutineer', others)}
      errorMessage={errors.on('to')}
    />
  </FormPage>
);

/** Whose work is offered to whoever asks; to everybody else it is as if it did not exist. */
const offeredBy = async (scope: SeatedScope, request: Parameters<Handler<SeatedScope>>[1]): Promise<string> => {
  const from = idIn(request, 'person');
  return found((await listOffers(scope)).find((one) => one === from));
};

export const askToTakeOver: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  const from = await offeredBy(scope, request);
  const name = (await readNames(scope)).get(from) ?? 'Another scrutineer';
  return page(
    <ConfirmPage
      title={`Take over the work of ${name}?`}
      lead="Their lines of enquiry, evidence, visits, draft challenges and reports that are not issued become yours."
      submit="Take it over"
      cancel={`/${scope.slug}/scrutiny/workspace`}
    >
      {null}
    </ConfirmPage>,
  );
};

export const takeTakenOver: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.write');
  await takeOver(scope, await offeredBy(scope, request));
  return goTo(`/${scope.slug}/scrutiny/workspace`);
};
