/** First segments of addresses that are the program's own, so that no partnership may have them. */
const reserved: ReadonlySet<string> = new Set([
  'account',
  'accessibility',
  'answer',
  'api',
  'assets',
  'calendar',
  'cookies',
  'example',
  'forgotten-password',
  'guide',
  'health',
  'invitation',
  'partnerships',
  'privacy',
  'public',
  'reset',
  'sign-in',
  'sign-on',
  'sign-out',
  'today',
]);

/** Whether `text` can be the address of a partnership: lower-case letters, digits and hyphens, and no word of the program's own. */
export const isSlug = (text: string): boolean => /^[a-z][a-z0-9-]{1,60}$/.test(text) && !reserved.has(text);

/** An address for a partnership of this name: "Rivermouth Safeguarding Children Partnership" becomes `rivermouth`. */
export function slugFor(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const [own = ''] = plain.split(/\s+(?:local\s+)?(?:safeguarding|multi-agency)\b/);
  const slug = own
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
  return isSlug(slug) ? slug : `p-${slug}`.replace(/-+$/, '');
}
