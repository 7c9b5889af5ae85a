import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What every page needs to know of the request it answers: who asks, where they are, and the secrets its forms carry. */
export interface Frame {
  /** Of this response's content security policy; every inline script carries it. */
  nonce: string;
  /** The form token bound to the session. */
  formToken: string;
  /** A fresh one-use key; each form on a page takes one of its own. */
  newFormKey(): string;
  /** The path asked for, without the query. */
  path: string;
  /** Whether this server holds the example partnerships. */
  example: boolean;
  /** Who is signed in; absent when nobody is. */
  account?: { name: string };
  /** The partnership this page belongs to; absent outside one. */
  partnership?: { slug: string; name: string };
  /** How many partnerships the account is in. */
  partnerships: number;
  /** The menu, in order. */
  navigation: readonly { text: string; href: string; current: boolean }[];
}

export const FrameContext = createContext<Frame | undefined>(undefined);

/** @throws {Error} outside `renderPage`: a page without its frame would carry no form token. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A page is rendered by renderPage(vnode, frame)');
  return frame;
}
