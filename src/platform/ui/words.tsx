import type { ComponentChildren } from 'preact';

type Children = { children: ComponentChildren };

/** How something stands: `plain` says no more than its words, `calm` is over or at rest. Colour never says it alone. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'calm';

const TAG: Record<Tone, string> = {
  plain: 'govuk-tag',
  good: 'govuk-tag govuk-tag--green',
  warning: 'govuk-tag govuk-tag--yellow',
  bad: 'govuk-tag govuk-tag--red',
  calm: 'govuk-tag govuk-tag--grey',
};

/** A state in one or two words: “Overdue”, “On track”. */
export const StateTag = ({ tone = 'plain', children }: Children & { tone?: Tone | undefined }) => (
  <strong class={TAG[tone]}>{children}</strong>
);

export interface PageTitleProps {
  title: string;
  /** One sentence that says what the page is for, or what it comes to. */
  lead?: ComponentChildren;
  /** What the record is, above its title: “Action 214”. */
  caption?: string | undefined;
  state?: { text: string; tone?: Tone } | undefined;
}

/** The page's one heading, with what belongs to it. */
export const PageTitle = ({ title, lead, caption, state }: PageTitleProps) => (
  <>
    {caption && <span class="govuk-caption-l">{caption}</span>}
    <div class="title-row">
      <h1 class="govuk-heading-xl">{title}</h1>
      {state && <StateTag tone={state.tone}>{state.text}</StateTag>}
    </div>
    {lead !== undefined && <p class="lead">{lead}</p>}
  </>
);

/** What the numbers mean, in a plain sentence, and how sure one can be of it. It stands before any chart. */
export const Say = ({ children }: Children) => <p class="say">{children}</p>;

/** The main matter, and beside it what helps with it; on a narrow screen beneath. */
export const Columns = ({ children, aside }: Children & { aside: ComponentChildren }) => (
  <div class="columns">
    <div>{children}</div>
    <aside>{aside}</aside>
  </div>
);

/** Something that stands beside the main matter. */
export const Box = ({ title, children }: Children & { title: string }) => (
  <section class="box">
    <h2 class="box__title">{title}</h2>
    {children}
  </section>
);

/** A number large enough to be seen first, within the sentence that says what it counts. */
export const Figure = ({ children }: Children) => <strong class="figure">{children}</strong>;

export interface ProgressProps {
  done: number;
  of: number;
  /** What has been done, after the numbers: “answered”. */
  what: string;
}

/** How far something is: in words first, with a bar for the eye. */
export const Progress = ({ done, of, what }: ProgressProps) => {
  const words = `${done} of ${of} ${what}`;
  return (
    <p class="progress">
      {words}
      <progress value={done} max={Math.max(of, 1)} aria-label={words} />
    </p>
  );
};

export interface WorkingProps extends Children {
  /** This page's own address, to look again. */
  again: string;
}

/** Something is being made. People need not wait at the page: they may leave it, and come back to look. */
export const Working = ({ children, again }: WorkingProps) => (
  <div class="working" role="status">
    <p>{children} You can leave this page; it goes on without you.</p>
    <p>
      <a class="govuk-link" href={again}>
        See whether it is ready
      </a>
    </p>
  </div>
);

export interface EmptyProps {
  /** What there is none of: “No actions match these filters”. */
  title: string;
  /** What to do about it, or why that is good news. */
  children: ComponentChildren;
}

/** Where there is nothing, it says so, and says what to do. */
export const Empty = ({ title, children }: EmptyProps) => (
  <div class="empty">
    <p>{title}</p>
    <p>{children}</p>
  </div>
);
