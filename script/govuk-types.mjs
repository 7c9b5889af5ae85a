#!/usr/bin/env node
/**
 * Writes src/platform/ui/govuk.generated.ts: the parameters of every GOV.UK component as TypeScript types, from the
 * `macro-options.json` that govuk-frontend publishes beside each component. Run it after an upgrade of govuk-frontend.
 * With `--check` it writes nothing and ends with status 1 when the file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const components = new URL('node_modules/govuk-frontend/dist/govuk/components/', root);
const target = new URL('src/platform/ui/govuk.generated.ts', root);

/** Where the published type is looser than what the component accepts, by component and path. */
const STRICTER = {
  'button.type': "'button' | 'submit' | 'reset'",
  'panel.actions.items.type': "'button' | 'submit' | 'reset'",
  'cookie-banner.messages.actions.type': "'button' | 'submit'",
  'input.type': "'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password'",
  'input.inputmode': "'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'",
  'input.autocapitalize': "'none' | 'sentences' | 'words' | 'characters'",
  'notification-banner.type': "'success'",
  'notification-banner.titleHeadingLevel': 'HeadingLevel',
  'notification-banner.role': "'alert' | 'region'",
  'checkboxes.items.behaviour': "'exclusive'",
  'language-navigation.items.dir': "'ltr' | 'rtl' | 'auto'",
  'service-navigation.slots.end.align': "'inline'",
  'character-count.countType': "'graphemes' | 'codeunits' | 'words'",
};
/** Leaf names that mean the same in every component. */
const BY_NAME = {
  attributes: 'Attributes',
  wrapperAttributes: 'Attributes',
  headingLevel: 'HeadingLevel',
  rows: 'string | number',
  maxlength: 'string | number',
  threshold: 'string | number',
  number: 'string | number',
  format: "'numeric'",
  values: 'readonly string[]',
};
/** Names for shapes that several components share, or whose own path reads badly; keyed by where they are met first. */
const NAMES = {
  'breadcrumbs.items': 'LinkItem',
  'character-count.countMessage': 'Classes',
  'character-count.formGroup': 'InputFormGroup',
  'checkboxes.formGroup': 'InputsFormGroup',
  'checkboxes.items.conditional': 'Conditional',
  'checkboxes.items.label': 'Dressing',
  'footer.meta.items': 'FooterLink',
  'input.prefix': 'Affix',
  'pagination.previous': 'PaginationEnd',
  'service-navigation.navigation': 'ServiceNavigationItem',
  'summary-list.rows.key': 'ClassedContent',
};
/** Lists whose template steps over empty entries, so that one may write `condition && item`. */
const WITH_GAPS =
  /^(accordion|checkboxes|date-input|radios|select|tabs)\.items$|^summary-list\.rows$|^service-navigation\.navigation$/;
const SLOTS = /(^html|Html)$|^(start|end|navigationStart|navigationEnd)$/;

const pascal = (words) => words.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Every object shape met, by its fully written-out text: where it was met first. */
const shapes = new Map();

/** Gives the type of one option as a template in which nested shapes stand as «key». */
function typeOf(component, path, option) {
  const at = `${component}.${path}`;
  if (STRICTER[at]) return STRICTER[at];
  if (option.isComponent && !option.params) return `${pascal(kebab(option.name))}Props`;
  if (option.type === 'array' && option.params) return listOf(at, shape(component, path, option.params));
  if (option.params) return shape(component, path, option.params);
  if (BY_NAME[option.name]) return BY_NAME[option.name];
  if (component === 'date-input' && /^(day|month|year)$/.test(option.name) && option.type === 'object')
    return 'Partial<DateInputItem>';
  if (/LimitText$|ChosenText$/.test(option.name) && option.type === 'object') return 'PluralText';
  if (option.type === 'string' && SLOTS.test(option.name)) return 'Slot';
  return (
    { string: 'string', integer: 'number', boolean: 'boolean', array: 'readonly string[]' }[option.type] ??
    unknown(at, option)
  );
}

/** A table's rows are lists of cells; any other list may hold gaps, which the components skip. */
const listOf = (at, item) => {
  if (at === 'table.rows') return `readonly (readonly ${item}[])[]`;
  if (/^(radios|checkboxes)\.items$/.test(at)) return `readonly (${item} | Divider | Gap)[]`;
  return WITH_GAPS.test(at) ? `readonly (${item} | Gap)[]` : `readonly ${item}[]`;
};

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const unknown = (at, option) => {
  throw new Error(`${at}: no type known for ${option.type}`);
};

