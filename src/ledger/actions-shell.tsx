import type { ComponentChildren } from 'preact';
import type { SeatedScope } from '../partnership/doors.ts';
import { may } from '../platform/access/permit.ts';
import type { FormErrors } from '../platform/ui/errors.ts';
import { useFrame } from '../platform/ui/frame.ts';
import { Layout } from '../platform/ui/layout.tsx';
import { SectionPages } from '../platform/ui/patterns.tsx';

const pages = [
  { text: 'Actions', path: 'actions', permission: 'actions.read-own' },
  { text: 'What is in the way', path: 'chivvying/in-the-way', permission: 'chivvying.read' },
  { text: 'Nobody owns this', path: 'chivvying/nobody-owns', permission: 'chivvying.read' },
  { text: 'Release list', path: 'chivvying/release-list', permission: 'chivvying.release' },
  { text: 'Reminders', path: 'chivvying', permission: 'chivvying.read' },
  { text: 'Away', path: 'chivvying/away', permission: 'actions.read-own' },
] as const;
type Path = (typeof pages)[number]['path'];

/** The pages about actions that somebody may open. */
export type ActionSections = readonly Path[];

export const actionSections = (scope: Pick<SeatedScope, 'permissions'>): ActionSections =>
  pages.filter(({ permission }) => may(scope, permission)).map(({ path }) => path);

interface ActionsShellProps {
  title: string;
  current: Path;
  /** Those that the reader may open; the actions alone unless said. */
  sections?: ActionSections;
  errors?: FormErrors;
  children: ComponentChildren;
}

/** What the pages about actions have round them: the way from each to the others that the reader may open. */
export function ActionsShell({ title, current, sections = ['actions'], errors, children }: ActionsShellProps) {
  const { partnership } = useFrame();
  return (
    <Layout title={title} {...(errors && { errors })}>
      <SectionPages
        about="Actions"
        pages={pages
          .filter(({ path }) => sections.includes(path))
          .map(({ text, path }) => ({ text, href: `/${partnership?.slug ?? ''}/${path}`, current: path === current }))}
      />
      {children}
    </Layout>
  );
}
