import type { ComponentChildren } from 'preact';
import type { FormErrors } from '../platform/ui/errors.ts';
import { useFrame } from '../platform/ui/frame.ts';
import { Layout } from '../platform/ui/layout.tsx';
import { SectionPages } from '../platform/ui/patterns.tsx';

const pages = [
  { text: 'Agencies', path: 'agencies' },
  { text: 'People', path: 'people' },
  { text: 'Groups', path: 'groups' },
  { text: 'Gaps', path: 'gaps' },
] as const;

interface DirectoryShellProps {
  title: string;
  current: (typeof pages)[number]['path'];
  errors?: FormErrors;
  children: ComponentChildren;
}

/** What the pages of *Who we are* have round them: the way from each to the others. */
export function DirectoryShell({ title, current, errors, children }: DirectoryShellProps) {
  const { partnership } = useFrame();
  return (
    <Layout title={title} {...(errors && { errors })}>
      <SectionPages
        about="Who we are"
        pages={pages.map(({ text, path }) => ({
          text,
          href: `/${partnership?.slug ?? ''}/${path}`,
          current: path === current,
        }))}
      />
      {children}
    </Layout>
  );
}
