import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../platform/calendar/plain-date.ts';
import type { LocalSettings } from '../regimes/local-settings.ts';
import { type Anchor, anchors, clockNames, type Length, type SwitchId, type TermName } from '../regimes/regime.ts';

/** What the partnership calls things, by the regime's term, where it says otherwise than the regime. */
export type LocalWords = Readonly<Partial<Record<TermName, string>>>;

export const units = ['days', 'working-days', 'weeks', 'months'] as const satisfies readonly Length['unit'][];
export const anchorNames = Object.keys(anchors) as Anchor[];
export const switchIds = [
  'act-2026-section-2',
  'act-2026-section-3',
  'act-2026-section-4',
] as const satisfies SwitchId[];
export const termNames = [
  'board',
  'executive',
  'chair',
  'partner',
  'leadPartner',
  'delegatedPartner',
  'agency',
  'scrutineer',
  'arrangements',
  'incidentNotification',
  'rapidReview',
  'practiceReview',
  'nationalReview',
  'nationalPanel',
  'agencyReport',
  'childDeathPartner',
  'childDeathPanel',
  'protectionTeam',
  'yearlyReport',
] as const satisfies readonly TermName[];

const OwnLength = z.object({ count: z.int().min(1).max(1000), unit: z.enum(units) });
const Starts = z.enum(anchorNames as [Anchor, ...Anchor[]]);
const Day = z.string().refine((text): text is PlainDate => isPlainDate(text));
const Word = z.string().trim().min(1).max(80);
const Things = z.record(z.string(), z.unknown());

/** The entries of `value` whose names are among `names` and whose values `schema` understands; whatever else stands there is left out. */
function understood<Name extends string, Value>(
  value: unknown,
  names: readonly Name[],
  schema: z.ZodType<Value>,
): Partial<Record<Name, Value>> {
  const things = Things.safeParse(value).data ?? {};
  const kept: Partial<Record<Name, Value>> = {};
  for (const name of names) {
    const read = schema.safeParse(things[name]);
    if (Object.hasOwn(things, name) && read.success) kept[name] = read.data;
  }
  return kept;
}

const OwnClock = z.unknown().transform((value): { length?: Length; starts?: Anchor } => {
  const things = Things.safeParse(value).data ?? {};
  const [length, starts] = [OwnLength.safeParse(things['length']), Starts.safeParse(things['starts'])];
  return { ...(length.success && { length: length.data }), ...(starts.success && { starts: starts.data }) };
});

/** The partnership's own settings as they were kept; what cannot be understood is as if it had not been set. */
export function readLocalSettings(kept: unknown): LocalSettings {
  const { clocks, switches } = Things.safeParse(kept).data ?? {};
  return { clocks: understood(clocks, clockNames, OwnClock), switches: understood(switches, switchIds, Day) };
}

/** The partnership's own words as they were kept; what cannot be understood is left out. */
export const readLocalWords = (kept: unknown): LocalWords => understood(kept, termNames, Word);
