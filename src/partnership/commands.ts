import type { Command, CommandContext, Options } from '../platform/command.ts';
import { UsageError } from '../platform/command.ts';
import { invitationLink, invite } from '../platform/identity/invite.ts';
import { sharedMailboxText } from '../platform/identity/shared-mailbox.ts';
import { addAgency, addOrganisation } from './agencies/agency.store.ts';
import { admit, createPartnership, giveRole, isSlugFree } from './partnership.store.ts';
import { addPerson } from './people/person.store.ts';
import { readPlaces } from './places/places.store.ts';
import { authorityWithCode } from './places/places.ts';
import { clockCommand } from './regimes/clock-command.ts';
import { regimeIds } from './regimes/regime.ts';
import { isRegime } from './regimes/regimes.ts';
import { beginSetUp } from './set-up/set-up.ts';
import { isSlug, slugFor } from './slug.ts';

const create: Command = {
  name: 'partnership create',
  summary: 'A new, empty partnership, and an invitation for its first business manager',
  options: [
    { flag: '--name <name>', summary: 'what it is called in full', required: true },
    {
      flag: '--regime <regime>',
      summary: `the law and guidance it works under: ${regimeIds.join(', ')}`,
      required: true,
    },
    {
      flag: '--area <code...>',
      summary: 'the local authorities it covers, by code, such as E06000014',
      required: true,
    },
    { flag: '--manager-email <address>', summary: 'where to invite its first business manager', required: true },
    { flag: '--manager-name <name>', summary: 'what to call them, until they say' },
    { flag: '--slug <slug>', summary: 'its place in addresses; made from the name unless said' },
  ],
  needs: 'database',
  run: createOne,
};

async function createOne(context: CommandContext, _args: readonly string[], options: Options): Promise<number> {
  const { config, data, json, print, tell } = context;
  const about = readOptions(options);
  const places = await readPlaces(data.reference);
  const unknown = about.areas.filter((code) => authorityWithCode(places, code)?.code !== code);
  if (unknown.length) throw new UsageError(`There is no local authority with the code ${unknown.join(', ')}`);
  if (!(await isSlugFree(data, about.slug)))
    throw new UsageError(`There is a partnership at /${about.slug} already: choose another address with --slug`);
  const { partnership, link } = await createPartnership(data, about, async (scope) => {
    const invited = await invite(scope, {
      email: about.managerEmail,
      name: about.managerName,
      partnership: scope.partnership,
      partnershipName: about.name,
    });
    if (!invited.invited) {
      throw new UsageError(
        invited.because === 'shared-mailbox'
          ? sharedMailboxText
          : '--manager-email must be an e-mail address, like name@example.gov.uk',
      );
    }
    const organisation = await addOrganisation(scope, `Office of ${about.name}`);
    const agency = await addAgency(scope, { organisation, name: 'Partnership office', kind: 'partnership-office' });
    const person = await addPerson(scope, {
      name: about.managerName,
      jobTitle: 'Business manager',
      agency,
      workEmail: about.managerEmail,
    });
    await admit(scope, invited.account, person);
    await giveRole(scope, person, { role: 'business-manager', fromOn: scope.today });
    await beginSetUp(scope, [person]);
    const byHand =
      config.mail.by === 'none'
        ? await invitationLink(scope, config.url, invited.account, scope.partnership)
        : undefined;
    return { partnership: scope.partnership, link: byHand };
  });
  tell(
    link ? 'No mail server is set, so pass this link on yourself. It is shown once.' : 'The invitation is on its way.',
  );
  if (json) print(JSON.stringify({ partnership, slug: about.slug, invitation: link ?? null }));
  else print(link ?? `${about.name} is at ${config.url}/${about.slug}`);
  return 0;
}

/** @throws {UsageError} naming the option that cannot be meant */
function readOptions(options: Options) {
  const text = (name: string) => String(options[name] ?? '').trim();
  const name = text('name');
  if (name.length < 3 || name.length > 200) throw new UsageError('--name must be from 3 to 200 characters');
  const regime = text('regime');
  if (!isRegime(regime)) throw new UsageError(`--regime must be one of ${regimeIds.join(', ')}`);
  const slug = text('slug') || slugFor(name);
  if (!isSlug(slug))
    throw new UsageError(
      '--slug must be lower-case letters, digits and hyphens, beginning with a letter, and not a word of the program’s own',
    );
  const areas = [...new Set([options['area'] ?? []].flat().map(String))];
  const managerEmail = text('managerEmail');
  const managerName = text('managerName') || (managerEmail.split('@')[0] ?? '');
  return {
    name,
    shortName: name.split(/\s+Safeguarding\b/i)[0] || name,
    regime,
    slug,
    areas,
    managerEmail,
    managerName,
  };
}

export const partnershipCommands: readonly Command[] = [create, clockCommand];
