import type { ComponentChildren } from 'preact';
import { Form } from './form.tsx';
import { Button } from './govuk.tsx';
import { Layout, type LayoutProps } from './layout.tsx';
import { PageTitle, type PageTitleProps } from './words.tsx';

export interface FormEndProps {
  /** What the button does, as a verb and its object: “Save decision”. */
  submit: string;
  /** The way out without saving. */
  cancel?: string | undefined;
  /** Whether it takes something away that cannot be brought back. */
  grave?: boolean | undefined;
}

/** The end of a form: one button, and the way out. Pressing twice acts once. */
export const FormEnd = ({ submit, cancel, grave = false }: FormEndProps) => (
  <div class="form-end">
    <Button text={submit} preventDoubleClick classes={grave ? 'govuk-button--warning' : undefined} />
    {cancel && (
      <a class="govuk-link" href={cancel}>
        Cancel
      </a>
    )}
  </div>
);

type Way = Pick<LayoutProps, 'backLink' | 'breadcrumbs'>;

export interface FormPageProps extends PageTitleProps, FormEndProps, Way {
  errors?: LayoutProps['errors'];
  action?: string | undefined;
  files?: boolean | undefined;
  /** What stands between the title and the form: a search that fills it, for instance. */
  before?: ComponentChildren;
  /** The fields. */
  children: ComponentChildren;
}

/** One task: its fields and its button. Sent back with errors, it stands as it was left. */
export const FormPage = (props: FormPageProps) => {
  const { errors, action, files, before, children, submit, cancel, grave, backLink, breadcrumbs, ...title } = props;
  return (
    <Layout title={title.title} errors={errors} backLink={backLink} breadcrumbs={breadcrumbs}>
      <div class="reading">
        <PageTitle {...title} />
        {before}
        <Form action={action} files={files}>
          {children}
          <FormEnd submit={submit} cancel={cancel} grave={grave} />
        </Form>
      </div>
    </Layout>
  );
};

export interface ConfirmPageProps extends Omit<FormPageProps, 'title' | 'cancel'> {
  /** The question: “Remove Harrowdale College from the partnership?” */
  title: string;
  cancel: string;
}

/** Asks before something that reaches others or cannot be undone: what will happen stands above the button. */
export const ConfirmPage = (props: ConfirmPageProps) => <FormPage {...props} />;

export interface DetailPageProps extends PageTitleProps, Way {
  /** What one may do with it, the likeliest first. */
  actions?: readonly { text: string; href: string }[];
  children: ComponentChildren;
}

/** One record: its title and state, what one may do with it, what is known of it. */
export const DetailPage = ({ actions = [], children, backLink, breadcrumbs, ...title }: DetailPageProps) => (
  <Layout title={title.title} backLink={backLink} breadcrumbs={breadcrumbs}>
    <PageTitle {...title} />
    <Actions actions={actions} />
    {children}
  </Layout>
);

/** What one may do here, as buttons that lead to a page of their own. The first is the likeliest. */
export const Actions = ({ actions }: { actions: readonly { text: string; href: string }[] }) =>
  actions.length === 0 ? null : (
    <div class="actions">
      {actions.map(({ text, href }, at) => (
        <a
          class={at === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
          role="button"
          draggable={false}
          href={href}
        >
          {text}
        </a>
      ))}
    </div>
  );
