import { permit } from '../../../platform/access/permit.ts';
import { type Answer, goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { invite } from '../../../platform/identity/invite.ts';
import { sharedMailboxText } from '../../../platform/identity/shared-mailbox.ts';
import { type FormErrors, formError, noErrors } from '../../../platform/ui/errors.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { Facts, FormPage } from '../../../platform/ui/patterns.tsx';
import { idIn } from '../../directory/answers.ts';
import type { SeatedScope } from '../../doors.ts';
import { admit } from '../../partnership.store.ts';
import { type InvitationRefusal, isOver, rulingOnInvitation } from '../access.ts';
import { findPerson, holdPerson, type Person } from '../person.store.ts';
import { askForFactor, findPersonByAccount, listRolesHeld, type RoleHeld } from '../role-held.store.ts';
import { isMailSent, noMailText } from './mail-waits.tsx';
import { roleTitle } from './person-roles.tsx';

const refusals: Record<InvitationRefusal, string> = {
  left: 'They have left the partnership. Let them come back first',
  'no-address': 'Their work e-mail is not known. Change the person first',
  'no-role': 'Without a role they could see nothing. Give them a role first',
  'somebody-else':
    'Somebody else of this partnership signs in with that address. Change the person’s work e-mail first',
  'other-address': 'They sign in with another address than their work e-mail. Only they can change it',
};

export const askToInvite: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await findPerson(scope, idIn(request, 'person')));
  const roles = await listRolesHeld(scope, person.id);
  return page(<InvitePage {...factsFor(scope, person, roles, isMailSent(request))} />);
};

export const takeInvitation: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'access.change');
  const person = found(await holdPerson(scope, idIn(request, 'person')));
  const roles = await listRolesHeld(scope, person.id);
  const facts = factsFor(scope, person, roles, isMailSent(request));
  const again = (text: string): Answer => page(<InvitePage {...facts} errors={formError('', text)} />, 422);

  const email = person.workEmail?.toLowerCase();
  const signsInWith = email === undefined ? undefined : await findPersonByAccount(scope, email);
  const ruling = rulingOnInvitation(person, roles, signsInWith, scope.today);
  if (!ruling.allowed) return again(refusals[ruling.because]);
  const { id: partnership, name: partnershipName } = scope.seat.partnership;
  const invited = await invite(scope, { email: email ?? '', name: person.name, partnership, partnershipName });
  if (!invited.invited) return again(invited.because === 'shared-mailbox' ? sharedMailboxText : refusals['no-address']);
  if (!person.signsIn) await admit(scope, invited.account, person.id);
  await askForFactor(scope, person.id);
  return goTo(facts.cancel);
};

interface InviteFacts {
  person: Person;
  /** Titles of the roles they hold or will hold. */
  roles: readonly string[];
  cancel: string;
  /** Whether the letter leaves this server. */
  sent: boolean;
}

const factsFor = (
  { slug, today }: SeatedScope,
  person: Person,
  roles: readonly RoleHeld[],
  sent: boolean,
): InviteFacts => ({
  person,
  sent,
  roles: roles.filter((held) => !isOver(held, today)).map(({ role }) => roleTitle(role)),
  cancel: `/${slug}/people/${person.id}`,
});

const InvitePage = ({ person, roles, cancel, sent, errors = noErrors }: InviteFacts & { errors?: FormErrors }) => (
  <FormPage
    title={`Invite ${person.name} to sign in?`}
    lead="They get a letter with a link by e-mail. Nobody else can use it, and it can be sent again."
    submit="Send invitation"
    cancel={cancel}
    errors={errors}
  >
    {!sent && <InsetText text={`This server sends no mail yet, so the letter waits for a week. ${noMailText}`} />}
    <Facts
      facts={[
        { key: 'Work e-mail', value: person.workEmail },
        { key: 'Roles', value: roles.join(', ') || 'None yet' },
      ]}
    />
  </FormPage>
);
