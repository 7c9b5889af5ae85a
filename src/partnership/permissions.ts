import type { PermissionTable } from '../platform/access/permissions.ts';
import { type Role, roleNames } from './roles.ts';

/** What a role may do with the partnership itself. */
export const partnershipPermissions = {
  'partnership.read': { title: 'see the partnership’s front page', roles: roleNames },
} as const satisfies PermissionTable<Role>;
