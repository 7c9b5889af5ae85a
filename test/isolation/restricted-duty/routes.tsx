import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inCaseScope, inNewCase, type NewCaseScope, type TeamScope } from '../../../src/partnership/case-door.ts';
import { declareConflict, getTeam, joinTeam, leaveTeam } from '../../../src/partnership/case-team.store.ts';
import { type JoiningRefusal, rulingOnJoining } from '../../../src/partnership/case-team.ts';
import { permit } from '../../../src/platform/access/permit.ts';
import { type Answer, download, goTo, json, page } from '../../../src/platform/http/answers.ts';
import { found } from '../../../src/platform/http/errors.ts';
import type { Handler } from '../../../src/platform/identity/doors.ts';
import { acted, viewed } from '../../../src/platform/trail/trail.store.ts';
import { type FormErrors, formError, formErrors } from '../../../src/platform/ui/errors.ts';
import {
  addNote,
  findEnquiry,
  findNote,
  findSafeAddress,
  listEnquiries,
  listNotes,
  openEnquiry,
} from './enquiry.store.ts';
import { AddressPage, EnquiryPage, ListPage, OpenPage } from './pages.tsx';

export const enquiryRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', inCaseScope(showList));
  app.get('/feed.json', inCaseScope(giveFeed));
  app.get('/export.csv', inCaseScope(giveExport));
  app.get('/open', inNewCase(askToOpen));
  app.post('/open', inNewCase(takeOpening));
  app.get('/:case', inCaseScope(showEnquiry));
  app.get('/:case/safe-address', inCaseScope(showSafeAddress));
  app.get('/:case/notes/:note/file', inCaseScope(giveNote));
  app.post('/:case/notes', inCaseScope(takeNote));
  app.post('/:case/team', inCaseScope(takeMember));
  app.post('/:case/team/leave', inCaseScope(takeLeaving));
  app.post('/:case/conflicts', inCaseScope(takeConflict));
};

const Note = z.object({ words: z.string().trim().min(1, 'Enter the note') });
const Member = z.object({
  person: z.uuid('Select a person'),
  reason: z.string().trim().min(1, 'Enter why they need to know'),
});
const Opening = z.object({
  reference: z.string().trim().min(1, 'Enter a reference'),
  summary: z.string().trim().min(1, 'Enter what it is about'),
  safeAddress: z.string(),
  lead: z.uuid('Select who leads it'),
});

const caseOf = (request: FastifyRequest) => (request.params as { case: string }).case;
const bodyOf = (request: FastifyRequest) => request.body as Record<string, string>;

const showList: Handler<TeamScope> = async (scope) => {
  permit(scope, 'enquiries.read');
  const enquiries = await listEnquiries(scope);
  await viewed(scope, 'enquiry', ...enquiries.map((enquiry) => ({ case_id: enquiry.case })));
  return page(<ListPage slug={scope.slug} enquiries={enquiries} olderThan={scope.olderThan} />);
};

const giveFeed: Handler<TeamScope> = async (scope) => {
  permit(scope, 'enquiries.read');
  const enquiries = await listEnquiries(scope);
  await viewed(scope, 'enquiry', ...enquiries.map((enquiry) => ({ case_id: enquiry.case })));
  return json(enquiries);
};

const giveExport: Handler<TeamScope> = async (scope) => {
  permit(scope, 'enquiries.export');
  const enquiries = await listEnquiries(scope);
  for (const enquiry of enquiries) await acted(scope, 'export', 'enquiry', { case_id: enquiry.case });
  return download(
    'enquiries.csv',
    'text/csv; charset=utf-8',
    enquiries.map(({ reference, summary }) => `"${reference}","${summary}"`).join('\r\n'),
  );
};

const showEnquiry: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.read');
  const enquiry = found(await findEnquiry(scope, caseOf(request)));
  await viewed(scope, 'enquiry', { case_id: enquiry.case });
  return page(<EnquiryPage slug={scope.slug} enquiry={enquiry} notes={await listNotes(scope, enquiry.case)} />);
};

