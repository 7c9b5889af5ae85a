/** What somebody new is shown, in this order. A step that is here once is not renamed: what was signed keeps its name. */
export const inductionSteps = {
  welcome: {
    title: 'Met the chair or the business manager',
    about: 'What the partnership is for, and what is asked of them',
  },
  arrangements: {
    title: 'Read the published arrangements and the terms of reference of their groups',
    about: 'What the partners have agreed, and what their group decides',
  },
  role: {
    title: 'Agreed what they speak and decide for',
    about: 'What they may commit their agency to, and who deputises for them',
  },
  information: {
    title: 'Shown how information is shared and kept',
    about: 'The agreement to share information, what is restricted, and how to work with it here',
  },
  interests: {
    title: 'Told the office of other boards and interests',
    about: 'What could put them in two minds',
  },
  training: {
    title: 'Had the safeguarding training that their role asks for',
    about: 'At the level of their role, and in date',
  },
  reviews: {
    title: 'Read the latest reviews and the yearly report',
    about: 'What was learnt here, and what is still to be done about it',
  },
  meeting: {
    title: 'Sat in a meeting with somebody beside them',
    about: 'A person who knows the group, to ask',
  },
} as const satisfies Record<string, { title: string; about: string }>;

export type InductionStep = keyof typeof inductionSteps;
export const inductionStepNames = Object.keys(inductionSteps) as InductionStep[];
export const isInductionStep = (text: string): text is InductionStep => Object.hasOwn(inductionSteps, text);
