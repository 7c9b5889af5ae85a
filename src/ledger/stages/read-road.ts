import { findAbout } from '../../partnership/settings/settings.store.ts';
import { bankHolidaysOf } from '../../platform/calendar/bank-holiday-files.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { listStageLengths } from './stage-length.store.ts';
import { dueOf, type Road, type Stage, stagesOf } from './stages.ts';

/** A road as this partnership walks it. */
export interface RoadHere {
  stages: readonly Stage[];
  /** The day on which a stage that begins on `from` runs out. */
  due(stage: number, from: PlainDate, urgent?: boolean): PlainDate;
}

/** The stages of a road with the partnership’s own lengths, counted in the working days of its country. */
export async function readRoad(scope: Scope, road: Road): Promise<RoadHere> {
  const [lengths, about] = await Promise.all([listStageLengths(scope, road), findAbout(scope)]);
  const stages = stagesOf(road, lengths);
  const holidays = bankHolidaysOf(about.regime.bankHolidays);
  return { stages, due: (stage, from, urgent = false) => dueOf(stages, stage, from, { urgent, holidays }) };
}
