import type { Agency } from '../agencies/agency.store.ts';
import type { RequiredPartner } from '../regimes/regime.ts';
import type { Role } from '../roles.ts';
import { type GapFacts, liveSeats, rolesToday, speakerIn } from './facts.ts';
import { type Gap, regimeAsks } from './gap.ts';
import { agenciesAs, askedFor, standingText } from './partner-gaps.ts';

/**
 * An agency that is a safeguarding partner and for which nobody is lead or delegate, or not both where the guidance asks for
 * both; a board partner of the 2004 Act that nobody represents.
 *
 * A role speaks for the agency it was given for or, where it was given for none, for the agency of whoever holds it.
 */
export const partnersUnspoken = (facts: GapFacts): Gap[] =>
  askedFor(facts)
    .filter(({ standing }) => standing === 'safeguarding-partner' || standing === 'board-partner')
    .flatMap((partner) => agenciesAs(partner.kind, facts).flatMap((agency) => missingFor(agency, partner, facts) ?? []))
    .filter(onceByAgency());

const onceByAgency = () => {
  const seen = new Set<string>();
  return ({ about }: Gap): boolean => !seen.has(about) && seen.add(about).has(about);
};

function missingFor(agency: Agency, partner: RequiredPartner, facts: GapFacts): Gap | undefined {
  if (partner.standing === 'board-partner') return isRepresented(agency, facts) ? undefined : silent(agency, partner);
  const lead = isHeldFor(agency, 'lead-safeguarding-partner', facts);
  const delegate = isHeldFor(agency, 'safeguarding-partner-delegate', facts);
  if (!lead && !delegate) return silent(agency, partner);
  const { leadAndDelegate, vocabulary } = facts.law;
  if (!leadAndDelegate || (lead && delegate)) return undefined;
  const [rule, missing] = lead
    ? (['no-delegate', vocabulary.delegatedPartner?.one ?? 'delegate'] as const)
    : (['no-lead-partner', vocabulary.leadPartner?.one ?? 'lead'] as const);
  return {
    rule,
    about: agency.id,
    says: `Nobody is ${missing} for ${agency.name}`,
    asks: regimeAsks(`${partner.title}: a lead, and a delegate whom the lead appoints`, leadAndDelegate),
    link: `/agencies/${agency.id}`,
    severity: 'law',
  };
}

/** Nobody speaks for it at all. */
const silent = (agency: Agency, partner: RequiredPartner): Gap => ({
  rule: 'partner-unspoken',
  about: agency.id,
  says:
    partner.standing === 'safeguarding-partner'
      ? `Nobody is lead or delegate for ${agency.name}`
      : `Nobody represents ${agency.name}`,
  asks: regimeAsks(`${partner.title}: ${standingText[partner.standing]}, and somebody speaks for it`, partner),
  link: `/agencies/${agency.id}`,
  severity: 'law',
});

/** Whether somebody holds the role for the agency today. */
const isHeldFor = ({ id }: Agency, wanted: Role, facts: GapFacts): boolean =>
  rolesToday(facts).some(
    ({ role, agency, person }) =>
      role === wanted && id === (agency ?? facts.people.find((one) => one.id === person)?.agency),
  );

const representing: readonly Role[] = [
  'lead-safeguarding-partner',
  'safeguarding-partner-delegate',
  'agency-representative',
];

/** Whether somebody speaks for a partner of the board: by a role, or in a seat. */
const isRepresented = (agency: Agency, facts: GapFacts): boolean =>
  representing.some((role) => isHeldFor(agency, role, facts)) ||
  liveSeats(facts).some((seat) => seat.agency === agency.id && speakerIn(seat, facts) !== undefined);
