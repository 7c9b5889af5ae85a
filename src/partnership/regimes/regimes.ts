import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { england2004Act } from './england-2004-act.ts';
import { england2018, england2023, england2026 } from './england-2017-act.ts';
import { type Nation, type Regime, type RegimeId, type RequiredPartner, regimeIds, type Switch } from './regime.ts';

/** The legal regimes and guidance editions that a partnership can work under. */
export const regimes: Readonly<Record<RegimeId, Regime>> = {
  'england-2004-act': england2004Act,
  'england-2017-act-2018': england2018,
  'england-2017-act-2023': england2023,
  'england-2017-act-2026': england2026,
};

export const isRegime = (text: string): text is RegimeId => regimeIds.some((id) => id === text);

/**
 * The newest regime of a nation that had begun by `day`, or undefined before the first.
 *
 * While one replaces another, both can be in force: see `inForceOn`.
 */
export const regimeOn = (nation: Nation, day: PlainDate): Regime | undefined => inForceFrom(nation, day).at(-1);

/** Every regime of a nation in force on `day`, oldest first: two while areas changed over from boards, mid-2018 to autumn 2019. */
export const inForceOn = (nation: Nation, day: PlainDate): Regime[] =>
  inForceFrom(nation, day).filter(({ inForce }) => inForce.until === undefined || day <= inForce.until.value);

const inForceFrom = (nation: Nation, day: PlainDate): Regime[] =>
  regimeIds.map((id) => regimes[id]).filter((one) => one.nation === nation && one.inForce.from.value <= day);

/** The switches of a regime that are on: their first day is appointed, and is that day or one before it. */
export const switchedOn = (regime: Regime, day: PlainDate): Switch[] =>
  regime.switches.filter(({ inForceFrom: first }) => first !== undefined && first <= day);

/** The partners a regime wants on that day: those that wait for a switch only once it is on. */
export function partnersOn(regime: Regime, day: PlainDate): RequiredPartner[] {
  const on = new Set(switchedOn(regime, day).map(({ id }) => id));
  return regime.partners.filter(({ when }) => when === undefined || on.has(when));
}
