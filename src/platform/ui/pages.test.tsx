import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import {
  ExpiredFormPage,
  FailedPage,
  ForbiddenPage,
  InvalidPage,
  NotFoundPage,
  TooManyPage,
  UnavailablePage,
} from './error-pages.tsx';
import { aFrame, aStrangersFrame } from './frame.fixture.ts';
import { renderPage } from './render.tsx';
import { AccessibilityPage, CookiesPage, PrivacyPage } from './standing-pages.tsx';

const show = (page: VNode, frame = aFrame()): string => renderPage(page, frame);

describe('a page one may not open', () => {
  test('says which role is needed, for what, and whom to ask', () => {
    const html = show(
      <ForbiddenPage roles={['Business manager', 'Scrutineer']} what="read returns" ask="the business manager" />,
    );
    expect(html).toContain('To read returns you need to be one of these:');
    expect(html).toContain('<li>Business manager</li><li>Scrutineer</li>');
    expect(html).toContain('ask the business manager.');
  });
  test('does not promise a role where there is none', () => {
    expect(show(<ForbiddenPage roles={[]} ask="the business manager" />)).toContain('No role may open this page.');
  });
});

test('a missing page says nothing of what was asked for', () => {
  const html = show(<NotFoundPage />, aFrame({ path: '/rivermouth/reviews/0198-secret' }));
  expect(html.replaceAll(encodeURIComponent('/rivermouth/reviews/0198-secret'), '')).not.toMatch(/reviews|0198/);
});

test('a failure gives its reference and nothing else', () => {
  expect(show(<FailedPage reference="5f0c-77" />)).toContain('>5f0c-77<');
});

describe('a form that comes too late', () => {
  const answers = {
    _csrf: 'stale',
    _key: 'k',
    reasonForDecision: 'First line\n<b>second</b>',
    password: 'horse battery',
    newPassword: 'horse battery 2',
    signInCode: '123456',
    agencies: ['police'],
    postcode: 'XX1 1XX',
    note: '  ',
  };
  test('shows what was typed, named as on the form, and how to go on', () => {
    const html = show(<ExpiredFormPage answers={answers} />, aFrame({ path: '/rivermouth/reviews/new' }));
    expect(html).toContain('Reason for decision');
    expect(html).toContain('First line\n&lt;b>second&lt;/b></textarea>');
    expect(html).toContain('href="/rivermouth/reviews/new"');
  });
  test('never shows a secret or a token', () => {
    const html = show(<ExpiredFormPage answers={answers} />);
    for (const secret of ['stale', 'horse', '123456']) expect(html).not.toContain(secret);
    expect(html.match(/<textarea/g)).toHaveLength(2);
  });
  test('without anything typed it promises nothing it cannot show', () => {
    expect(show(<ExpiredFormPage />)).not.toContain('Nothing you typed is lost');
  });
});

test.each<[string, VNode]>([
  ['invalid', <InvalidPage />],
  ['too many', <TooManyPage />],
  ['unavailable', <UnavailablePage />],
  ['failed', <FailedPage reference="r" />],
  ['accessibility', <AccessibilityPage />],
  ['privacy', <PrivacyPage />],
  ['cookies', <CookiesPage />],
])('the page "%s" has one heading and is there for strangers too', (_, page) => {
  const html = show(page, aStrangersFrame());
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toContain('<form');
});
