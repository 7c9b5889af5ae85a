import type { Duty } from '../../partnership/duty.ts';
import { holdsExample, listRealSlugs } from '../../partnership/partnership.store.ts';
import type { Command } from '../../platform/command.ts';
import { loadExample } from './load.ts';
import { examplePartnerships } from './people.ts';

/** `concordat example`, which lets each of `duties` add its part. */
export const exampleCommand = (duties: readonly Duty[]): Command => ({
  name: 'example',
  summary: 'Make the example partnerships; refused where there is any other partnership',
  needs: 'database',
  async run({ data, json, print, tell }) {
    if ((await listRealSlugs(data)).length) {
      tell(
        'This database holds a real partnership. The example signs anyone in, so it is never put beside one: use an empty database.',
      );
      return 1;
    }
    if (await holdsExample(data))
      tell('The example is there already; it was left as it is. To make it anew, start with an empty database.');
    else await loadExample(data, duties);
    const slugs = examplePartnerships.map(({ slug }) => slug);
    print(json ? JSON.stringify({ partnerships: slugs }) : `The example is there: ${slugs.join(', ')}.`);
    return 0;
  },
});
