import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { useFrame } from '../../../platform/ui/frame.ts';
import { FileUpload, Radios } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import { Box, Columns, Downloads, FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import { typed } from '../../directory/answers.ts';
import { exportedLists } from '../export.ts';
import { type List, listNames, lists } from '../fields.ts';

const hints: Readonly<Record<List, string>> = {
  contacts: 'One row for somebody, with their agency, group and role: the list most partnerships keep',
  agencies: 'One row for each agency, with its kind and what it belongs to',
  people: 'One row for each person, with their agency, job title and how to reach them',
  groups: 'One row for each board, sub-group or panel, with what it reports to',
  seats: 'One row for each place in a group, with who sits in it',
};

/** Begins an import: what the file holds, and the file. */
export const ChooseFilePage = ({ answers = {}, errors = noErrors }: { answers?: Answers; errors?: FormErrors }) => {
  const slug = useFrame().partnership?.slug ?? '';
  return (
    <Layout
      title="Bring in a spreadsheet"
      breadcrumbs={[{ text: 'Who we are', href: `/${slug}/agencies` }, { text: 'Bring in a spreadsheet' }]}
      errors={errors}
    >
      <PageTitle
        title="Bring in a spreadsheet"
        lead="You see what it would do before anything is written. The same file brought in twice changes nothing the second time."
      />
      <Columns aside={<TakeOut slug={slug} />}>
        <Form files>
          <Fields answers={answers} errors={errors} />
          <FormEnd submit="Read the file" cancel={`/${slug}/agencies`} />
        </Form>
      </Columns>
    </Layout>
  );
};

const Fields = ({ answers, errors }: { answers: Answers; errors: FormErrors }) => (
  <>
    <Radios
      name="list"
      idPrefix="list"
      fieldset={{ legend: { text: 'What does the file hold?', classes: 'govuk-fieldset__legend--m' } }}
      items={listNames.map((list) => ({ value: list, text: lists[list], hint: { text: hints[list] } }))}
      value={typed(answers, 'list')}
      errorMessage={errors.on('list')}
    />
    <FileUpload
      id="file"
      name="file"
      label={{ text: 'The file', classes: 'govuk-label--m' }}
      hint={{
        text: 'A CSV file or an Excel workbook (.xlsx) of up to 10 MB and 10,000 rows, with headings above its rows. It is kept for a day.',
      }}
      errorMessage={errors.on('file')}
    />
  </>
);

/** What is here now, to take away; the same headings are read again. */
const TakeOut = ({ slug }: { slug: string }) => (
  <Box title="Take a list out">
    <p>What you take out can be worked on and brought in again: its headings are known.</p>
    <Downloads
      links={exportedLists.flatMap((list) =>
        (['csv', 'xlsx'] as const).map((form) => ({
          text: `${lists[list]} (${form === 'csv' ? 'CSV' : 'Excel'})`,
          href: `/${slug}/export/${list}.${form}`,
        })),
      )}
    />
  </Box>
);
