import type { ComponentChildren } from 'preact';
import { TypedWords } from '../../partnership/groups/pages/typed-words.tsx';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { DayRows, StateTag } from '../../platform/ui/patterns.tsx';
import { whoSaid } from '../actions/pages/entries.tsx';
import type { OnBehalfOf } from '../on-behalf.tsx';

/** One thing that happened to a record. */
export interface Happening {
  id: string;
  /** Of what goes through stages. */
  stage?: number;
  saidOn: PlainDate;
  words: string;
  enteredBy: string;
  onBehalf: OnBehalfOf | undefined;
  corrects: string | undefined;
}

interface HappeningsProps<One extends Happening> {
  entries: readonly One[];
  /** What each was, in a few words. */
  say(entry: One): ComponentChildren;
  names: ReadonlyMap<string, string>;
  /** The address of the record. */
  here: string;
  /** Whoever looks: what was entered for them they can correct. */
  me: string;
}

/** What happened, newest first, with who said it and who entered it. */
export function Happenings<One extends Happening>({ entries, say, names, here, me }: HappeningsProps<One>) {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return (
    <DayRows
      rows={entries.toReversed().map((entry) => ({
        key: entry.id,
        when: formatDay(entry.saidOn, 'plain'),
        what: (
          <>
            <strong>{say(entry)}</strong>
            {entry.words !== '' && <TypedWords text={entry.words} />}
          </>
        ),
        why: `${entry.stage === undefined ? '' : `Stage ${entry.stage} · `}${whoSaid(entry, names)}`,
        end: corrected.has(entry.id) ? (
          <StateTag tone="warning">Corrected later</StateTag>
        ) : isForMe(entry, me) ? (
          <a class="govuk-link" href={`${here}/entries/${entry.id}/correct`}>
            That is not what I said
          </a>
        ) : undefined,
      }))}
    />
  );
}

/** Whether somebody else entered it for `me`, so that `me` may say what was meant. */
export const isForMe = ({ onBehalf, enteredBy }: Pick<Happening, 'onBehalf' | 'enteredBy'>, me: string): boolean =>
  onBehalf?.of === me && enteredBy !== me;