const showSafeAddress: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.see-safe-address');
  const enquiry = found(await findEnquiry(scope, caseOf(request)));
  await viewed(scope, 'enquiry', { case_id: enquiry.case, field: 'safe_address' });
  return page(<AddressPage address={await findSafeAddress(scope, enquiry.case)} />);
};

const giveNote: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.read');
  const { note: id } = request.params as { note: string };
  const note = found(await findNote(scope, caseOf(request), z.uuid().safeParse(id).data ?? caseOf(request)));
  await viewed(scope, 'enquiry_note', { case_id: caseOf(request), id: note.id });
  return download('note.txt', 'text/plain; charset=utf-8', note.words);
};

const askToOpen: Handler<NewCaseScope> = (scope) => {
  permit(scope, 'enquiries.open');
  return page(<OpenPage />);
};

const takeOpening: Handler<NewCaseScope> = async (scope, request) => {
  permit(scope, 'enquiries.open');
  const answers = bodyOf(request);
  const askAgain = (errors: FormErrors) => page(<OpenPage answers={answers} errors={errors} />, 422);
  const form = Opening.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error, Object.keys(Opening.shape)));
  const { lead } = form.data;
  const ruling = rulingOnJoining(
    { places: [], conflicted: [] },
    { person: lead, fromOn: scope.today },
    scope.person,
    scope.today,
  );
  if (!ruling.allowed) return askAgain(formError('lead', refusalText[ruling.because]));
  const begun = await scope.begin();
  await openEnquiry(begun, begun.newCase, form.data);
  await joinTeam(begun, begun.newCase, {
    duty: 'enquiries',
    person: lead,
    reason: 'Leads the enquiry',
    fromOn: scope.today,
  });
  return goTo(`/${scope.slug}/enquiries`);
};

const takeNote: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.write');
  const form = Note.safeParse(bodyOf(request));
  if (form.success) await addNote(scope, caseOf(request), form.data.words);
  return backToCase(scope, request, form.success);
};

const takeMember: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.change-team');
  const form = Member.safeParse(bodyOf(request));
  const refused = form.success
    ? await join(scope, caseOf(request), form.data.person, form.data.reason)
    : 'over-already';
  return backToCase(scope, request, refused === undefined);
};

const takeLeaving: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.change-team');
  const form = Member.pick({ person: true }).safeParse(bodyOf(request));
  if (form.success) await leaveTeam(scope, caseOf(request), form.data.person);
  return form.success ? goTo(`/${scope.slug}/enquiries`) : backToCase(scope, request, false);
};

/** Whoever may read a case may say that they must not. */
const takeConflict: Handler<TeamScope> = async (scope, request) => {
  permit(scope, 'enquiries.read');
  await declareConflict(scope, caseOf(request), scope.person, bodyOf(request)['reason'] ?? '');
  return goTo(`/${scope.slug}/enquiries`);
};

async function join(
  scope: TeamScope,
  caseId: string,
  person: string,
  reason: string,
): Promise<JoiningRefusal | undefined> {
  const ruling = rulingOnJoining(
    await getTeam(scope, caseId),
    { person, fromOn: scope.today },
    scope.person,
    scope.today,
  );
  if (!ruling.allowed) return ruling.because;
  await joinTeam(scope, caseId, { duty: 'enquiries', person, reason, fromOn: scope.today });
  return undefined;
}

/** A form of the case's own page comes back on that page; its mistakes are not what these tests are about. */
async function backToCase(scope: TeamScope, request: FastifyRequest, done: boolean): Promise<Answer> {
  const enquiry = found(await findEnquiry(scope, caseOf(request)));
  if (done) return goTo(`/${scope.slug}/enquiries/${enquiry.case}`);
  return page(<EnquiryPage slug={scope.slug} enquiry={enquiry} notes={[]} />, 422);
}

const refusalText: Record<JoiningRefusal, string> = {
  'own-approval': 'Somebody else must let you in',
  'approver-not-on-team': 'Only somebody on the team may let others in',
  'conflict-of-interest': 'They have a conflict of interest',
  'on-team-already': 'They are on the team',
  'over-already': 'The last day must be in the future',
};
