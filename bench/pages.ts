import { actionWithThread, perPartnership, seatsOfWidePerson } from './partnerships.ts';
import type { Visitor, World } from './world.ts';

/** A page that is measured, who asks for it, and what is promised of it beside what is promised of every page. */
export interface Page {
  name: string;
  who: keyof World['visitors'];
  path(visitor: Visitor): string;
  /** What must stand on it each time: a page without it is not the page that is meant. */
  words: string;
  /** So many a second at least. */
  perSecond?: number;
  /** At most so many times the cost of another page over the same database. */
  beside?: { page: Page; times: number };
}

const tasks = perPartnership.tasksEach;

const todayInOne: Page = {
  name: 'Today, in one partnership',
  who: 'one',
  path: () => '/today',
  words: `. ${tasks} things need you.`,
  perSecond: 400,
};

const todayInFive: Page = {
  name: 'Today, in five partnerships',
  who: 'five',
  path: () => '/today',
  words: `. ${tasks * seatsOfWidePerson} things need you, across five partnerships.`,
  beside: { page: todayInOne, times: 4 },
};

const boardsAndCouncils: Page = {
  name: 'Boards and councils',
  who: 'one',
  path: ({ slug }) => `/${slug}/inspections/boards-and-councils`,
  words: 'the board had the same grade as its council’s',
  perSecond: 400,
};

const agencies: Page = {
  name: `Agencies, ${perPartnership.agencies} of them`,
  who: 'one',
  path: ({ slug }) => `/${slug}/agencies`,
  words: `${perPartnership.agencies} agencies`,
};

const structure: Page = {
  name: `Structure, ${perPartnership.groups} groups`,
  who: 'one',
  path: ({ slug }) => `/${slug}/groups/structure`,
  words: 'The same as a list',
};

const actionList: Page = {
  name: 'Actions, 100 of 10,000, narrowed',
  who: 'reader',
  path: ({ slug }) => `/${slug}/actions?priority=high&source=audit`,
  words: 'Tell every school what came of audit',
  perSecond: 400,
};

const actionWithLongThread: Page = {
  name: `An action with a thread of ${perPartnership.thread}`,
  who: 'reader',
  path: ({ slug }) => `/${slug}/actions/${actionWithThread(slug)}`,
  words: 'What it led to',
  perSecond: 400,
};

/** What people open first, a page that counts, two that say who we are, and two of what was promised. */
export const pages: readonly Page[] = [
  todayInOne,
  todayInFive,
  boardsAndCouncils,
  agencies,
  structure,
  actionList,
  actionWithLongThread,
];
