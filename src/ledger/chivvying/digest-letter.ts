import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Letter } from '../../platform/mail/message.ts';
import { countInWords } from '../../platform/ui/numbers.ts';
import { referenceOf } from '../actions/needs.ts';
import type { Tone } from './rules.ts';

/** A line of a digest, with where it leads. */
export interface LetterLine {
  number: number;
  title: string;
  safeForEmail: boolean;
  agency: string | undefined;
  dueOn: PlainDate;
  tone: Tone;
  /** Where it is answered or read. */
  href: string;
}

/** What one partnership has to say in a digest. */
export interface LetterPlace {
  /** The partnership’s name. */
  name: string;
  lines: readonly LetterLine[];
}

/** What is said once above the lines of a tone. It gives no day away: a line does that where it may. */
const leads: Readonly<Record<Tone, string>> = {
  firm: 'These have waited for long. Please answer each of them today, or ring the office: whatever is in the way, somebody has to know.',
  remind: 'These were to be done by now. Please say how each of them stands.',
  help: 'Is something in the way of these? Say what it is, and the office asks those who could help.',
  above:
    'You are told of these because their owners have been reminded and they are still not done. What you can do is ask them what would help.',
};
const order = ['firm', 'remind', 'help', 'above'] as const satisfies readonly Tone[];

/**
 * One account’s digest of a day. Of a record that is not marked as safe for e-mail it shows the reference and the agency, and
 * nothing else.
 *
 * @param url the address people use for this server
 * @returns undefined where there is nothing to say
 */
export function letterOf(places: readonly LetterPlace[], url: string, linkDays: number): Letter | undefined {
  const count = places.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count === 0) return undefined;
  const answerable = places.some(({ lines }) => lines.some(({ tone }) => tone !== 'above'));
  return {
    subject: `${countInWords(count, 'thing needs', 'things need')} you`,
    paragraphs: [
      ...places.filter(({ lines }) => lines.length > 0).flatMap(paragraphsOf),
      ...(answerable
        ? [
            `Each link shows what is asked before it changes anything. You answer in two presses, without signing in. A link works once, for ${linkDays} days, and is for you alone: please do not pass it on.`,
          ]
        : []),
      'You get one message a day at most, and none where nothing is due. Everything that is needed of you stands here:',
      `${url}/today`,
    ],
  };
}

const paragraphsOf = ({ name, lines }: LetterPlace): string[] => [
  name.toUpperCase(),
  ...order.flatMap((tone) => {
    const those = lines.filter((line) => line.tone === tone);
    return those.length === 0 ? [] : [leads[tone], ...those.flatMap((line) => [wordsOf(line), line.href])];
  }),
];

/** “Action 214 (Westry Police), due 3 December 2026: Tell the board …”, or as much of it as may stand in a message. */
export function wordsOf({
  number,
  agency,
  safeForEmail,
  dueOn,
  title,
}: Pick<LetterLine, 'number' | 'agency' | 'safeForEmail' | 'dueOn' | 'title'>): string {
  const reference = agency === undefined ? referenceOf({ number }) : `${referenceOf({ number })} (${agency})`;
  return safeForEmail ? `${reference}, due ${formatDay(dueOn, 'plain')}: ${title}` : reference;
}

/** What is said above the lines of a tone. */
export const leadOf = (tone: Tone): string => leads[tone];
