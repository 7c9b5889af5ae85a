import type { Sight } from './crawl.ts';
import { leaksTo } from './words.ts';

/** Whom the mail is for is no matter on this page: it is there in the example alone, where everybody is invented. */
const exampleMail = '/example/mail';

/** The words on a page that its reader must not see there: inside a partnership only its own are in place. */
export const leaksOn = ({ reader, url, canaries }: Sight): string[] => {
  if (url === exampleMail) return [];
  const inside = reader.seats.filter(({ slug }) => url === `/${slug}` || url.startsWith(`/${slug}/`));
  const allowed = (inside.length ? inside : reader.seats).map(({ side }) => side);
  return canaries.filter((word) => allowed.every((side) => leaksTo(side, [word]).length > 0));
};

/** Every leak in words: who saw what, where. */
export const leaksIn = (sights: readonly Sight[]): string[] =>
  sights
    .map((sight) => ({ ...sight, words: leaksOn(sight) }))
    .filter(({ words }) => words.length > 0)
    .map(({ reader, url, status, words }) => `${reader.name} at ${url} (${status}): ${words.join(', ')}`);
