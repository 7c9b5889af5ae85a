import type { PermissionTable } from '../platform/access/permissions.ts';
import { type Role, roleNames } from './roles.ts';

/** Those who keep the partnership's records. */
const office: readonly Role[] = ['business-manager', 'business-support'];
const chairs: readonly Role[] = ['independent-chair', 'partnership-chair'];
const outside: readonly Role[] = ['practitioner', 'trainer'];

/** What a role may do with the partnership itself. */
export const partnershipPermissions = {
  'partnership.read': { title: 'see the partnership’s front page', roles: roleNames },
  'directory.read': {
    title: 'see who we are: agencies, people, groups, seats and gaps',
    roles: roleNames.filter((role) => !outside.includes(role)),
  },
  'directory.change': { title: 'keep agencies, people, groups and seats', roles: office },
  'directory.import': { title: 'bring agencies, people, groups and seats in from a spreadsheet', roles: office },
  'gaps.answer': { title: 'say that a gap is accepted for a while, and why', roles: ['business-manager', ...chairs] },
  'access.change': {
    title: 'give and end roles, invite people, and end somebody’s access',
    roles: ['business-manager'],
  },
  'second-step.reset': {
    title: 'ask for, or agree to, the reset of somebody’s second step',
    roles: [...office, ...chairs],
  },
  'settings.change': {
    title: 'set the partnership up: its areas, words, priorities, duties and logo',
    roles: ['business-manager'],
  },
  'transition.change': {
    title: 'move the partnership to another regime or edition, and prepare it to merge or split',
    roles: ['business-manager'],
  },
} as const satisfies PermissionTable<Role>;
