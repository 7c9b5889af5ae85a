import type { Agency } from '../agencies/agency.store.ts';
import { type AgencyKind, agencyKinds } from '../agencies/kinds.ts';
import type { PartnerKind, RequiredPartner } from '../regimes/regime.ts';
import { partnersOn } from '../regimes/regimes.ts';
import { type GapFacts, liveAgencies, liveSeats, speakerIn } from './facts.ts';
import { type Gap, ownRule, regimeAsks } from './gap.ts';

/**
 * The kinds of agency that can be a partner of the regime.
 *
 * Empty for bodies that no longer exist and have no kind here: nobody can be asked to name one.
 */
const kindsFor: Readonly<Record<PartnerKind, readonly AgencyKind[]>> = {
  'local-authority': ['local-authority'],
  'district-council': ['district-council'],
  police: ['police'],
  'integrated-care-board': ['integrated-care-board'],
  'clinical-commissioning-group': ['integrated-care-board'],
  'strategic-health-authority': [],
  'primary-care-trust': ['integrated-care-board'],
  'nhs-trust': ['nhs-trust'],
  probation: ['probation'],
  'youth-offending-team': ['youth-justice'],
  connexions: [],
  cafcass: ['cafcass'],
  'secure-training-centre': ['prison'],
  prison: ['prison'],
  education: [
    'primary-school',
    'secondary-school',
    'special-school',
    'academy-trust',
    'independent-school',
    'college',
    'early-years',
  ],
};

/** Bodies that not every area has: that none is recorded is no gap. */
const notEverywhere: ReadonlySet<PartnerKind> = new Set(['district-council', 'secure-training-centre', 'prison']);

/** Those the regime asks for today, each kind of body once, by its first and weightiest standing. */
export const askedFor = ({ law, today }: Pick<GapFacts, 'law' | 'today'>): RequiredPartner[] =>
  [...Map.groupBy(partnersOn(law, today), ({ kind }) => kind).values()].flatMap(([first]) => first ?? []);

/** A kind of body that the regime asks for and that no agency is. */
export const partnersMissing = (facts: GapFacts): Gap[] =>
  askedFor(facts)
    .filter(({ kind }) => kindsFor[kind].length > 0 && !notEverywhere.has(kind))
    .filter(({ kind }) => agenciesAs(kind, facts).length === 0)
    .map((partner) => ({
      rule: 'partner-missing',
      about: partner.kind,
      says: `No agency is recorded as ${startingSmall(partner.title)}`,
      asks: regimeAsks(`${partner.title}: ${standingText[partner.standing]}`, partner),
      link: '/agencies',
      severity: 'law',
    }));

/** The agencies that are such a body. */
export const agenciesAs = (kind: PartnerKind, facts: GapFacts): Agency[] =>
  liveAgencies(facts).filter((agency) => kindsFor[kind].includes(agency.kind));

export const standingText: Record<RequiredPartner['standing'], string> = {
  'safeguarding-partner': 'a safeguarding partner',
  'board-partner': 'a partner of the board',
  'child-death-review-partner': 'a child death review partner',
  'expected-at-the-table': 'expected at the table',
  'party-to-the-arrangements': 'a party to the arrangements',
};

/** “Local authority” becomes “local authority”; an abbreviation keeps its capitals. */
const startingSmall = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const schoolKinds = kindsFor.education;

/** A kind of school, college or nursery that no filled seat in a board or executive speaks for. */
export function schoolsUnheard(facts: GapFacts): Gap[] {
  const tables = new Set(
    facts.groups.filter(({ kind }) => kind === 'board' || kind === 'executive').map(({ id }) => id),
  );
  const kinds = new Map(liveAgencies(facts).map(({ id, kind }) => [id, kind]));
  const heard = new Set(
    liveSeats(facts)
      .filter((seat) => tables.has(seat.group) && speakerIn(seat, facts))
      .flatMap(({ agency }) => (agency && kinds.get(agency)) ?? []),
  );
  const { board, executive } = facts.kindWords;
  const education = askedFor(facts).find(({ kind }) => kind === 'education');
  const asks = education
    ? regimeAsks(`${education.title}: ${standingText[education.standing]}. Each kind is heard there`, education)
    : ownRule(`Each kind of school is heard in the ${board} or the ${executive}`);
  return schoolKinds
    .filter((kind) => !heard.has(kind))
    .map((kind) => ({
      rule: 'school-voice',
      about: kind,
      says: `No ${startingSmall(agencyKinds[kind].title)} has a voice in the ${board} or the ${executive}`,
      asks,
      link: '/groups',
      severity: education ? 'law' : 'work',
    }));
}
