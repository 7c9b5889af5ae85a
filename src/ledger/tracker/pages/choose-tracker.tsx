import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { FileUpload } from '../../../platform/ui/govuk.tsx';
import { Box, Columns, Downloads, FormEnd, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell } from '../../actions-shell.tsx';

interface ChooseTrackerProps {
  imports: string;
  sections: ActionSections;
  errors?: FormErrors;
}

/** Begins to bring in a tracker: the file. */
export const ChooseTrackerPage = ({ imports, sections, errors = noErrors }: ChooseTrackerProps) => {
  const actions = imports.replace(/\/import$/, '');
  return (
    <ActionsShell title="Bring in a tracker" current="actions" sections={sections} errors={errors}>
      <PageTitle
        title="Bring in a tracker"
        lead="You see what it would do before anything is written. The same file brought in twice changes nothing the second time."
      />
      <Columns aside={<ToTakeAway imports={imports} actions={actions} />}>
        <Form files>
          <FileUpload
            id="file"
            name="file"
            label={{ text: 'The file', classes: 'govuk-label--m' }}
            hint={{
              text: 'A CSV file or an Excel workbook (.xlsx) of up to 10 MB and 10,000 rows, one row for each action, with headings above them. Name no child in it. It is kept for a day.',
            }}
            errorMessage={errors.on('file')}
          />
          <FormEnd submit="Read the file" cancel={actions} />
        </Form>
      </Columns>
    </ActionsShell>
  );
};

const ToTakeAway = ({ imports, actions }: { imports: string; actions: string }) => (
  <Box title="Try it, or work on what is here">
    <p>
      The example has the headings that old trackers have, and a row that cannot be taken. What you take out can be
      worked on and brought back: you see what would change first.
    </p>
    <Downloads
      links={[
        { text: 'A tracker to try (Excel)', href: `${imports}/example.xlsx` },
        { text: 'Every action (Excel)', href: `${actions}/actions.xlsx?state=all` },
        { text: 'Every action (CSV)', href: `${actions}/actions.csv?state=all` },
      ]}
    />
  </Box>
);
