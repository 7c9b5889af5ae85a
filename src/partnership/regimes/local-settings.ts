import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import {
  type Anchor,
  type Clock,
  type ClockName,
  clockNames,
  type Length,
  type Regime,
  type SwitchId,
} from './regime.ts';
import type { Said } from './said.ts';

/** What a partnership has set for itself where its regime leaves a setting. */
export interface LocalSettings {
  clocks?: Readonly<Partial<Record<ClockName, { length?: Length; starts?: Anchor }>>>;
  /** First days of sections for which the program knows none. */
  switches?: Readonly<Partial<Record<SwitchId, PlainDate>>>;
}

/** The regime as a partnership works by it: its own values where the regime has settings. What is settled stays as it is. */
export function withLocalSettings(regime: Regime, { clocks: own = {}, switches = {} }: LocalSettings): Regime {
  const clocks: Partial<Record<ClockName, Clock>> = { ...regime.clocks };
  for (const name of clockNames) {
    const clock = clocks[name];
    if (clock)
      clocks[name] = {
        ...clock,
        length: chosen(clock.length, own[name]?.length),
        starts: chosen(clock.starts, own[name]?.starts),
      };
  }
  return {
    ...regime,
    clocks,
    switches: regime.switches.map((one) => {
      const first = one.inForceFrom ?? switches[one.id];
      return first ? { ...one, inForceFrom: first } : one;
    }),
  };
}

const chosen = <T>(said: Said<T>, own: T | undefined): Said<T> =>
  said.verified || own === undefined ? said : { ...said, value: own };

/** What of the settings is not the partnership's to set, because the regime has it settled; empty when all of it is. */
export const settledAlready = (regime: Regime, { clocks: own = {} }: LocalSettings): string[] =>
  clockNames.flatMap((name) => [
    ...(own[name]?.length && regime.clocks[name]?.length.verified !== false ? [`length of ${name}`] : []),
    ...(own[name]?.starts && regime.clocks[name]?.starts.verified !== false ? [`start of ${name}`] : []),
  ]);
