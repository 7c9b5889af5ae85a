import type { ComponentChildren } from 'preact';
import type { SeatedScope } from '../partnership/doors.ts';
import { may } from '../platform/access/permit.ts';
import type { FormErrors } from '../platform/ui/errors.ts';
import { useFrame } from '../platform/ui/frame.ts';
import { Layout } from '../platform/ui/layout.tsx';
import { SectionPages } from '../platform/ui/patterns.tsx';

const pages = [
  { text: 'Challenges', path: 'challenges', permission: 'challenges.read-own' },
  { text: 'Disagreements', path: 'disagreements', permission: 'disagreements.raise' },
  { text: 'Who to ring', path: 'liaison', permission: 'disagreements.raise' },
  { text: 'Risks', path: 'risks', permission: 'risks.read-own' },
  { text: 'Scrutiny', path: 'scrutiny', permission: 'scrutiny.read' },
  { text: 'Figures', path: 'disagreements/counts', permission: 'disagreements.counts' },
] as const;
type Path = (typeof pages)[number]['path'];

/** The pages of *Challenge and risk* that somebody may open. */
export type ChallengeSections = readonly Path[];

export const challengeSections = (scope: Pick<SeatedScope, 'permissions'>): ChallengeSections =>
  pages.filter(({ permission }) => may(scope, permission)).map(({ path }) => path);

interface ChallengeShellProps {
  title: string;
  current: Path;
  sections: ChallengeSections;
  errors?: FormErrors;
  children: ComponentChildren;
}

/** What the pages of *Challenge and risk* have round them: the way from each to the others that the reader may open. */
export function ChallengeShell({ title, current, sections, errors, children }: ChallengeShellProps) {
  const { partnership } = useFrame();
  return (
    <Layout title={title} {...(errors && { errors })}>
      <SectionPages
        about="Challenge and risk"
        pages={pages
          .filter(({ path }) => sections.includes(path))
          .map(({ text, path }) => ({ text, href: `/${partnership?.slug ?? ''}/${path}`, current: path === current }))}
      />
      {children}
    </Layout>
  );
}
