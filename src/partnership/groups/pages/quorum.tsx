import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Input } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { type Sector, sectors } from '../../agencies/kinds.ts';
import { answersOf, idIn, typed } from '../../directory/answers.ts';
import type { Told } from '../../directory/basis.ts';
import {
  Basis,
  ChangedMeanwhile,
  changedMeanwhileText,
  type Meanwhile,
  meanwhile,
} from '../../directory/changed-meanwhile.tsx';
import type { SeatedScope } from '../../doors.ts';
import { findGroup, type Group, holdGroups } from '../group.store.ts';
import { getQuorumNeeds, settleQuorum } from '../quorum.store.ts';
import type { QuorumNeeds } from '../quorum.ts';

const sectorNames = Object.keys(sectors) as Sector[];

/** A whole number of seats, or nothing. */
const count = (what: string) =>
  z
    .string()
    .refine((text) => /^([1-9]\d{0,2})?$/.test(text), `${what} must be a whole number from 1 to 999, or left empty`)
    .transform((text) => (text === '' ? undefined : Number(text)));

const Form = z.object({
  members: count('Members in all'),
  ...Object.fromEntries(sectorNames.map((sector) => [sector, count(sectors[sector])])),
});
const order = Object.keys(Form.shape);

const read = (answers: Answers) => Object.fromEntries(order.map((name) => [name, typed(answers, name).trim()]));

function needsFrom(data: Readonly<Record<string, number | undefined>>): QuorumNeeds {
  return {
    members: data['members'],
    sectors: sectorNames.flatMap((sector) => {
      const atLeast = data[sector];
      return atLeast === undefined ? [] : [{ sector, atLeast }];
    }),
  };
}

const answersFrom = (needs: QuorumNeeds): Answers => ({
  members: needs.members === undefined ? '' : String(needs.members),
  ...Object.fromEntries(needs.sectors.map(({ sector, atLeast }) => [sector, String(atLeast)])),
});

const toldOf = (needs: QuorumNeeds): Told => ({
  'Members in all': needs.members === undefined ? '' : String(needs.members),
  ...Object.fromEntries(
    sectorNames.map((name) => [
      `From ${sectors[name]}`,
      String(needs.sectors.find(({ sector }) => sector === name)?.atLeast ?? ''),
    ]),
  ),
});

export const showQuorum: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const group = found(await findGroup(scope, idIn(request, 'group')));
  const needs = await getQuorumNeeds(scope, group);
  return page(<QuorumPage slug={scope.slug} group={group} needs={needs} answers={answersFrom(needs)} />);
};

export const takeQuorum: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.change');
  const id = idIn(request, 'group');
  const group = found((await holdGroups(scope)).find((one) => one.id === id));
  const needs = await getQuorumNeeds(scope, group);
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors, other?: Meanwhile) =>
    page(
      <QuorumPage slug={scope.slug} group={group} needs={needs} answers={answers} errors={errors} meanwhile={other} />,
      422,
    );
  const form = Form.safeParse(read(answers));
  if (!form.success) return askAgain(formErrors(form.error, order));
  const wanted = needsFrom(form.data);
  const here = `/${scope.slug}/groups/${id}`;
  const other = meanwhile(typed(answers, 'basis'), toldOf(needs), toldOf(wanted), here);
  if (other) return askAgain(formError('members', changedMeanwhileText), other);
  await settleQuorum(scope, id, wanted);
  return goTo(here);
};

interface QuorumModel {
  slug: string;
  group: Group;
  /** As they stand. */
  needs: QuorumNeeds;
  answers: Answers;
  errors?: FormErrors;
  meanwhile?: Meanwhile | undefined;
}

const QuorumPage = ({ slug, group, needs, answers, errors = noErrors, meanwhile: other }: QuorumModel) => (
  <FormPage
    title={`Quorum of ${group.name}`}
    lead="How many seats must be filled at a meeting for its decisions to stand. The chair, the vice-chair and members count; a deputy counts for the seat. Leave empty what does not matter."
    submit="Save quorum"
    cancel={`/${slug}/groups/${group.id}`}
    errors={errors}
  >
    {other && <ChangedMeanwhile {...other} />}
    <Basis told={toldOf(needs)} answers={answers} shown={other !== undefined} />
    <Count name="members" label="Members in all" answers={answers} errors={errors} />
    <h2 class="govuk-heading-m">At least how many from each sector?</h2>
    {sectorNames.map((sector) => (
      <Count key={sector} name={sector} label={sectors[sector]} answers={answers} errors={errors} />
    ))}
  </FormPage>
);

interface CountProps {
  name: string;
  label: string;
  answers: Answers;
  errors: FormErrors;
}

const Count = ({ name, label, answers, errors }: CountProps) => (
  <Input
    id={name}
    name={name}
    label={{ text: label }}
    inputmode="numeric"
    classes="govuk-input--width-3"
    value={typed(answers, name)}
    errorMessage={errors.on(name)}
  />
);
