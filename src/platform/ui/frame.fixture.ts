import type { Frame } from './frame.ts';

/** The frame of a page seen by a business manager who is in three partnerships. */
export const aFrame = (over: Partial<Frame> = {}): Frame => ({
  nonce: 'a-nonce',
  formToken: 'a-form-token',
  newFormKey: () => 'a-form-key',
  path: '/rivermouth/today',
  example: false,
  account: { name: 'Amina Rahman' },
  partnership: { slug: 'rivermouth', name: 'Rivermouth Safeguarding Children Partnership' },
  partnerships: 3,
  navigation: [
    { text: 'Today', href: '/today', current: true },
    { text: 'Board', href: '/rivermouth/board', current: false },
    { text: 'Inspections', href: '/rivermouth/inspections', current: false },
  ],
  ...over,
});

/** The frame of a page seen by somebody who has not signed in. */
export const aStrangersFrame = (over: Partial<Frame> = {}): Frame => {
  const { account: _, partnership: __, ...rest } = aFrame();
  return { ...rest, path: '/sign-in', partnerships: 0, navigation: [], ...over };
};
