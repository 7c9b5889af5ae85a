import { type ComponentChild, Fragment, h, type VNode } from 'preact';

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
  // A bare string in `exprs` would count as escaped already; inside a fragment it is escaped.
  h(
    Fragment,
    markup(
      pieces,
      holes.map((hole) => h(Fragment, null, hole)),
    ),
  );

/**
 * The renderer writes a fragment that has `tpl` as its pieces, with `exprs` between them (its form for precompiled
 * JSX). The types of Preact do not know of it, so it is named in this one place and held by a test.
 */
const markup = (tpl: readonly string[], exprs: readonly VNode[]): object => ({ tpl, exprs });
