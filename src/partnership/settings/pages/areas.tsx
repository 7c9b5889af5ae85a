import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { Checkboxes, Input } from '../../../platform/ui/govuk.tsx';
import { Empty, FilterForm } from '../../../platform/ui/patterns.tsx';
import { holdWords } from '../../directory/words.ts';
import type { SeatedScope } from '../../doors.ts';
import { listAreas } from '../../partnership.store.ts';
import { readPlaces } from '../../places/places.store.ts';
import { authorityWithCode, type LocalAuthority, type Places, stands } from '../../places/places.ts';
import { type Asked, answersOf, isStale, SettingsForm, staleError } from '../form.tsx';
import { changeAreas, holdAbout } from '../settings.store.ts';

const Form = z.object({
  area: z
    .union([z.string(), z.array(z.string())], 'Select at least one area')
    .transform((areas) => [...new Set([areas].flat())].toSorted())
    .refine((areas) => areas.length <= 30, 'Select 30 areas or fewer'),
});

/** The most councils that a search shows. */
const mostFound = 20;

export const askAreas: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const { name } = request.query as { name?: unknown };
  const wanted = typeof name === 'string' ? name.trim().slice(0, 100) : '';
  return page(<AreasPage {...(await areasModel(scope, wanted))} />);
};

export const takeAreas: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  await holdAbout(scope); // whoever else changes the areas waits
  const model = await areasModel(scope, '');
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<AreasPage {...model} {...{ answers, errors }} />, 422);
  const form = Form.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error));
  const unknown = form.data.area.filter((code) => authorityWithCode(model.places, code)?.code !== code);
  if (unknown.length) return askAgain(formError('area', 'Select areas from the list'));
  if (isStale(answers, model.covered)) return askAgain(staleError);
  await changeAreas(scope, form.data.area);
  return goTo(`/${scope.slug}/settings`);
};

interface AreasModel {
  places: Places;
  /** Codes of the councils covered now. */
  covered: readonly string[];
  wanted: string;
  /** Councils of that name that are not covered. */
  others: readonly LocalAuthority[];
}

async function areasModel(scope: SeatedScope, wanted: string): Promise<AreasModel> {
  const places = await readPlaces(scope.db);
  const covered = await listAreas(scope);
  const others =
    wanted === ''
      ? []
      : places.authorities.filter(
          (one) =>
            !covered.includes(one.code) &&
            stands(one, scope.today) &&
            holdWords([one.name, ...one.otherNames, one.code], wanted),
        );
  return { places, covered, wanted, others };
}

const AreasPage = ({ places, covered, wanted, others, ...asked }: AreasModel & Asked) => {
  const ticked = asked.answers ? [asked.answers['area'] ?? []].flat() : covered;
  const offered = [...new Set([...covered, ...ticked, ...others.slice(0, mostFound).map(({ code }) => code)])];
  return (
    <SettingsForm
      title="The areas the partnership covers"
      lead="The local authorities whose children are yours. Several can share one partnership, and there is always at least one."
      errors={asked.errors}
      seen={covered}
      saved={namesOf(places, covered).join(', ')}
      before={<Search wanted={wanted} found={others.length} />}
      submit="Save areas"
    >
      <Checkboxes
        idPrefix="area"
        name="area"
        fieldset={{ legend: { text: 'Areas', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={asked.errors?.on('area')}
        items={offered.map((code) => ({
          value: code,
          text: nameOf(places, code),
          hint: { text: kindOf(places, code) },
          checked: ticked.includes(code),
        }))}
      />
    </SettingsForm>
  );
};

const Search = ({ wanted, found }: { wanted: string; found: number }) => (
  <>
    <FilterForm list={{ path: 'areas', filters: { name: wanted }, page: 1 }} submit="Find">
      <Input id="name" name="name" label={{ text: 'Find a local authority by name' }} value={wanted} />
    </FilterForm>
    {wanted !== '' && found === 0 && (
      <Empty title={`No other local authority is called “${wanted}”.`}>Try a part of its name.</Empty>
    )}
    {found > mostFound && (
      <p class="govuk-body">
        {found} were found, and the first {mostFound} are shown. Type more of the name.
      </p>
    )}
  </>
);

export const nameOf = (places: Places, code: string): string => authorityWithCode(places, code)?.name ?? code;
export const namesOf = (places: Places, codes: readonly string[]): string[] =>
  codes.map((code) => nameOf(places, code));

const kindOf = (places: Places, code: string): string => {
  const found = authorityWithCode(places, code);
  return found ? `${found.kind}, ${found.region}, ${code}` : code;
};
