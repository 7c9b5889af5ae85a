import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { aFrame } from './frame.fixture.ts';
import { useFrame } from './frame.ts';
import { safeHref } from './href.ts';
import { renderedOnce, ShowKept } from './kept.tsx';
import { Markup, Raw, rawAround } from './raw.ts';
import { renderPage } from './render.tsx';

const Page = () => <html lang="en-GB">{useFrame().path}</html>;

test('a page is a whole document and knows its frame', () => {
  expect(renderPage(<Page />, aFrame({ path: '/today' }))).toBe('<!DOCTYPE html><html lang="en-GB">/today</html>');
});

test('a page without a frame is refused, not shown without a form token', () => {
  expect(() => renderToString(<Page />)).toThrow('renderPage');
});

describe('markup as it stands', () => {
  test('is written unchanged, without an element around it', () => {
    expect(renderPage(<Raw html="<b>&</b>" />, aFrame())).toBe('<!DOCTYPE html><b>&</b>');
  });
  test('leaves what is put between its pieces escaped', () => {
    const page = rawAround(['<ul><li>', '</li><li>', '</li></ul>'], ['<script>', <b>{'a & b'}</b>]);
    expect(renderPage(page, aFrame())).toBe('<!DOCTYPE html><ul><li>&lt;script></li><li><b>a &amp; b</b></li></ul>');
  });
});

describe('markup written piece by piece', () => {
  const Path = () => <i>{useFrame().path}</i>;
  test.each([
    ['text', `<script> & "x" 'y'`],
    ['nothing', undefined],
    ['a number', 1240],
    ['no', false],
    ['an element', <b title={'"<&'}>{'a & <b>'}</b>],
    ['what asks for the frame', <Path />],
    ['several', ['<i>', <Path />, 3, null]],
  ])('shows %s as an element would', (_, content) => {
    const written = new Markup().raw('<td>').add(content).raw('</td>').add(content).element();
    const usual = (
      <>
        <td>{content}</td>
        {content}
      </>
    );
    expect(renderPage(written, aFrame())).toBe(renderPage(usual, aFrame()));
  });
});

describe('kept content', () => {
  const first = renderedOnce(<p>The board’s grade & “theirs”</p>);
  const second = renderedOnce(<p>Twelve – no more</p>);
  test('stands where it is shown, each in its place and as often as it is shown', () => {
    const page = (
      <main>
        <h1>É</h1>
        <ShowKept kept={first} />
        <ShowKept kept={second} />
        <hr />
        <ShowKept kept={first} />
      </main>
    );
    expect(renderPage(page, aFrame())).toBe(
      '<!DOCTYPE html><main><h1>É</h1><p>The board’s grade &amp; “theirs”</p><p>Twelve – no more</p><hr/><p>The board’s grade &amp; “theirs”</p></main>',
    );
  });
  test('is never put where somebody typed what might hold its place', () => {
    const typed = `<!--${aFrame().nonce}-->`;
    const page = (
      <main>
        {typed}
        <ShowKept kept={second} />
      </main>
    );
    expect(renderPage(page, aFrame())).toContain('--><p>Twelve – no more</p></main>');
  });
  test('that asks who is signed in is refused: it would be shown to others', () => {
    expect(() => renderedOnce(<Page />)).toThrow('renderPage');
  });
  test('is refused where it could not be put in', () => {
    expect(() => renderToString(<ShowKept kept={first} />)).toThrow('renderPage');
  });
});

describe('addresses', () => {
  test.each([
    '/today',
    'today?x=1:2',
    '#reason',
    '?page=2',
    'https://example.org/a:b',
    'mailto:a@b.uk',
    'tel:01234',
    '//example.org',
    '',
  ])('%j leads where it says', (href) => expect(safeHref(href)).toBe(href));
  test.each([
    'javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
  ])('%j leads nowhere', (href) => expect(safeHref(href)).toBe('#'));
  test('are guarded on every element of every page', () => {
    const bad = 'javascript:alert(1)';
    const page = (
      <form action={bad}>
        <a href={bad}>x</a>
        <button formAction={bad}>y</button>
      </form>
    );
    expect(renderPage(page, aFrame())).not.toContain('javascript:');
  });
});
