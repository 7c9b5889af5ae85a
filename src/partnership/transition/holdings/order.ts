import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { Held } from '../transition.ts';

/** A record that goes along, and the item it is in the transition. */
export interface Going<Record> {
  one: Record;
  item: Held;
}

/** The records that are `items`, in their order. */
export function those<Record extends { id: string }>(all: readonly Record[], items: readonly Held[]): Going<Record>[] {
  const wanted = new Map(items.map((item) => [item.id, item]));
  return all.flatMap((one) => {
    const item = wanted.get(one.id);
    return item ? [{ one, item }] : [];
  });
}

/** The same, each after what it belongs to; where two belong to each other, as they come. */
export function parentsFirst<Record extends { id: string; parent: string | undefined }>(
  going: readonly Going<Record>[],
): Going<Record>[] {
  const byId = new Map(going.map((each) => [each.one.id, each]));
  const ordered = new Set<Going<Record>>();
  const place = (each: Going<Record>, below: readonly Going<Record>[]): void => {
    const parent = each.one.parent === undefined ? undefined : byId.get(each.one.parent);
    if (parent && !below.includes(parent)) place(parent, [...below, each]);
    ordered.add(each);
  };
  for (const each of going) place(each, []);
  return [...ordered];
}

/** Whether something goes on `today`; what begins later does. */
export const goesOn = ({ untilOn }: { untilOn: PlainDate | undefined }, today: PlainDate): boolean =>
  untilOn === undefined || untilOn >= today;

/** From when it is so in a partnership that goes on: from today, or from its own first day where that is yet to come. */
export const fromHere = ({ fromOn }: { fromOn: PlainDate }, today: PlainDate): PlainDate =>
  fromOn > today ? fromOn : today;
