import type { FastifyPluginAsync } from 'fastify';
import { permit } from '../../platform/access/permit.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { todayInLondon } from '../../platform/calendar/plain-date.ts';
import { listFiles } from '../../platform/files/file.store.ts';
import type { StoredFile } from '../../platform/files/stored-file.ts';
import { goTo, page } from '../../platform/http/answers.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { Form } from '../../platform/ui/form.tsx';
import { Layout } from '../../platform/ui/layout.tsx';
import { DataTable, Empty, FormEnd, PageTitle } from '../../platform/ui/patterns.tsx';
import { inScope, type SeatedScope } from '../doors.ts';
import { listPeople } from '../people/person.store.ts';
import { doneByMe, listRecordsNeededOfMe } from '../task.store.ts';
import { infectedTask } from './tell.ts';

/** Files that the virus scanner stopped, for those who were told of them: the office, and whoever sent one. */
export const infectedFileRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(show));
  app.post('/', inScope(takeRead));
};

const show: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'partnership.read');
  const files = await listFiles(scope, await listRecordsNeededOfMe(scope, infectedTask.kind));
  const names = new Map((await listPeople(scope)).map(({ id, name }) => [id, name]));
  return page(<InfectedFilesPage files={files} nameOf={(person) => names.get(person) ?? 'Somebody who has left'} />);
};

const takeRead: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'partnership.read');
  await doneByMe(scope, infectedTask);
  return goTo('/today');
};

interface Model {
  files: readonly StoredFile[];
  nameOf(person: string): string;
}

const InfectedFilesPage = ({ files, nameOf }: Model) => (
  <Layout title="Files with a virus" breadcrumbs={[{ text: 'Today', href: '/today' }, { text: 'Files with a virus' }]}>
    <PageTitle
      title="Files with a virus"
      lead="The virus scanner stopped these. Nobody can open them here, and they are destroyed after 30 days."
    />
    {files.length === 0 ? (
      <Empty title="You have read about every file that was stopped.">
        When one is stopped again, it is on your list.
      </Empty>
    ) : (
      <>
        <p class="govuk-body">
          Whoever sent one should ask their own IT service to look at the computer it came from, and send the file again
          once it is clean.
        </p>
        <DataTable
          caption="Files that were stopped"
          columns={[
            { heading: 'File', cell: ({ name }: StoredFile) => name || 'A file that is destroyed' },
            { heading: 'Sent by', cell: ({ uploadedBy }) => nameOf(uploadedBy) },
            {
              heading: 'On',
              narrow: true,
              cell: ({ uploadedAt }) => formatDay(todayInLondon(uploadedAt), 'plain'),
            },
          ]}
          rows={files}
        />
        <Form>
          <FormEnd submit="I have read this" />
        </Form>
      </>
    )}
  </Layout>
);
