import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { assetPath } from './assets.ts';
import { formError } from './errors.ts';
import { Form } from './form.tsx';
import { aFrame, aStrangersFrame } from './frame.fixture.ts';
import type { Frame } from './frame.ts';
import { ServiceNavigation, SkipLink } from './govuk.tsx';
import { Layout, type LayoutProps } from './layout.tsx';
import { Navigation } from './masthead.tsx';
import { renderPage } from './render.tsx';

const page = (frame: Frame = aFrame(), props: Partial<LayoutProps> = {}): string =>
  renderPage(
    <Layout title="Board" {...props}>
      <h1>Board</h1>
    </Layout>,
    frame,
  );
/** The same markup, whatever its indentation and the order of boolean attributes' values. */
const plain = (html: string): string =>
  html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([<>]) ?/g, '$1')
    .replaceAll('hidden="true"', 'hidden');

describe('what is written out by hand is what the official component writes', () => {
  test.each([1, 3])('the navigation of %i', (count) => {
    const items = aFrame().navigation.slice(0, count);
    expect(plain(renderToString(<Navigation items={items} />))).toBe(
      plain(renderToString(<ServiceNavigation navigation={items} />)),
    );
  });
  test('the skip link', () => {
    expect(page()).toContain(renderToString(<SkipLink href="#main-content" text="Skip to main content" />));
  });
});

describe('the title', () => {
  test('says what, where and in which product', () => {
    expect(page()).toContain('<title>Board – Rivermouth Safeguarding Children Partnership – Concordat</title>');
    expect(page(aStrangersFrame())).toContain('<title>Board – Concordat</title>');
  });
  test('says first that something is to be put right', () => {
    const html = page(aFrame(), { errors: formError('reason', 'Enter the reason') });
    expect(html).toContain('<title>Error: Board –');
    expect(html).toMatch(/<a href="#reason">Enter the reason<\/a>/);
    expect(html.indexOf('There is a problem')).toBeLessThan(html.indexOf('<h1>'));
  });
  test('an error of the whole form leads nowhere', () => {
    expect(page(aFrame(), { errors: formError('', 'Somebody else has decided this') })).not.toContain('href="#"');
  });
});

describe('the masthead', () => {
  test('says where one is and who one is', () => {
    const html = page();
    expect(html).toContain('<li>Rivermouth Safeguarding Children Partnership</li>');
    expect(html).toContain('Amina Rahman');
    expect(html).toContain('aria-current="page"');
    expect(html).toContain('href="/partnerships?from=%2Frivermouth%2Ftoday"');
  });
  test('offers no other partnership to somebody who is in one only', () => {
    expect(page(aFrame({ partnerships: 1 }))).not.toContain('/partnerships');
  });
  test('signs out by a form, so that no link or picture elsewhere can', () => {
    expect(page()).toMatch(/<form method="post" novalidate action="\/sign-out">.*name="_csrf" value="a-form-token"/);
  });
  test('shows nobody and asks nothing before signing in', () => {
    const html = page(aStrangersFrame());
    expect(html).not.toContain('masthead__standing');
    expect(html).not.toContain('<form');
    expect(html).not.toContain('/account/sessions');
  });
  test('says when people and agencies are invented, and only then', () => {
    expect(page(aFrame({ example: true }))).toContain('Example: invented people and agencies');
    expect(page()).not.toContain('Example:');
  });
  test('shows a name as it is written, whatever it holds', () => {
    expect(page(aFrame({ account: { name: '<b>Zoë & Co</b>' } }))).toContain('&lt;b>Zoë &amp; Co&lt;/b>');
  });
});

test('every inline script carries the nonce, and there is no inline style', () => {
  const html = page(aFrame({ nonce: 'n"<1' }));
  expect(html.match(/<script[^>]*>/g)).toEqual([
    `<script type="module" src="${assetPath('app.js')}">`,
    '<script nonce="n&quot;&lt;1">',
  ]);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test('a form carries the token and a key of its own', () => {
  let keys = 0;
  const frame = aFrame({ newFormKey: () => `key-${++keys}` });
  const html = renderPage(
    <>
      <Form>one</Form>
      <Form action="/two" files>
        two
      </Form>
    </>,
    frame,
  );
  expect(html.match(/name="_csrf" value="a-form-token"/g)).toHaveLength(2);
  expect(html.match(/name="_key" value="key-\d"/g)).toEqual(['name="_key" value="key-1"', 'name="_key" value="key-2"']);
  expect(html).toContain('<form method="post" novalidate enctype="multipart/form-data" action="/two">');
});
