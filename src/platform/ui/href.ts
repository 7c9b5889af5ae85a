import { options } from 'preact';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:', 'webcal:']);

/**
 * The address, if following it cannot run a script; `#` otherwise. Addresses come from what people type (an agency's
 * website, the place of a meeting), and escaping alone lets `javascript:` through.
 *
 * Browsers drop control characters and leading blanks before they read the scheme, so they are dropped here as well.
 */
export function safeHref(href: string): string {
  if (/^[/?#]/.test(href)) return href; // most are within the house, and none of these can begin a scheme
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[0];
  return scheme === undefined || ALLOWED.has(scheme.toLowerCase()) ? href : '#';
}

/** Every attribute that a browser may follow or post to. */
const ADDRESSES = new Set(['href', 'action', 'formaction', 'formAction', 'src', 'xlinkHref', 'xlink:href']);

/** Guards every element of every page: no link or form made by this process leads to a script. */
export function guardAddresses(): void {
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string') guard(vnode.props);
  };
}

function guard(props: Record<string, unknown>): void {
  for (const name in props) {
    const value = ADDRESSES.has(name) ? props[name] : undefined;
    if (typeof value === 'string') props[name] = safeHref(value);
  }
}
