import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** A council with children's services: one of the 153 of today, or one that was abolished. */
export interface LocalAuthority {
  /** The code of the Office for National Statistics: `E06000014`. */
  code: string;
  name: string;
  /** The Department for Education's number: `816`. A council keeps it when its other code changes. */
  dfeCode: string;
  /** One of the nine English regions, by name. */
  region: string;
  /** `London borough`, `Metropolitan district`, `Unitary authority` or `County`. */
  kind: string;
  /** Codes of its ten statistical neighbours, nearest first; none for an abolished council. */
  neighbours: readonly string[];
  /** Code of the police area it lies in. From general knowledge, not from a published lookup. */
  policeArea?: string;
  /** Other spellings of its name. */
  otherNames: readonly string[];
  /** Codes it had before, or has had since. */
  otherCodes: readonly string[];
  /** The last day of an abolished council. */
  endedOn?: PlainDate;
  /** Codes of the councils that took over from it. */
  successors: readonly string[];
}

/** A region, police area or health board. */
export interface NamedArea {
  code: string;
  name: string;
}

/** The places of England that other facts refer to. */
export interface Places {
  /** The nine regions, north to south. */
  regions: readonly NamedArea[];
  authorities: readonly LocalAuthority[];
  policeAreas: readonly NamedArea[];
  /** Integrated care boards. Which council lies in which is not among our facts. */
  healthBoards: readonly NamedArea[];
}

/** Whether the council exists on `day`. */
export const stands = (authority: LocalAuthority, day: PlainDate): boolean =>
  authority.endedOn === undefined || day <= authority.endedOn;

/** The council with this code, one it had before included. */
export const authorityWithCode = (places: Places, code: string): LocalAuthority | undefined =>
  places.authorities.find((authority) => authority.code === code || authority.otherCodes.includes(code));

/** The abolished councils that the council with this code took over from, wholly or in part. */
export const predecessorsOf = (places: Places, code: string): LocalAuthority[] =>
  places.authorities.filter((authority) => authority.successors.includes(code));
