import { type ComponentChild, Fragment, h, isValidElement, type VNode } from 'preact';

/**
 * Markup as it stands, without escaping: for our own constant markup and for what the GOV.UK macros have written, never
 * for words that somebody typed. Nothing outside this folder may use it.
 */
export const Raw = ({ html }: { html: string }): VNode => h(Fragment, markup([html], []));

/**
 * Constant markup with live content between its pieces.
 *
 * @param pieces markup as it stands, one more than `holes`
 * @param holes what stands between the pieces, escaped and rendered as usual
 */
export const rawAround = (pieces: readonly string[], holes: readonly ComponentChild[]): VNode =>
  h(Fragment, markup(pieces, holes.map(held)));

/** A bare string in `exprs` would count as escaped already; inside a fragment it is escaped. */
const held = (content: ComponentChild): VNode => (isValidElement(content) ? content : h(Fragment, null, content));

/** Markup that is written piece by piece, with live content wherever it belongs: for what has a thousand elements and little in each. */
export class Markup {
  readonly #pieces: string[] = [];
  readonly #holes: VNode[] = [];
  #piece = '';

  /** Markup as it stands. */
  raw(html: string): this {
    this.#piece += html;
    return this;
  }

  /** Content, escaped and rendered as usual. */
  add(content: ComponentChild): this {
    if (typeof content === 'string') return this.raw(escaped(content));
    this.#pieces.push(this.#piece);
    this.#holes.push(held(content));
    this.#piece = '';
    return this;
  }

  /** All that was written. */
  element(): VNode {
    return h(Fragment, markup([...this.#pieces, this.#piece], this.#holes));
  }
}

const entities: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' };

/** As the renderer escapes text, in an element or an attribute. */
const escaped = (text: string): string =>
  /["&<]/.test(text) ? text.replace(/["&<]/g, (sign) => entities[sign] ?? '') : text;

/**
 * The renderer writes a fragment that has `tpl` as its pieces, with `exprs` between them (its form for precompiled
 * JSX). The types of Preact do not know of it, so it is named in this one place and held by a test.
 */
const markup = (tpl: readonly string[], exprs: readonly VNode[]): object => ({ tpl, exprs });
