import type { ComponentChildren } from 'preact';
import type { FormErrors } from '../platform/ui/errors.ts';
import { useFrame } from '../platform/ui/frame.ts';
import { Layout } from '../platform/ui/layout.tsx';
import { SectionPages } from '../platform/ui/patterns.tsx';

const pages = [{ text: 'Actions', path: 'actions' }] as const;

interface ActionsShellProps {
  title: string;
  current: (typeof pages)[number]['path'];
  errors?: FormErrors;
  children: ComponentChildren;
}

/** What the pages about actions have round them: the way from each to the others. */
export function ActionsShell({ title, current, errors, children }: ActionsShellProps) {
  const { partnership } = useFrame();
  return (
    <Layout title={title} {...(errors && { errors })}>
      <SectionPages
        about="Actions"
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
