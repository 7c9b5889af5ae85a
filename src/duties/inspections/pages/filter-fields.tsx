import type { FormErrors } from '../../../platform/ui/errors.ts';
import { Input, Select } from '../../../platform/ui/govuk.tsx';
import { basisNames } from '../analysis-in-words.ts';
import { bases } from '../count.ts';

interface FieldProps {
  typed: Readonly<Record<string, string>>;
  errors: FormErrors;
}

/** Asks for a day in one field, because an address is easier kept and sent with one. */
export const DayField = ({
  name,
  label,
  hint,
  typed,
  errors,
}: FieldProps & { name: string; label: string; hint: string }) => (
  <Input
    id={name}
    name={name}
    label={{ text: label }}
    hint={{ text: hint }}
    value={typed[name] ?? ''}
    errorMessage={errors.on(name)}
    classes="govuk-input--width-10"
    spellcheck={false}
  />
);

export interface ChoiceProps extends FieldProps {
  name: string;
  label: string;
  choices: readonly (readonly [value: string, text: string])[];
}

export const Choice = ({ name, label, choices, typed, errors }: ChoiceProps) => (
  <Select
    id={name}
    name={name}
    label={{ text: label }}
    items={choices.map(([value, text]) => ({ value, text, selected: typed[name] === value }))}
    errorMessage={errors.on(name)}
  />
);

export const BasisField = (props: FieldProps) => (
  <Choice name="basis" label="Count" choices={bases.map((basis) => [basis, basisNames[basis]])} {...props} />
);
