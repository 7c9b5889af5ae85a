import { randomBytes } from 'node:crypto';
import { type ComponentChildren, type FunctionComponent, isValidElement, type VNode } from 'preact';
import type { GovukComponents } from './govuk.generated.ts';
import { safeHref } from './href.ts';
import { macroOf } from './macros.ts';
import { Raw, rawAround } from './raw.ts';

/**
 * The one door to the official GOV.UK components. Each is the macro that govuk-frontend publishes, with typed
 * parameters; where a macro takes a string of markup, the component takes an element.
 */
const door =
  <Name extends keyof GovukComponents>(name: Name): FunctionComponent<GovukComponents[Name]> =>
  ({ children, ...params }) =>
    drawn(name, children === undefined ? params : { ...params, [bodyOf(name)]: <>{children}</> });

/** What stands between the tags of a component is its main content, which one of them calls otherwise. */
const bodyOf = (name: keyof GovukComponents): string => (name === 'error-summary' ? 'descriptionHtml' : 'html');

/**
 * Calls the macro with a mark in place of each element, then puts the elements where their marks came out. So they are
 * rendered with the page they belong to, and the macro's indentation cannot reach into them (it would grow what
 * somebody typed into a multi-line field by a few blanks at each visit).
 */
function drawn(name: keyof GovukComponents, params: object): VNode {
  const slots: ComponentChildren[] = [];
  const html = macroOf(name)(prepared(params, slots));
  if (slots.length === 0) return <Raw html={html} />;
  const [first = '', ...rest] = html.split(MARK);
  const pieces = [first];
  const holes: ComponentChildren[] = [];
  for (const part of rest) {
    const end = part.indexOf('.');
    holes.push(slots[Number(part.slice(0, end))]);
    pieces.push(part.slice(end + 1));
  }
  return rawAround(pieces, holes);
}

/** Nobody can type this: it is drawn anew by each process. */
const MARK = `slot-${randomBytes(12).toString('hex')}-`;
const mark = (slots: ComponentChildren[], content: ComponentChildren): string => `${MARK}${slots.push(content) - 1}.`;

const isMarkup = (key: string): boolean => key === 'html' || key.endsWith('Html');
const isAddress = (key: string): boolean => /^(href|url|.*Url|formaction)$/.test(key);
const isElement = (value: unknown): value is VNode<{ html?: unknown }> => isValidElement(value);

/** A copy of the parameters with marks for elements and safe addresses. Markup in a string is shown as text. */
function prepared(params: object, slots: ComponentChildren[], inSlots = false): object {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(params)) {
    copy[key] = preparedValue(key, value, slots, inSlots || isMarkup(key));
  }
  return copy;
}

function preparedValue(key: string, value: unknown, slots: ComponentChildren[], markup: boolean): unknown {
  if (typeof value === 'string') return markup ? mark(slots, value) : isAddress(key) ? safeHref(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isElement(value)) return value.type === Raw ? value.props.html : mark(slots, value);
  if (Array.isArray(value)) return value.map((one: unknown) => preparedValue(key, one, slots, false));
  return prepared(value, slots, key === 'slots');
}

export const Accordion = door('accordion');
export const BackLink = door('back-link');
export const Breadcrumbs = door('breadcrumbs');
export const Button = door('button');
export const CharacterCount = door('character-count');
export const Checkboxes = door('checkboxes');
export const CookieBanner = door('cookie-banner');
export const DateInput = door('date-input');
export const Details = door('details');
export const ErrorMessage = door('error-message');
export const ErrorSummary = door('error-summary');
export const ExitThisPage = door('exit-this-page');
export const Feedback = door('feedback');
export const Fieldset = door('fieldset');
export const FileUpload = door('file-upload');
export const Footer = door('footer');
export const GenericHeader = door('generic-header');
export const Header = door('header');
export const Hint = door('hint');
export const Input = door('input');
export const InsetText = door('inset-text');
export const Label = door('label');
export const LanguageNavigation = door('language-navigation');
export const NotificationBanner = door('notification-banner');
export const Pagination = door('pagination');
export const Panel = door('panel');
export const PasswordInput = door('password-input');
export const PhaseBanner = door('phase-banner');
export const Radios = door('radios');
export const Select = door('select');
export const ServiceNavigation = door('service-navigation');
export const SkipLink = door('skip-link');
export const SummaryList = door('summary-list');
export const Table = door('table');
export const Tabs = door('tabs');
export const Tag = door('tag');
export const TaskList = door('task-list');
export const Textarea = door('textarea');
export const WarningText = door('warning-text');
