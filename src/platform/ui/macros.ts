import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

/** A GOV.UK macro as a function: parameters in, markup out. */
export type Macro = (params: object) => string;

type Exported = Record<string, (params: object) => { toString(): string }>;

declare module 'nunjucks' {
  /** The published types leave this out. */
  interface Template {
    getExported(done: (error: Error | null, exported: Exported) => void): void;
  }
}

const folder = fileURLToPath(new URL('../../../node_modules/govuk-frontend/dist', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

type Filtered = string | number | nunjucks.runtime.SafeString | null | undefined;

/** The built-in filter is a regular expression that takes quadratic time on inner blanks: most of a page's time. */
environment.addFilter('trim', (value: Filtered) => {
  const trimmed = String(value ?? '').trim();
  return value instanceof nunjucks.runtime.SafeString ? new nunjucks.runtime.SafeString(trimmed) : trimmed;
});

const fetched = new Map<string, Macro>();

/** The macro of a component, by its folder in govuk-frontend. Compiled at the first call, kept after that. */
export function macroOf(component: string): Macro {
  const known = fetched.get(component);
  if (known) return known;
  const macro = fetchMacro(component);
  fetched.set(component, macro);
  return macro;
}

function fetchMacro(component: string): Macro {
  let macro: Macro | undefined;
  environment.getTemplate(`govuk/components/${component}/macro.njk`, true).getExported((error, exported) => {
    if (error) throw error;
    const [first] = Object.values(exported);
    if (first) macro = (params) => first(params).toString().trim();
  });
  if (!macro) throw new Error(`govuk-frontend has no macro for ${component}`);
  return macro;
}
