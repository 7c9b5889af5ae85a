import type { NavigationItem } from './duty.ts';

/** Where the partnership itself stands in the menu. */
export const partnershipNavigation: readonly NavigationItem[] = [
  {
    text: 'Who we are',
    path: '/agencies',
    also: ['/people', '/groups', '/gaps', '/directory'],
    permission: 'directory.read',
  },
];

/** What is set up rarely stands last in the menu. */
export const settingsNavigation: readonly NavigationItem[] = [
  { text: 'Settings', path: '/settings', permission: 'settings.change' },
];
