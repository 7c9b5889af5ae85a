import type { z } from 'zod';

/** One thing to put right: the `name` of the field, and what to do about it in the words of the Design System. */
export interface FieldError {
  field: string;
  text: string;
}

/** What is wrong with a form. One list feeds the summary above the form and the message beside each field. */
export interface FormErrors {
  list: readonly FieldError[];
  /** The message for a field, in the shape the components take as `errorMessage`. */
  on(field: string): { text: string } | undefined;
}

/** Errors that are known one by one, in the order of the page. */
export const formErrorsOf = (list: readonly FieldError[]): FormErrors => ({
  list,
  on: (field) => {
    const error = list.find((one) => one.field === field);
    return error && { text: error.text };
  },
});

export const noErrors: FormErrors = formErrorsOf([]);

/** One error, found by a rule and not by the form's schema. */
export const formError = (field: string, text: string): FormErrors => formErrorsOf([{ field, text }]);

/**
 * The first message for each field, in the order in which the fields stand on the page.
 *
 * @param fieldOrder the names of the fields, top to bottom; fields that are not named come last, as the schema found them
 */
export function formErrors(error: z.ZodError, fieldOrder: readonly string[] = []): FormErrors {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = fieldOf(path, fieldOrder);
    if (!first.has(field)) first.set(field, message);
  }
  const place = (field: string): number => {
    const at = fieldOrder.indexOf(field);
    return at === -1 ? fieldOrder.length : at;
  };
  const list = [...first].map(([field, text]) => ({ field, text }));
  return formErrorsOf(list.sort((a, b) => place(a.field) - place(b.field)));
}

/** A field of a group may be named whole (`place-postcode`); otherwise the message belongs to the group. */
function fieldOf(path: readonly PropertyKey[], fieldOrder: readonly string[]): string {
  const whole = path.map(String).join('-');
  return fieldOrder.includes(whole) ? whole : String(path[0] ?? '');
}
