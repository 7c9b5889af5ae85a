import type { ComponentChildren } from 'preact';
import { useFrame } from './frame.ts';

export interface FormProps {
  /** Where the answers go; the page's own address unless said. */
  action?: string | undefined;
  /** Whether the form holds files. */
  files?: boolean | undefined;
  class?: string | undefined;
  id?: string | undefined;
  children: ComponentChildren;
}

/**
 * A form that changes something. It carries the form token and a one-use key of its own, so that a forged form is
 * refused and a button pressed twice acts once. The browser's own validation is off: ours says more, and reads it out.
 */
export function Form({ files = false, children, ...attributes }: FormProps) {
  const frame = useFrame();
  return (
    <form method="post" novalidate encType={files ? 'multipart/form-data' : undefined} {...attributes}>
      <input type="hidden" name="_csrf" value={frame.formToken} />
      <input type="hidden" name="_key" value={frame.newFormKey()} />
      {children}
    </form>
  );
}
