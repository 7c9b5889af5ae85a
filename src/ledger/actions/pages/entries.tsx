import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { DayRows, StateTag } from '../../../platform/ui/patterns.tsx';
import { waysOfTelling } from '../../on-behalf.tsx';
import { type Entry, type EntryKind, obstacles, reasonsForTime, states } from '../action.ts';
import { findings } from '../take-step.ts';

const kinds: Readonly<Record<EntryKind, string>> = {
  raised: 'Raised',
  'brought-in': 'Brought in from an old tracker',
  progress: 'Progress',
  blocked: 'Something is in the way',
  'not-mine': 'Said not to be theirs',
  'more-time-asked': 'Asked for more time',
  'more-time-declined': 'More time was not given',
  'due-moved': 'The day was moved',
  'passed-on': 'Passed on',
  changed: 'What it says was changed',
  claimed: 'Said to be done',
  verified: 'Verified',
  returned: 'Sent back',
  impact: 'What changed for children',
  embedded: 'Embedded',
  reopened: 'Opened again',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
};

const wordsIn = (all: Readonly<Record<string, string>>) => new Map<string, string>(Object.entries(all));
const [inTheWay, found, reasons] = [wordsIn(obstacles), wordsIn(findings), wordsIn(reasonsForTime)];
/** What the reason of an entry means depends on what happened. */
const reasonOf = ({ kind, because = '' }: Entry): string =>
  (kind === 'blocked' ? inTheWay : kind === 'impact' || kind === 'embedded' ? found : reasons).get(because) ?? because;
const stateNames = wordsIn(states);

interface EntryRowsProps {
  entries: readonly Entry[];
  names: ReadonlyMap<string, string>;
  here: string;
  /** Whoever looks: what was entered for them they can correct. */
  me: string;
}

/** What happened to an action, newest first. */
export const EntryRows = ({ entries, names, here, me }: EntryRowsProps) => {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return (
    <DayRows
      rows={entries.toReversed().map((entry) => ({
        key: entry.id,
        when: formatDay(entry.saidOn, 'plain'),
        what: <Says entry={entry} />,
        why: whoSaid(entry, names),
        end: corrected.has(entry.id) ? (
          <StateTag tone="warning">Corrected later</StateTag>
        ) : entry.onBehalf?.of === me && entry.enteredBy !== me ? (
          <a class="govuk-link" href={`${here}/entries/${entry.id}/correct`}>
            That is not what I said
          </a>
        ) : undefined,
      }))}
    />
  );
};

const Says = ({ entry }: { entry: Entry }) => {
  const { kind, because, dueOn, state, words } = entry;
  return (
    <>
      <strong>{kinds[kind]}</strong>
      {because !== undefined && `: ${reasonOf(entry).toLowerCase()}`}
      {dueOn !== undefined && `, until ${formatDay(dueOn, 'plain')}`}
      {state !== undefined && `. From then on ${(stateNames.get(state) ?? state).toLowerCase()}`}
      {words !== '' && <TypedWords text={words} />}
    </>
  );
};

/** Who said it; where somebody else entered it, who, and how they were told. */
export function whoSaid(
  { enteredBy, onBehalf }: Pick<Entry, 'enteredBy' | 'onBehalf'>,
  names: ReadonlyMap<string, string>,
) {
  const name = (id: string) => names.get(id) ?? 'Concordat’s own service';
  if (onBehalf === undefined) return name(enteredBy);
  if (onBehalf.toldBy === 'link') return `${name(onBehalf.of)}, by the link in a message`;
  return `${name(onBehalf.of)}, ${waysOfTelling[onBehalf.toldBy].toLowerCase()}; entered by ${name(enteredBy)}`;
}
