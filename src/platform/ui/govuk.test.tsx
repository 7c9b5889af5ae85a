import { readdirSync, readFileSync } from 'node:fs';
import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as govuk from './govuk.tsx';
import { Raw } from './raw.ts';

const Fixtures = z.object({
  component: z.string(),
  fixtures: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() })),
});

const folder = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);
const published = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => Fixtures.parse(JSON.parse(readFileSync(new URL(`${entry.name}/fixtures.json`, folder), 'utf8'))));

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const isComponent = (value: unknown): value is FunctionComponent<object> => typeof value === 'function';
function componentOf(name: string): FunctionComponent<object> {
  const component = new Map<string, unknown>(Object.entries(govuk)).get(pascal(name));
  if (!isComponent(component)) throw new Error(`no door for ${name}`);
  return component;
}

/** The published fixtures hold markup as strings; the door takes it only as elements. */
const asElements = (options: object, within = ''): object =>
  Object.fromEntries(Object.entries(options).map(([key, value]) => [key, asElement(value, key, within)]));
function asElement(value: unknown, key: string, within = ''): unknown {
  const isMarkup = /^html$|Html$/.test(key) || within === 'slots';
  if (typeof value === 'string') return isMarkup ? h(Raw, { html: value }) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => asElement(one, ''));
  return typeof value === 'object' && value !== null ? asElements(value, key) : value;
}
const drawn = (component: FunctionComponent<object>, props: object): string => renderToString(h(component, props));

test('every component of govuk-frontend has a door, and every fixture is here', () => {
  expect(published.map(({ component }) => pascal(component)).sort()).toEqual(Object.keys(govuk).sort());
  expect(published.flatMap(({ fixtures }) => fixtures)).toHaveLength(725);
});

describe.each(published)('$component', ({ component, fixtures }) => {
  test.each(fixtures)('is byte for byte what GOV.UK publishes: $name', ({ options, html }) => {
    expect(drawn(componentOf(component), asElements(options))).toBe(html);
  });
});

describe('what people type stays text', () => {
  test('in a text', () => {
    expect(renderToString(<govuk.InsetText text="<b>Oak & Ash</b>" />)).toContain('&lt;b&gt;Oak &amp; Ash&lt;/b&gt;');
  });
  test('in an element given to a component', () => {
    const html = renderToString(<govuk.InsetText html={<b>{'<script>'}</b>} />);
    expect(html).toContain('<b>&lt;script></b>');
  });
  test('when a string of markup is slipped in where an element belongs', () => {
    const html = drawn(componentOf('inset-text'), { html: '<img src=x onerror=alert(1)>' });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
  test('when it looks like the mark of an element', () => {
    const html = renderToString(
      <govuk.Radios
        name="kind"
        items={[{ value: 'slot-0.', text: 'slot-0.', conditional: { html: <govuk.Hint text="Beneath" /> } }]}
      />,
    );
    expect(html.match(/Beneath/g)).toHaveLength(1);
    expect(html).toContain('value="slot-0."');
  });
});

test('what stands between the tags is the content of the component', () => {
  const html = renderToString(
    <govuk.Details summaryText="Why we ask">
      Because <em>somebody</em> must know.
    </govuk.Details>,
  );
  expect(html).toContain('Because <em>somebody</em> must know.');
});

test('a multi-line answer inside a revealed choice keeps its lines as they were typed', () => {
  const value = 'first line\n  second line\nthird line';
  const html = renderToString(
    <govuk.Radios
      name="agreed"
      items={[
        {
          value: 'no',
          text: 'No',
          conditional: { html: <govuk.Textarea name="why" value={value} label={{ text: 'Why not' }} /> },
        },
      ]}
    />,
  );
  expect(html).toContain(`>${value}</textarea>`);
});

test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
  'a link given to a component never leads to a script: %j',
  (href) => {
    const html = renderToString(
      <>
        <govuk.BackLink href={href} />
        <govuk.Breadcrumbs items={[{ text: 'Board', href }]} />
        <govuk.GenericHeader logoText="Concordat" url={href} />
      </>,
    );
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="#"', 'href="#"', 'href="#"']);
  },
);
