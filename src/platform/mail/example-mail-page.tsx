import { formatMoment } from '../calendar/in-words.ts';
import { Layout } from '../ui/layout.tsx';
import type { ExampleMail } from './example-mail.store.ts';

/** `/example/mail`: what would have been sent. */
export const ExampleMailPage = ({ mails }: { mails: readonly ExampleMail[] }) => (
  <Layout title="Mail that would have been sent">
    <h1 class="govuk-heading-l">Mail that would have been sent</h1>
    {mails.length === 0 ? (
      <p>Nothing yet. Ask for a new password, or invite somebody, and the mail appears here.</p>
    ) : (
      <p>This example has no mail server. Each mail goes to one address and is shown here instead, newest first.</p>
    )}
    {mails.map((mail) => (
      <article key={mail.id} class="govuk-!-margin-bottom-8">
        <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{mail.subject}</h2>
        <p class="govuk-hint">
          To {mail.address}, {formatMoment(mail.sentAt)}
        </p>
        {mail.body
          .trim()
          .split('\n\n')
          .map((paragraph) => (
            <p key={paragraph}>{isLink(paragraph) ? <a href={paragraph}>{paragraph}</a> : paragraph}</p>
          ))}
      </article>
    ))}
  </Layout>
);

const isLink = (paragraph: string) => /^https?:\/\/\S+$/.test(paragraph);
