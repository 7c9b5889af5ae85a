import type { Answers } from '../../../platform/http/form-use.store.ts';
import { type FormErrors, noErrors } from '../../../platform/ui/errors.ts';
import { Select } from '../../../platform/ui/govuk.tsx';
import { FormPage } from '../../../platform/ui/patterns.tsx';
import { typed } from '../../directory/answers.ts';
import type { WaitingFile } from '../directory-import.store.ts';
import { type Format, fieldsOf, titleOf } from '../format.ts';
import { addedHeadings, type ColumnMatch, nameOfColumn } from '../match.ts';

interface MatchColumnsProps {
  format: Format;
  file: WaitingFile<string>;
  match: ColumnMatch<string>;
  /** Where files of the format are brought in. */
  imports: string;
  answers?: Answers;
  errors?: FormErrors;
}

/** Asks what each column is, with what was recognised or said before already chosen. */
export const MatchColumnsPage = ({ format, file, match, imports, answers, errors = noErrors }: MatchColumnsProps) => {
  const { content, fileName } = file;
  const items = [
    { value: '', text: 'Not used' },
    ...fieldsOf(format).map((field) => ({ value: field, text: titleOf(format, field) })),
  ];
  const unused = match.filter((field) => field === undefined).length;
  return (
    <FormPage
      title="What the columns are"
      caption={`${format.title} from ${fileName}`}
      lead={`Look whether each column was understood. ${unused === 0 ? 'Every one is used.' : `${unused} of ${match.length} ${unused === 1 ? 'is' : 'are'} not used.`} What you say is remembered for the next file.`}
      backLink={{ href: imports }}
      errors={errors}
      submit="Continue"
    >
      {content.headings.map((heading, at) =>
        addedHeadings.includes(String(heading)) ? null : (
          <Select
            id={`column-${at}`}
            name={`column-${at}`}
            label={{ text: nameOfColumn(content.headings, at), classes: 'govuk-label--s' }}
            hint={{ text: samplesOf(content.rows.map(({ cells }) => String(cells[at] ?? ''))) }}
            items={items}
            value={answers ? typed(answers, `column-${at}`) : (match[at] ?? '')}
            errorMessage={errors.on(`column-${at}`)}
          />
        ),
      )}
    </FormPage>
  );
};

/** The first few different things that stand in a column. */
function samplesOf(cells: readonly string[]): string {
  const some = [...new Set(cells.filter(Boolean))]
    .slice(0, 3)
    .map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
  return some.length === 0 ? 'The column is empty' : `For instance: ${some.join(', ')}`;
}
