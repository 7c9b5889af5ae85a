import type { Asked } from '../gap.ts';

/** What asks for it and where that is written, and whether anybody has checked it there. */
export const GapSource = ({ asks: { words, source, verified } }: { asks: Asked }) => (
  <>
    {words}. <span class="quiet">Source: {source}.</span>
    {!verified && <strong> Unverified: nobody has checked this in its source.</strong>}
  </>
);
