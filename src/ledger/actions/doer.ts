import type { SeatedScope } from '../../partnership/doors.ts';
import type { Doer } from './steps.ts';

/** Whoever asks, as the rule about steps knows them. */
export const doerOf = ({ person, seat, permissions, today }: SeatedScope): Doer => ({
  person,
  agency: seat.agency,
  permissions,
  today,
});
