import type { ComponentChildren, VNode } from 'preact';

/** What goes where a GOV.UK macro takes `html`: an element, never a string of markup. */
export type Slot = VNode;

/** Exactly one of a text and an element, under the two names a component gives them. */
export type Words<Text extends string, Html extends string> =
  | ({ [name in Text]: string } & { [name in Html]?: undefined })
  | ({ [name in Html]: Slot } & { [name in Text]?: undefined });

/** At most one of a text and an element. */
export type OptionalWords<Text extends string, Html extends string> =
  | Words<Text, Html>
  | { [name in Text | Html]?: undefined };

export type Content = Words<'text', 'html'>;
export type OptionalContent = OptionalWords<'text', 'html'>;

/** The content of a component that may also be written between its tags. */
export type Body<Text extends string = 'text', Html extends string = 'html'> =
  | (Words<Text, Html> & { children?: undefined })
  | ({ children: ComponentChildren } & { [name in Text | Html]?: undefined });
export type OptionalBody<Text extends string = 'text', Html extends string = 'html'> =
  | Body<Text, Html>
  | { [name in Text | Html | 'children']?: undefined };

/** What a component encloses, without a text alternative. */
export type Inside = { html?: Slot | undefined; children?: ComponentChildren };

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A word or line between the choices of a list of radios or checkboxes, “or” for instance. */
export type Divider = { divider: string };

/** A place left out, so that a list may hold `condition && item`. */
export type Gap = false | null | undefined;

/** A message that agrees with a number; `%{count}` stands for it. */
export type PluralText = { one?: string | undefined; other: string };

/** Further attributes. Style and event handlers are not among them: the content security policy refuses both. */
export type Attributes = { [name in AttributeName]?: AttributeValue | undefined };
type AttributeName =
  | `data-${string}`
  | `aria-${string}`
  | 'id'
  | 'role'
  | 'lang'
  | 'hidden'
  | 'title'
  | 'tabindex'
  | 'autocomplete'
  | 'required'
  | 'readonly'
  | 'maxlength'
  | 'minlength'
  | 'min'
  | 'max'
  | 'step'
  | 'multiple'
  | 'accept'
  | 'form'
  | 'formaction'
  | 'download'
  | 'hreflang'
  | 'rel'
  | 'target';
type AttributeValue = string | number | boolean | { value: string | number | boolean | undefined; optional: boolean };
