/** Where a rule is written, and where it was read when that was not the law or guidance itself. */
export interface Source {
  /** The Act, regulations or guidance, with section, regulation or chapter. */
  law: string;
  readIn?: string;
  url?: string;
}

/** What the law or guidance says; somebody checked it in a source. */
export interface Settled<T> {
  verified: true;
  value: T;
  source: Source;
}

/** What is believed to hold, unchecked: a default that a partnership may set otherwise, and that is shown as unverified. */
export interface Setting<T> {
  verified: false;
  value: T;
  source: Source;
  /** What practice is known to differ between, where it does. */
  choices?: readonly T[];
}

/** Something a regime says: settled, or a setting. */
export type Said<T> = Settled<T> | Setting<T>;

export const settled = <T>(value: T, source: Source): Settled<T> => ({ verified: true, value, source });

export const setting = <T>(value: T, source: Source, choices?: readonly T[]): Setting<T> => ({
  verified: false,
  value,
  source,
  ...(choices && { choices }),
});

/** The same, as a default nobody has checked under the law or edition `law`. */
export const carriedOver = <T>(said: Said<T>, law: string): Setting<T> =>
  setting(said.value, { ...said.source, law }, said.verified ? undefined : said.choices);

/** A source in one line: “Children Act 2004, section 16C(1); read in …”. */
export const sourceInWords = ({ law, readIn }: Source): string => (readIn ? `${law}; read in ${readIn}` : law);
