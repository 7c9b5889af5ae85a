import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import { Raw } from './raw.ts';

/** Content that was rendered before and is shown as it was: for pages whose figures change a few times a year. */
export interface Kept {
  bytes: Buffer;
}

/**
 * Renders content once, to be shown many times.
 *
 * It is shown to everybody, so it may use nothing of the request: no form, no name, no address that begins with a partnership.
 * (A component that asks for the frame throws here.)
 */
export const renderedOnce = (content: VNode): Kept => ({ bytes: Buffer.from(renderToString(content)) });

/** Takes note of kept content where it is shown, and gives what holds its place until the document is put together. */
export const KeptContext = createContext<((kept: Kept) => string) | undefined>(undefined);

/** @throws {Error} outside `renderPage`, which alone can put it in */
export function ShowKept({ kept }: { kept: Kept }) {
  const holdPlace = useContext(KeptContext);
  if (!holdPlace) throw new Error('kept content is shown by renderPage(vnode, frame)');
  return <Raw html={holdPlace(kept)} />;
}
