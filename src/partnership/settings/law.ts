import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { LocalSettings } from '../regimes/local-settings.ts';
import { settledAlready } from '../regimes/local-settings.ts';
import type { Anchor, Clock, ClockName, Length, Regime, Switch, SwitchId } from '../regimes/regime.ts';

/** What of a clock a partnership may set for itself: what nobody has verified. */
export interface OpenParts {
  length: boolean;
  starts: boolean;
}

export const openParts = ({ length, starts }: Clock): OpenParts => ({
  length: !length.verified,
  starts: !starts.verified,
});

/** Whether the first day of a section is the partnership's to set: the program knows none. */
export const isOpen = ({ inForceFrom }: Switch): boolean => inForceFrom === undefined;

export interface OwnClock {
  length?: Length;
  starts?: Anchor;
}

export type LawRuling = { allowed: true; settings: LocalSettings } | { allowed: false; because: 'settled' };

/**
 * The settings with those of one clock replaced; an empty `own` goes back to what the program has. What the law has settled is
 * nobody's to set.
 *
 * @param regime as the program has it, without the partnership's own settings
 */
export function settingsWithClock(regime: Regime, settings: LocalSettings, name: ClockName, own: OwnClock): LawRuling {
  if (settledAlready(regime, { clocks: { [name]: own } }).length) return { allowed: false, because: 'settled' };
  const { [name]: _, ...others } = settings.clocks ?? {};
  const set = own.length !== undefined || own.starts !== undefined;
  return { allowed: true, settings: { ...settings, clocks: set ? { ...others, [name]: own } : others } };
}

/** The settings with the first day of one section replaced; undefined takes it away. */
export function settingsWithSection(
  regime: Regime,
  settings: LocalSettings,
  id: SwitchId,
  firstDay: PlainDate | undefined,
): LawRuling {
  if (!regime.switches.some((one) => one.id === id && isOpen(one))) return { allowed: false, because: 'settled' };
  const { [id]: _, ...others } = settings.switches ?? {};
  return { allowed: true, settings: { ...settings, switches: firstDay ? { ...others, [id]: firstDay } : others } };
}
