import { Box } from '../../../platform/ui/patterns.tsx';
import { basisSentences } from '../analysis-in-words.ts';
import type { Basis } from '../count.ts';

/** How reviews, boards and councils are counted on a basis, in words; and how a published account counted. */
export const HowCounted = ({ basis }: { basis: Basis }) => (
  <Box title="How reviews and boards are counted">
    <p>
      A review is of a board, and was made beside the inspection of one council. A board may cover several councils, and
      may be reviewed more than once.
    </p>
    <p>{basisSentences[basis]}</p>
    <p>
      “Not judged” is never counted as a grade. Councils count by their latest outcome, which may be a re-inspection’s.
    </p>
    <p>
      A published account counted 122 by the end of March 2017. That is all reviews published before 31 March, of 116
      boards; three more were published on the 31st.
    </p>
  </Box>
);
