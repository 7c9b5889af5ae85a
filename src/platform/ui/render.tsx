import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, FrameContext } from './frame.ts';
import { guardAddresses } from './href.ts';

guardAddresses();

/** The whole HTML document of a page, ready to be sent. */
export const renderPage = (page: VNode, frame: Frame): string =>
  `<!DOCTYPE html>${renderToString(<FrameContext.Provider value={frame}>{page}</FrameContext.Provider>)}`;
