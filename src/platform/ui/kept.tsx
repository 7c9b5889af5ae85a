import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Raw } from './raw.ts';

/** Content that was rendered before and is shown as it was: for pages whose figures change a few times a year. */
export interface Kept {
  html: string;
}

/**
 * Renders content once, to be shown many times.
 *
 * It is shown to everybody, so it may use nothing of the request: no form, no name, no address that begins with a partnership.
 * (A component that asks for the frame throws here.)
 */
export const renderedOnce = (content: VNode): Kept => ({ html: renderToString(content) });

export const ShowKept = ({ kept }: { kept: Kept }) => <Raw html={kept.html} />;
