import type { NavigationItem } from '../partnership/duty.ts';

/** Where what the partnership promised stands in the menu. */
export const ledgerNavigation: readonly NavigationItem[] = [
  { text: 'Actions', path: '/actions', also: ['/chivvying'], permission: 'actions.read-own' },
  {
    text: 'Challenge and risk',
    path: '/challenges',
    also: ['/disagreements', '/liaison', '/risks', '/scrutiny'],
    permission: 'challenges.read-own',
  },
  { text: 'Disagreements', path: '/disagreements', also: ['/liaison'], permission: 'disagreements.practise' },
];
