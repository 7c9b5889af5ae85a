import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** What of a duty decides whether it may be used. */
export interface UsableDuty {
  name: string;
  restricted?: true;
}

/** What a partnership has said of a duty. */
export interface DutyUse {
  inUse: boolean;
  /** The day of the data protection impact assessment. */
  assessedOn: PlainDate | undefined;
  /** The day of the agreement to share information. */
  agreedOn: PlainDate | undefined;
}

/** What partnerships have said of duties, by name: in use or not. A duty of which nothing was said is not there. */
export type SaidOfDuties = Readonly<Record<string, boolean>>;

/** Whether a duty is in use. One that holds restricted records is off until the partnership says otherwise; others are on. */
export const isInUse = ({ name, restricted }: UsableDuty, said: SaidOfDuties): boolean =>
  (Object.hasOwn(said, name) ? said[name] : undefined) ?? !restricted;

/** What is so of a duty of which nothing was said. */
export const unsaidUse = (duty: UsableDuty): DutyUse => ({
  inUse: isInUse(duty, {}),
  assessedOn: undefined,
  agreedOn: undefined,
});

export type UseRefusal = 'not-assessed' | 'not-agreed' | 'assessed-later' | 'agreed-later';
export type UseRuling = { allowed: true } | { allowed: false; because: UseRefusal };

/**
 * Whether a partnership may say `wanted` of a duty. Restricted records are kept only under an assessment and an agreement that
 * are dated, and whose days have come.
 */
export function rulingOnUse({ restricted }: UsableDuty, wanted: DutyUse, today: PlainDate): UseRuling {
  const { inUse, assessedOn, agreedOn } = wanted;
  if (assessedOn !== undefined && assessedOn > today) return refuse('assessed-later');
  if (agreedOn !== undefined && agreedOn > today) return refuse('agreed-later');
  if (!restricted || !inUse) return { allowed: true };
  if (assessedOn === undefined) return refuse('not-assessed');
  if (agreedOn === undefined) return refuse('not-agreed');
  return { allowed: true };
}

const refuse = (because: UseRefusal): UseRuling => ({ allowed: false, because });
