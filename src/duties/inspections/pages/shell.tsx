import type { ComponentChildren } from 'preact';
import type { FormErrors } from '../../../platform/ui/errors.ts';
import { useFrame } from '../../../platform/ui/frame.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { SectionPages } from '../../../platform/ui/patterns.tsx';

const pages = [
  { text: 'England', path: 'england' },
  { text: 'Boards and councils', path: 'boards-and-councils' },
  { text: 'A place', path: 'places' },
  { text: 'Ours', path: 'ours' },
] as const;

export type InspectionsPath = (typeof pages)[number]['path'];

interface ShellProps {
  title: string;
  current: InspectionsPath;
  errors?: FormErrors;
  children: ComponentChildren;
}

/** What the pages of this duty have round them: the way from each to the others. */
export function Shell({ title, current, errors, children }: ShellProps) {
  const { partnership } = useFrame();
  return (
    <Layout title={title} {...(errors && { errors })}>
      <SectionPages
        about="Inspection"
        pages={pages.map(({ text, path }) => ({
          text,
          href: `/${partnership?.slug ?? ''}/inspections/${path}`,
          current: path === current,
        }))}
      />
      {children}
    </Layout>
  );
}

/** Where the figures come from. Every page of them ends with it. */
export const Source = () => (
  <p class="quiet">
    Source: Ofsted, published inspection outcomes, Open Government Licence v3.0. Which council is in which police area
    is from general knowledge. The files that come with Concordat say what each contains and what is missing.
  </p>
);

/** The same, for pictures. */
export const sourceLine = 'Ofsted, published inspection outcomes, Open Government Licence v3.0';
