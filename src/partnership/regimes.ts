/** The legal regimes and guidance editions that a partnership can work under. */
export const regimes = {
  'england-2004-act': 'England, Children Act 2004: local safeguarding children board',
  'england-2017-act-2018': 'England, Children and Social Work Act 2017: guidance of 2018',
  'england-2017-act-2023': 'England, Children and Social Work Act 2017: guidance of 2023',
  'england-2017-act-2026': 'England, Children and Social Work Act 2017: guidance of 2026',
} as const;

export type Regime = keyof typeof regimes;

export const isRegime = (text: string): text is Regime => text in regimes;
