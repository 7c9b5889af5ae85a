/** Where the pages stand that every other page links to. */
export const places = {
  home: '/',
  today: '/today',
  partnerships: '/partnerships',
  account: '/account',
  sessions: '/account/sessions',
  signIn: '/sign-in',
  signOut: '/sign-out',
  accessibility: '/accessibility',
  privacy: '/privacy',
  cookies: '/cookies',
} as const;