/** Registers an object shape and gives its placeholder. */
function shape(component, path, options) {
  const body = bodyOf(component, path, options);
  if (/^(Optional)?Content$/.test(body)) return body;
  if (!shapes.has(body)) shapes.set(body, { component, path });
  return `«${body}»`;
}

/** `{ … } & Content`: plain options first, then each pair of which exactly one (or at most one) may be given. */
function bodyOf(component, path, options) {
  const known = new Map();
  for (const option of options) {
    if (option.deprecated || option.type === 'nunjucks-block') continue;
    known.set(option.name, [...(known.get(option.name) ?? []), option]);
  }
  const takesChildren = options.some((option) => option.type === 'nunjucks-block');
  const pairs = [];
  for (const html of [...known.keys()].filter((name) => /(^html|Html)$/.test(name))) {
    const text = html.replace(/html$/, 'text').replace(/Html$/, 'Text');
    if (!known.has(text) && html !== 'html') continue;
    const required = [html, text].some((name) => known.get(name)?.some((option) => option.required));
    pairs.push(pairOf(text, html, required, takesChildren && /^(html|descriptionHtml)$/.test(html), known.has(text)));
    known.delete(html);
    known.delete(text);
  }
  if (known.has('divider')) known.delete('divider');
  const lines = [...known].map(([name, same]) => {
    const types = [...new Set(same.map((option) => typeOf(component, path ? `${path}.${name}` : name, option)))];
    const required = same.every((option) => option.required);
    return `${name}${required ? '' : '?'}: ${types.join(' | ')}${required ? '' : ' | undefined'};`;
  });
  return [lines.length > 0 ? `{ ${lines.join(' ')} }` : undefined, ...pairs].filter(Boolean).join(' & ');
}

function pairOf(text, html, required, children, hasText) {
  if (!hasText) return children ? 'Inside' : required ? '{ html: Slot }' : '{ html?: Slot | undefined }';
  const name = text === 'text' ? '' : `<'${text}', '${html}'>`;
  const kind = children ? 'Body' : name ? 'Words' : 'Content';
  return `${required ? '' : 'Optional'}${kind}${name}`;
}

/** Names each shape after the place where it is met first, an entry of a list in the singular. */
function nameShapes() {
  return new Map(
    [...shapes].map(([body, { component, path }]) => {
      const words = path.split('.').map((word) => capital(word.replace(/(item|row|message|action)s$/, '$1')));
      return [body, NAMES[`${component}.${path}`] ?? pascal(component) + words.join('')];
    }),
  );
}

const names = [];
const bodies = new Map();
for (const component of readdirSync(components)) {
  const file = new URL(`${component}/macro-options.json`, components);
  if (!existsSync(file)) continue;
  names.push(component);
  bodies.set(component, bodyOf(component, '', JSON.parse(readFileSync(file, 'utf8'))));
}

const shapeNames = nameShapes();
/** Replaces «…» by names, innermost last, so that a nested shape is written once. */
function written(text) {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '«') {
      out += text[at];
      continue;
    }
    let depth = 1;
    let end = at + 1;
    for (; depth > 0; end++) depth += text[end] === '«' ? 1 : text[end] === '»' ? -1 : 0;
    out += shapeNames.get(text.slice(at + 1, end - 1));
    at = end - 1;
  }
  return out;
}

const laidOut = (text) =>
  written(text)
    .replace(/; (?=\w+\??: )/g, ';\n  ')
    .replace(/^\{ /, '{\n  ')
    .replace(/;? \}(?= &|$)/, ';\n}');
const version = JSON.parse(readFileSync(new URL('node_modules/govuk-frontend/package.json', root), 'utf8')).version;
const source = `// Written by script/govuk-types.mjs from govuk-frontend ${version} (MIT, Crown copyright). Do not edit.
import type { Attributes, Body, Content, Divider, Gap, HeadingLevel, Inside, OptionalBody, OptionalContent, OptionalWords, PluralText, Slot, Words } from './govuk-types.ts';

${[...shapeNames].map(([body, name]) => `export type ${name} = ${laidOut(body)};`).join('\n\n')}

${names.map((name) => `/** https://design-system.service.gov.uk/components/${name}/ */\nexport type ${pascal(name)}Props = ${laidOut(bodies.get(name))};`).join('\n\n')}

/** The parameters of each component, by its folder in govuk-frontend. */
export type GovukComponents = {
${names.map((name) => `  '${name}': ${pascal(name)}Props;`).join('\n')}
};
`;

if (!process.argv.includes('--check')) writeFileSync(target, source);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== source) {
  process.stderr.write('src/platform/ui/govuk.generated.ts is out of date: run node script/govuk-types.mjs\n');
  process.exitCode = 1;
}
