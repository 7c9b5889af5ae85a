import type { FastifyRequest } from 'fastify';
import { may } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { todayInLondon } from '../../../platform/calendar/plain-date.ts';
import { listWaitingInvitations, type WaitingInvitation } from '../../../platform/identity/invitation.store.ts';
import { sendsMail } from '../../../platform/mail/send-job.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { countInWords } from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';

/** Whether letters leave this server. */
export const isMailSent = ({ server: { concordat } }: FastifyRequest): boolean =>
  sendsMail(concordat.config, concordat.example);

/** The partnership's invitations that wait because this server sends no mail; none for those who may not invite. */
export const readWaiting = async (
  scope: SeatedScope,
  request: FastifyRequest,
): Promise<readonly WaitingInvitation[]> =>
  isMailSent(request) || !may(scope, 'access.change') ? [] : await listWaitingInvitations(scope, scope.partnership);

/** What becomes of a letter on a server without mail, and what to do about it. */
export const noMailText =
  'Ask whoever runs the server to set up mail: then it goes by itself. Nothing reaches anybody before.';

/** Says that invitations wait, and until when; nothing where none does. */
export const MailWaits = ({ waiting }: { waiting: readonly WaitingInvitation[] }) => {
  const [first] = waiting.map(({ until }) => todayInLondon(until)).toSorted();
  if (first === undefined) return null;
  const what = waiting.length === 1 ? 'The invitation waits' : `${countInWords(waiting.length, 'invitation')} wait`;
  const when = waiting.length === 1 ? 'until' : 'the first of them until';
  return (
    <InsetText
      text={`This server sends no mail yet. ${what}, ${when} ${formatDay(first)} at the longest. ${noMailText} After that day, send the invitation again.`}
    />
  );
};
