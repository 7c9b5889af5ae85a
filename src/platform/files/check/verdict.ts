import type { ContentRefusal } from '../refusals.ts';

/** What the checker says of a file: why it is refused, or nothing; of a picture also how it was drawn anew. */
export type Verdict = { because: ContentRefusal } | { because?: undefined; drawnAnew?: Buffer };

/** Thrown anywhere in the checker, and the file's verdict. */
export class Refused extends Error {
  readonly because: ContentRefusal;

  constructor(because: ContentRefusal) {
    super(because);
    this.because = because;
  }
}

/** @throws {Refused} where `holds` is not so */
export function insist(holds: boolean, because: ContentRefusal): asserts holds {
  if (!holds) throw new Refused(because);
}
