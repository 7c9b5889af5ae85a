import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { Button } from '../../../platform/ui/govuk.tsx';
import { DayRows, Progress } from '../../../platform/ui/patterns.tsx';
import { isOver } from '../../directory/list.ts';
import { periodInWords } from '../../directory/period.ts';
import type { Assistance } from '../assistant.store.ts';
import { inductionStepNames, inductionSteps, isInductionStep } from '../induction.ts';
import type { PersonPageProps } from './person.tsx';

type PartProps = PersonPageProps & { here: string };

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <>
    <h2 class="govuk-heading-m section-title">{title}</h2>
    {children}
  </>
);

/** A link whose words are completed for those who do not see where it stands. */
const Link = ({ href, children, about }: { href: string; children: string; about?: string }) => (
  <a class="govuk-link" href={href}>
    {children}
    {about && <span class="govuk-visually-hidden"> {about}</span>}
  </a>
);

/** Who assists them, and whom they assist. */
export function Assistants({ person, assistance, names, slug, today, may, here }: PartProps) {
  const toEnd = (one: Assistance) => may.change && !isOver(one.untilOn, today);
  return (
    <Part title="Named assistants">
      {assistance.length === 0 ? (
        <p>Nobody assists them, and they assist nobody.</p>
      ) : (
        <DayRows
          rows={assistance.map((one) => {
            const other = one.person === person.id ? one.assists : one.person;
            const name = names.get(other) ?? '';
            return {
              key: one.id,
              when: one.person === person.id ? 'Assists' : 'Assisted by',
              what: <Link href={`/${slug}/people/${other}`}>{name}</Link>,
              why: periodInWords(one, today),
              end: toEnd(one) && (
                <Link href={`${here}/assistants/${one.id}/end`} about={name}>
                  End
                </Link>
              ),
            };
          })}
        />
      )}
      {may.change && (
        <p>
          <Link href={`${here}/assistants/add`}>Name an assistant</Link>
        </p>
      )}
    </Part>
  );
}

/** Boards of the place that are none of ours. */
export const OtherBoards = ({ boards, today, may, here }: PartProps) => (
  <Part title="Other boards">
    {boards.length === 0 ? (
      <p>Sits on no other board that we know of.</p>
    ) : (
      <DayRows
        rows={boards.map(({ id, board, capacity, untilOn }) => ({
          key: id,
          when: isOver(untilOn, today) ? 'Earlier' : 'Now',
          what: board,
          why: [capacity, untilOn && `until ${formatDay(untilOn, 'plain')}`].filter(Boolean).join(', '),
          end: may.change && !isOver(untilOn, today) && (
            <Link href={`${here}/other-boards/${id}/end`} about={board}>
              End
            </Link>
          ),
        }))}
      />
    )}
    {may.change && (
      <p>
        <Link href={`${here}/other-boards/add`}>Add another board</Link>
      </p>
    )}
  </Part>
);

/** What somebody new has been shown, when, and who says so. */
export function Induction({ steps, names, may, here }: PartProps) {
  const signed = new Map(steps.map((step) => [step.step, step]));
  const unknown = steps.map(({ step }) => step).filter((step) => !isInductionStep(step));
  return (
    <Part title="Induction">
      <Progress
        done={inductionStepNames.filter((step) => signed.has(step)).length}
        of={inductionStepNames.length}
        what="steps done"
      />
      <DayRows
        rows={[...inductionStepNames, ...unknown].map((step) => {
          const { title, about } = isInductionStep(step) ? inductionSteps[step] : { title: step, about: '' };
          const done = signed.get(step);
          return {
            key: step,
            when: done ? formatDay(done.doneOn, 'plain') : 'To do',
            what: title,
            why: done ? `Signed off by ${names.get(done.signedBy) ?? 'somebody'}` : about,
            end: may.change && isInductionStep(step) && (
              <StepEnd done={done !== undefined} path={`${here}/induction/${step}`} title={title} />
            ),
          };
        })}
      />
    </Part>
  );
}

const StepEnd = ({ done, path, title }: { done: boolean; path: string; title: string }) =>
  done ? (
    <Form action={`${path}/undo`}>
      <Button
        classes="govuk-button--secondary"
        preventDoubleClick
        html={
          <>
            Undo <span class="govuk-visually-hidden">“{title}”</span>
          </>
        }
      />
    </Form>
  ) : (
    <Link href={path} about={`“${title}”`}>
      Sign off
    </Link>
  );
