import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameContext } from './frame.ts';
import { guardAddresses } from './href.ts';
import { type Kept, KeptContext } from './kept.tsx';

guardAddresses();

/**
 * The whole HTML document of a page, ready to be sent.
 *
 * Kept content is put in as the bytes it is: to join it to the text and encode that again for every request would take as long
 * as all the rest of its page.
 */
export function renderBytes(page: VNode, frame: Frame): Buffer {
  const kept: Kept[] = [];
  const place = `<!--${frame.nonce}-->`; // of this response alone: nobody can have typed it
  const holdPlace = (content: Kept) => {
    kept.push(content);
    return place;
  };
  const html = `<!DOCTYPE html>${renderToString(
    <FrameContext.Provider value={frame}>
      <KeptContext.Provider value={holdPlace}>{page}</KeptContext.Provider>
    </FrameContext.Provider>,
  )}`;
  if (kept.length === 0) return Buffer.from(html);
  return Buffer.concat(html.split(place).flatMap((text, n) => [Buffer.from(text), kept[n]?.bytes ?? none]));
}

const none = Buffer.alloc(0);

/** The same document as text. */
export const renderPage = (page: VNode, frame: Frame): string => renderBytes(page, frame).toString();
