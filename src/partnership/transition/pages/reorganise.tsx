import type { Answers } from '../../../platform/http/form-use.store.ts';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Radios, Textarea } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';

/** Where merging or splitting begins: into which partnerships, by their addresses. */
export const ReorganisePage = ({ slug, typed, errors }: { slug: string; typed: Answers; errors: FormErrors }) => (
  <FormPage
    title="Merge or split the partnership"
    lead="You prepare here what becomes of everything the partnership holds. Whoever runs Concordat for you then carries it out, because nobody else may see both sides. The partnership closes, and its history stays."
    errors={errors}
    submit="Begin"
    cancel={`/${slug}/transition`}
    action={`/${slug}/transition/reorganise`}
    backLink={{ href: `/${slug}/transition` }}
  >
    <Radios
      name="kind"
      idPrefix="kind"
      fieldset={{ legend: { text: 'What becomes of the partnership?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errors.on('kind')}
      value={typeof typed['kind'] === 'string' ? typed['kind'] : ''}
      items={[
        { value: 'merge', text: 'It merges into another' },
        { value: 'split', text: 'It splits into several' },
      ]}
    />
    <Textarea
      name="goesTo"
      id="goesTo"
      rows={3}
      label={{ text: 'The addresses of the partnerships that go on', classes: 'govuk-label--s' }}
      hint={{
        text: 'One on each line, such as north-vale for /north-vale. They need not be there yet; whoever runs Concordat makes new ones',
      }}
      value={typeof typed['goesTo'] === 'string' ? typed['goesTo'] : ''}
      errorMessage={errors.on('goesTo')}
    />
  </FormPage>
);
