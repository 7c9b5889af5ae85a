import { plainWords, type Reading } from '../../platform/documents/cells.ts';

/** How an action stands, as a tracker says it: “done” is verified where it was brought in, and claimed where it is here. */
export type StandingSaid =
  | 'open'
  | 'not-started'
  | 'on-track'
  | 'at-risk'
  | 'on-hold'
  | 'claimed-done'
  | 'done'
  | 'verified'
  | 'embedded'
  | 'withdrawn';

/** What trackers write for each, as plain words. “Open” alone says no more than that it is not done. */
const spellings: Readonly<Record<StandingSaid, string>> = {
  open: 'open|live|active|current|outstanding|no|incomplete|not complete|not completed|in place',
  'not-started':
    'not started|not yet started|new|to do|todo|pending|planned|scheduled|not due|not yet due|no progress|not begun|grey|gray|white|future|yet to start',
  'on-track':
    'on track|on target|in progress|ongoing|on going|underway|under way|started|progressing|on schedule|green|commenced|in hand|partially complete|partially completed|part complete|partly complete|working on it',
  'at-risk':
    'at risk|amber|yellow|orange|red|overdue|delayed|delay|behind|behind schedule|slipped|slipping|slippage|off track|late|concerns|some concerns|escalate|escalated|amber red|amber green|missed',
  'on-hold': 'on hold|hold|paused|parked|deferred|suspended|blocked|stalled|awaiting decision|waiting',
  'claimed-done':
    'claimed done|awaiting sign off|awaiting signoff|awaiting verification|awaiting evidence|complete awaiting sign off|completed awaiting sign off|complete awaiting evidence|to be signed off|for sign off|to be verified|proposed for closure|propose to close|ready to close|complete subject to sign off',
  done: 'done|complete|completed|closed|finished|achieved|implemented|discharged|action complete|action completed|fully complete|yes|met|delivered|complete green|closed complete|resolved|blue',
  verified:
    'verified|signed off|sign off|complete and verified|complete and signed off|evidenced|complete evidenced|assured',
  embedded: 'embedded|complete and embedded|sustained',
  withdrawn:
    'withdrawn|superseded|cancelled|canceled|no longer required|no longer needed|no longer relevant|no longer applicable|abandoned|stopped|merged|duplicate|duplicated|not accepted|not progressing|not being progressed|discontinued|deleted|removed|replaced|combined|obsolete|not applicable|black',
};

const meanings = new Map(
  Object.entries(spellings).flatMap(([meaning, words]) =>
    words.split('|').map((word): [string, StandingSaid] => [word, meaning as StandingSaid]),
  ),
);

/** “Green – on track”, “Amber (delayed)” and “2. In progress” mean what their beginning means, once a number is passed over. */
function meaningOf(text: string): StandingSaid | undefined {
  const words = plainWords(text).replace(/^\d+ /, '');
  const whole = meanings.get(words);
  if (whole) return whole;
  const [first = ''] = text.split(/\s*(?:[-–—:;,(/]|\n)\s*/);
  return meanings.get(plainWords(first).replace(/^\d+ /, ''));
}

const isOver = (said: StandingSaid): boolean => ['done', 'verified', 'embedded', 'withdrawn'].includes(said);

/**
 * How an action stands, from what its row says of its state, its colour and the day on which it was finished. The state goes before
 * the colour; a colour tells how what is open or in progress goes. Blue is done, and red, amber and overdue are at risk.
 *
 * @returns undefined as the value where the row says nothing of it
 */
export function readStanding(state: string, rag: string, isFinished: boolean): Reading<StandingSaid | undefined> {
  const [said, colour] = [state, rag].map((text) => (text === '' ? undefined : meaningOf(text)));
  for (const [text, meaning] of [
    [state, said],
    [rag, colour],
  ])
    if (text && !meaning)
      return {
        wrong: `“${text.slice(0, 60)}” is not a state: write not started, on track, at risk, on hold, done or withdrawn`,
      };
  const standing = together(said, colour, isFinished);
  if (standing === 'two things') return { wrong: `“${state}” and “${rag}” say two things: write one of them` };
  if (isFinished && standing !== undefined && !isOver(standing) && standing !== 'claimed-done')
    return { wrong: `“${state || rag}” and a day on which it was finished say two things: write one of them` };
  return { value: standing };
}

function together(
  said: StandingSaid | undefined,
  colour: StandingSaid | undefined,
  isFinished: boolean,
): StandingSaid | undefined | 'two things' {
  if (said === undefined) return byColour(colour, isFinished);
  if (colour === undefined || colour === 'open' || isOver(said) || said === 'claimed-done') return said;
  if (isOver(colour)) return 'two things';
  return said === 'open' || (said === 'on-track' && colour === 'at-risk') ? colour : said;
}

/** Some colour green what is complete: with a day on which it was finished, that is meant. */
const byColour = (colour: StandingSaid | undefined, isFinished: boolean): StandingSaid | undefined =>
  isFinished && (colour === undefined || colour === 'open' || colour === 'on-track') ? 'done' : colour;
