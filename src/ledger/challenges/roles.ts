import type { Role } from '../../partnership/roles.ts';

/** Those who answer when their own agency is challenged. */
export const answeringRoles: readonly Role[] = [
  'lead-safeguarding-partner',
  'safeguarding-partner-delegate',
  'designated-nurse-or-doctor',
  'education-lead',
  'agency-representative',
  'deputy-representative',
  'agency-safeguarding-lead',
];

/** Those who say whether another agency’s answer is enough. */
export const judgingRoles: readonly Role[] = [
  'lead-safeguarding-partner',
  'safeguarding-partner-delegate',
  'independent-chair',
  'partnership-chair',
  'scrutineer',
];

/** Those who decide jointly, at the last stage. */
export const jointRoles: readonly Role[] = ['lead-safeguarding-partner'];
