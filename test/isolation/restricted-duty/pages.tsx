import { type FormErrors, noErrors } from '../../../src/platform/ui/errors.ts';
import { Form } from '../../../src/platform/ui/form.tsx';
import { Input, Textarea } from '../../../src/platform/ui/govuk.tsx';
import { Layout } from '../../../src/platform/ui/layout.tsx';
import type { Enquiry, Note } from './enquiry.store.ts';

type Answers = Readonly<Record<string, string | undefined>>;

export const ListPage = ({
  slug,
  enquiries,
  olderThan,
}: {
  slug: string;
  enquiries: readonly Enquiry[];
  olderThan: string | undefined;
}) => (
  <Layout title="Enquiries">
    <h1>Enquiries</h1>
    <p>You are on {enquiries.length} enquiries.</p>
    <ul>
      {enquiries.map((enquiry) => (
        <li key={enquiry.case}>
          <a href={`/${slug}/enquiries/${enquiry.case}`}>{enquiry.reference}</a>
        </li>
      ))}
    </ul>
    {olderThan !== undefined && <a href={`/${slug}/enquiries?before=${olderThan}`}>Older</a>}
    <a href={`/${slug}/enquiries/export.csv`}>Export</a>
  </Layout>
);

export const EnquiryPage = ({ slug, enquiry, notes }: { slug: string; enquiry: Enquiry; notes: readonly Note[] }) => (
  <Layout title={enquiry.reference}>
    <h1>{enquiry.reference}</h1>
    <p>{enquiry.summary}</p>
    <ul>
      {notes.map((note) => (
        <li key={note.id}>
          <a href={`/${slug}/enquiries/${enquiry.case}/notes/${note.id}/file`}>{note.words}</a>
        </li>
      ))}
    </ul>
    <Form action={`/${slug}/enquiries/${enquiry.case}/notes`}>
      <Textarea name="words" id="words" label={{ text: 'Add a note' }} />
      <button>Save note</button>
    </Form>
  </Layout>
);

export const AddressPage = ({ address }: { address: string | undefined }) => (
  <Layout title="Safe address">
    <h1>Safe address</h1>
    <p>{address ?? 'Not known'}</p>
  </Layout>
);

export const OpenPage = ({ answers = {}, errors = noErrors }: { answers?: Answers; errors?: FormErrors }) => (
  <Layout title="Open an enquiry" errors={errors}>
    <Form>
      <Input
        name="reference"
        id="reference"
        value={answers['reference']}
        errorMessage={errors.on('reference')}
        label={{ text: 'Reference' }}
      />
      <Textarea
        name="summary"
        id="summary"
        value={answers['summary']}
        errorMessage={errors.on('summary')}
        label={{ text: 'What it is about' }}
      />
      <Input name="safeAddress" id="safeAddress" value={answers['safeAddress']} label={{ text: 'Safe address' }} />
      <Input
        name="lead"
        id="lead"
        value={answers['lead']}
        errorMessage={errors.on('lead')}
        label={{ text: 'Who leads it' }}
      />
      <button>Open enquiry</button>
    </Form>
  </Layout>
);
