import type { ComponentChildren } from 'preact';
import { assetPath } from './assets.ts';
import { type FormErrors, noErrors } from './errors.ts';
import { useFrame } from './frame.ts';
import { BackLink, Breadcrumbs, ErrorSummary } from './govuk.tsx';
import { Masthead } from './masthead.tsx';
import { places } from './places.ts';
import { Raw, rawAround } from './raw.ts';

export interface LayoutProps {
  /** What the page is for; also its first words in the browser's tab. */
  title: string;
  /** Errors are listed above the content, each leading to its field, and “Error:” comes before the title. */
  errors?: FormErrors | undefined;
  /** One step back, for the pages of a task. */
  backLink?: { href: string; text?: string } | undefined;
  /** The way from the top to this page; the last may stand without an address. */
  breadcrumbs?: readonly { text: string; href?: string }[] | undefined;
  children: ComponentChildren;
}

/** The whole document round a page's content. Every page is one of these. */
export function Layout({ title, errors = noErrors, backLink, breadcrumbs, children }: LayoutProps) {
  const { account, nonce, partnership, path } = useFrame();
  const failed = errors.list.length > 0 ? 'Error: ' : '';
  const place = partnership && path.startsWith(`/${partnership.slug}`) ? ` – ${partnership.name}` : '';
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${failed}${title}${place} – Concordat`}</title>
        <Raw html={headOnce()} />
      </head>
      <body class="govuk-template__body">
        {rawAround(['<script nonce="', `">${supportScript}</script>${skipLink}`], [nonce])}
        <Masthead />
        <div class="govuk-width-container page">
          {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
          {backLink && (
            <nav aria-label="Back">
              <BackLink href={backLink.href} text={backLink.text ?? 'Back'} />
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            <Mistakes errors={errors} />
            {children}
          </main>
        </div>
        <Raw html={account ? footerSignedIn : footer} />
      </body>
    </html>
  );
}

const Mistakes = ({ errors }: { errors: FormErrors }) =>
  errors.list.length > 0 ? (
    <ErrorSummary
      titleText="There is a problem"
      errorList={errors.list.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))}
    />
  ) : null;

/** The components' own: it tells their styles and scripts that scripts run here. */
const supportScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";
const skipLink =
  '<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>';

let head: string | undefined;
/** Made once: nothing in it changes while the process runs. */
const headOnce = (): string =>
  (head ??= [
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="theme-color" content="#0a3733">',
    '<meta name="format-detection" content="telephone=no">',
    `<link rel="preload" href="${assetPath('atkinson.woff2')}" as="font" type="font/woff2" crossorigin>`,
    `<link rel="stylesheet" href="${assetPath('app.css')}">`,
    `<link rel="icon" href="${assetPath('favicon.ico')}" sizes="48x48">`,
    `<link rel="icon" href="${assetPath('favicon.svg')}" sizes="any" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="${assetPath('icon-180.png')}">`,
    `<link rel="modulepreload" href="${assetPath('govuk.js')}">`,
    `<script type="module" src="${assetPath('app.js')}"></script>`,
  ].join(''));

const footerWith = (links: readonly (readonly [text: string, href: string])[]): string =>
  `<footer class="foot"><div class="govuk-width-container"><ul class="foot__links">${links
    .map(([text, href]) => `<li><a href="${href}">${text}</a></li>`)
    .join(
      '',
    )}</ul><p class="foot__name">Concordat runs a local multi-agency safeguarding partnership</p></div></footer>`;
const everyone = [
  ['Accessibility', places.accessibility],
  ['Privacy', places.privacy],
  ['Cookies', places.cookies],
] as const;
const footer = footerWith(everyone);
const footerSignedIn = footerWith([...everyone, ['Your sessions', places.sessions]]);
