import type { FastifyPluginAsync } from 'fastify';
import { may, permit } from '../../platform/access/permit.ts';
import { download, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { readListAddress } from '../../platform/ui/patterns.tsx';
import { idIn } from '../directory/answers.ts';
import { contactOf } from '../directory/directory.ts';
import { writeVcards } from '../directory/vcard.ts';
import { inScope, type SeatedScope } from '../doors.ts';
import { askForPerson, askToChangePerson, takeChangedPerson, takePerson } from './change-person.tsx';
import { askForAssistant, askToEndAssistance, takeAssistant, takeEndOfAssistance } from './pages/assistants.tsx';
import { askToEndRole, takeEndOfRole } from './pages/end-role.tsx';
import { askForRole, takeRole } from './pages/give-role.tsx';
import { askForSignature, takeSignature, takeSignatureBack } from './pages/induction.tsx';
import { askToInvite, takeInvitation } from './pages/invite.tsx';
import { readWaiting } from './pages/mail-waits.tsx';
import { askForOtherBoard, askToEndOtherBoard, takeEndOfOtherBoard, takeOtherBoard } from './pages/other-boards.tsx';
import { PersonListPage } from './pages/person-list.tsx';
import { peopleAsCsv, peopleShown, personFilters } from './person-list.ts';
import { readPeople } from './read-people.ts';
import { showPerson } from './show-person.tsx';

/** The partnership's people. */
export const peopleRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inScope(showPeople));
  app.get('/people.csv', inScope(sendPeople));
  app.get('/people.vcf', inScope(sendContacts));
  app.get('/add', inScope(askForPerson));
  app.post('/add', inScope(takePerson));
  app.get('/:person', inScope(showPerson));
  app.get('/:person/contact.vcf', inScope(sendContact));
  app.get('/:person/change', inScope(askToChangePerson));
  app.post('/:person/change', inScope(takeChangedPerson));
  app.get('/:person/assistants/add', inScope(askForAssistant));
  app.post('/:person/assistants/add', inScope(takeAssistant));
  app.get('/:person/assistants/:assistant/end', inScope(askToEndAssistance));
  app.post('/:person/assistants/:assistant/end', inScope(takeEndOfAssistance));
  app.get('/:person/other-boards/add', inScope(askForOtherBoard));
  app.post('/:person/other-boards/add', inScope(takeOtherBoard));
  app.get('/:person/other-boards/:board_seat/end', inScope(askToEndOtherBoard));
  app.post('/:person/other-boards/:board_seat/end', inScope(takeEndOfOtherBoard));
  app.get('/:person/induction/:step', inScope(askForSignature));
  app.post('/:person/induction/:step', inScope(takeSignature));
  app.post('/:person/induction/:step/undo', inScope(takeSignatureBack));
  app.get('/:person/roles/give', inScope(askForRole));
  app.post('/:person/roles/give', inScope(takeRole));
  app.get('/:person/roles/:held/end', inScope(askToEndRole));
  app.post('/:person/roles/:held/end', inScope(takeEndOfRole));
  app.get('/:person/invite', inScope(askToInvite));
  app.post('/:person/invite', inScope(takeInvitation));
};

const showPeople: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const found = await readList(scope, request.query);
  const waiting = await readWaiting(scope, request);
  return page(<PersonListPage {...found} waiting={waiting} mayChange={may(scope, 'directory.change')} />);
};

const sendPeople: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const { shown } = await readList(scope, request.query);
  await acted(scope, 'export', 'person', {}, { as: 'csv', people: shown.length });
  return download(`people-${scope.today}.csv`, 'text/csv; charset=utf-8', peopleAsCsv(shown));
};

const vcard = 'text/vcard; charset=utf-8';

const sendContacts: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const { shown } = await readList(scope, request.query);
  await acted(scope, 'export', 'person', {}, { as: 'vcard', people: shown.length });
  return download(`people-${scope.today}.vcf`, vcard, writeVcards(shown.map(contactOf)));
};

const sendContact: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const id = idIn(request, 'person');
  const { all } = await readPeople(scope);
  const person = found(all.find((one) => one.id === id));
  await acted(scope, 'export', 'person', { id }, { as: 'vcard' });
  return download(`${person.name}.vcf`, vcard, writeVcards([contactOf(person)]));
};

async function readList(scope: SeatedScope, query: unknown) {
  const list = readListAddress(`/${scope.slug}/people`, query as Record<string, unknown>, {
    filters: personFilters,
    sorts: [],
  });
  const read = await readPeople(scope);
  return { ...read, list, shown: peopleShown(read.all, list, scope.today) };
}
