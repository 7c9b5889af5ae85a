import type { SeatedScope } from '../../../partnership/doors.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Actions, countInWords, type Fact, Facts, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { findRules } from '../chivvying-rules.store.ts';
import { countHeld } from '../held-message.store.ts';
import type { Rules } from '../rules.ts';
import { weekdaysInWords } from './weekdays.ts';

/** How people are reminded here, and the ways to what was said and what would be. */
export const showReminders: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.read');
  const [rules, held] = await Promise.all([findRules(scope), countHeld(scope)]);
  const allowed = { change: may(scope, 'chivvying.change'), quiet: may(scope, 'actions.enter') };
  return page(<RemindersPage {...{ rules, held, slug: scope.slug, allowed, sections: actionSections(scope) }} />);
};

interface RemindersModel {
  rules: Rules;
  held: number;
  slug: string;
  allowed: { change: boolean; quiet: boolean };
  sections: ActionSections;
}

const RemindersPage = ({ rules, held, slug, allowed, sections }: RemindersModel) => {
  const here = `/${slug}/chivvying`;
  return (
    <ActionsShell title="Reminders" current="chivvying" sections={sections}>
      <PageTitle
        title="Reminders"
        lead="Who owns an action hears of it in one message a day at most, with everything that is asked of them in all their partnerships."
      />
      <Say>
        {rules.inUse
          ? `Reminders are sent on the mornings that are not quiet. ${countInWords(held, 'message waits', 'messages wait')} for release.`
          : 'Reminders are switched off: nobody hears anything, and nothing is put on the release list.'}
      </Say>
      <Actions
        actions={[
          { text: 'See what would be sent', href: `${here}/preview` },
          { text: 'Who was told what and when', href: `${here}/told` },
          ...(allowed.quiet ? [{ text: 'Quiet days and school holidays', href: `${here}/quiet` }] : []),
          ...(allowed.change ? [{ text: 'Change how people are reminded', href: `${here}/settings` }] : []),
        ]}
      />
      <Facts facts={factsOf(rules)} />
    </ActionsShell>
  );
};

const dayList = (days: readonly number[], where: string): string =>
  days.length === 0 ? 'Not at all' : `${days.toSorted((a, b) => a - b).join(', ')} days ${where}`;
const after = (days: number | undefined): string => (days === undefined ? 'Never' : `When it is ${days} days overdue`);

const factsOf = (rules: Rules): readonly Fact[] => [
  { key: 'Before the day', value: dayList(rules.daysBefore, 'before') },
  { key: 'After it', value: `${dayList(rules.daysAfter, 'after')}, and then every ${rules.thenEvery} days` },
  { key: 'Tone', value: `Help first; reminding from day ${rules.remindFrom}, firm from day ${rules.firmFrom}` },
  { key: 'For the agency’s member', value: after(rules.memberAfter) },
  { key: 'For the chair', value: after(rules.chairAfter) },
  { key: 'For the chief officer', value: after(rules.chiefOfficerAfter) },
  {
    key: 'Quiet days',
    value: [weekdaysInWords(rules.quietWeekdays), rules.quietBankHolidays ? 'bank holidays' : '']
      .filter(Boolean)
      .join(', '),
  },
  { key: 'After an answer', value: `${rules.quietAfterAnswer} days of peace` },
  {
    key: 'People who never sign in',
    value: rules.mailWithoutAccount ? 'Get the same message at their work address' : 'Are told by the office',
  },
];
