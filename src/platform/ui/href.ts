import { options, type VNode } from 'preact';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:', 'webcal:']);

/**
 * The address, if following it cannot run a script; `#` otherwise. Addresses come from what people type (an agency's
 * website, the place of a meeting), and escaping alone lets `javascript:` through.
 *
 * Browsers drop control characters and leading blanks before they read the scheme, so they are dropped here as well.
 */
export function safeHref(href: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[0];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase()) ? href : '#';
}

/** Every attribute that a browser may follow or post to. */
const ADDRESSES = ['href', 'action', 'formaction', 'formAction', 'src', 'xlinkHref', 'xlink:href'] as const;

/** Guards every element of every page: no link or form made by this process leads to a script. */
export function guardAddresses(): void {
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string') guard(vnode.props);
  };
}

function guard(props: VNode['props'] & Partial<Record<(typeof ADDRESSES)[number], unknown>>): void {
  for (const name of ADDRESSES) {
    const address = props[name];
    if (typeof address === 'string') props[name] = safeHref(address);
  }
}
