import { type Role, roleNames } from '../partnership/roles.ts';
import type { PermissionTable } from '../platform/access/permissions.ts';

const office: readonly Role[] = ['business-manager', 'business-support'];
const chairs: readonly Role[] = ['independent-chair', 'partnership-chair'];
const leaders: readonly Role[] = ['lead-safeguarding-partner', 'safeguarding-partner-delegate'];
/** Those who see only what their own agency promised, or was asked. */
const ownAgencyOnly: readonly Role[] = ['agency-safeguarding-lead'];
/** Those who have no part in what the partnership promised. */
const outside: readonly Role[] = ['practitioner', 'trainer', 'inspector'];
const inside = roleNames.filter((role) => !outside.includes(role) && !ownAgencyOnly.includes(role));
/** Those whose word that something was done counts, when it is another agency's. */
const verifiers: readonly Role[] = [
  ...leaders,
  ...chairs,
  'scrutineer',
  'designated-nurse-or-doctor',
  'education-lead',
  'agency-representative',
  'deputy-representative',
  'sub-group-chair',
  'lay-member',
];

/** What a role may do with what the partnership promised. */
export const ledgerPermissions = {
  'actions.read': { title: 'see every action', roles: inside },
  'actions.read-own': {
    title: 'see their own agency’s actions, and answer for those they own',
    roles: [...inside, ...ownAgencyOnly],
  },
  'actions.raise': {
    title: 'raise an action',
    roles: [
      ...office,
      ...chairs,
      ...leaders,
      'scrutineer',
      'sub-group-chair',
      'review-lead',
      'child-death-review-manager',
    ],
  },
  'actions.change': {
    title: 'change, pass on, withdraw and reopen actions, and settle their days',
    roles: [...office, ...chairs],
  },
  'actions.enter': { title: 'enter what somebody else said about an action, and who said it', roles: office },
  'actions.verify': { title: 'verify another agency’s action', roles: verifiers },
  'actions.verify-batch': {
    title: 'verify, for a group, actions that need no verifier from another agency',
    roles: [...office, ...chairs, 'sub-group-chair'],
  },
  'actions.import': { title: 'bring in an old action tracker, and change many actions at once', roles: office },
  'chivvying.change': { title: 'set how people are reminded', roles: ['business-manager', ...chairs] },
  'chivvying.release': {
    title: 'let messages to those above an owner go out, or hold them',
    roles: [...office, ...chairs],
  },
  'chivvying.read': {
    title: 'see what is in the way, and who was told what and when',
    roles: [...office, ...chairs, 'scrutineer'],
  },
} as const satisfies PermissionTable<Role>;
