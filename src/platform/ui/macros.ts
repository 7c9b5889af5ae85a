import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

/** A GOV.UK macro as a function: parameters in, markup out. */
export type Macro = (params: object) => string;

type Exported = Record<string, (params: object) => { toString(): string }>;
type Export = (done: (error: Error | null, exported: Exported) => void) => void;

declare module 'nunjucks' {
  /** The published types leave this out. */
  interface Template {
    getExported: Export;
  }
}

/** Finds a template beside the one that asks for it; where that is it works out once. */
class Loader extends nunjucks.FileSystemLoader {
  readonly #found = new Map<string, string>();

  override resolve(from: string, to: string): string {
    const asked = `${from} ${to}`;
    const found = this.#found.get(asked) ?? super.resolve(from, to);
    this.#found.set(asked, found);
    return found;
  }
}

const folder = fileURLToPath(new URL('../../../node_modules/govuk-frontend/dist', import.meta.url));
const environment = new nunjucks.Environment(new Loader(folder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/**
 * Runs what a template exports once. It would be run anew for each macro that imports it, though macros know nothing but their
 * parameters; and what is made anew hangs together from page to page, so that the collector takes it for living.
 */
const runTemplate = nunjucks.Template.prototype.getExported;
const exported = new WeakMap<nunjucks.Template, Exported>();
nunjucks.Template.prototype.getExported = function getExported(this: nunjucks.Template, done) {
  const known = exported.get(this);
  if (known) return done(null, known);
  runTemplate.call(this, (error, made) => {
    if (!error) exported.set(this, made);
    done(error, made);
  });
};

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
