/** One column that rows may have. */
export interface FieldFacts {
  /** The heading of its column when we write it, and its name in words. */
  title: string;
  /** Other headings that mean it: small letters, words only, parted by `|`. */
  spellings: string;
}

/** What the rows of a spreadsheet are, and what their columns can say. */
export interface Format<Field extends string = string> {
  /** Under which what was said of its headings is remembered. */
  code: string;
  title: string;
  /** In the order in which we write them. */
  columns: Readonly<Partial<Record<Field, FieldFacts>>>;
  /** What there must be a column for: one of each. */
  needed: readonly (readonly Field[])[];
}

/** All that a column can say. */
export const fieldsOf = <Field extends string>({ columns }: Format<Field>): Field[] => Object.keys(columns) as Field[];

export const titleOf = <Field extends string>({ columns }: Format<Field>, field: Field): string =>
  columns[field]?.title ?? field;
