/** The parts of the field that quorum, engagement and lists count by. */
export const sectors = {
  council: 'Council',
  police: 'Police',
  health: 'Health',
  justice: 'Justice',
  fire: 'Fire and rescue',
  schools: 'Schools and colleges',
  'early-years': 'Early years',
  voluntary: 'Voluntary and community',
  faith: 'Faith',
  housing: 'Housing',
  office: 'Partnership office',
  independent: 'Independent',
  other: 'Other',
} as const;
export type Sector = keyof typeof sectors;

interface AgencyKindFacts {
  title: string;
  sector: Sector;
}

/** What kind of body an agency is. */
export const agencyKinds = {
  'local-authority': { title: 'Local authority', sector: 'council' },
  'district-council': { title: 'District council', sector: 'council' },
  police: { title: 'Police force', sector: 'police' },
  'police-commissioner': { title: 'Police and crime commissioner', sector: 'police' },
  'integrated-care-board': { title: 'Integrated care board', sector: 'health' },
  'nhs-trust': { title: 'NHS trust or foundation trust', sector: 'health' },
  'general-practice': { title: 'General practice', sector: 'health' },
  'ambulance-service': { title: 'Ambulance service', sector: 'health' },
  'public-health': { title: 'Public health', sector: 'health' },
  probation: { title: 'Probation', sector: 'justice' },
  'youth-justice': { title: 'Youth justice service', sector: 'justice' },
  prison: { title: 'Prison or secure setting', sector: 'justice' },
  cafcass: { title: 'Cafcass', sector: 'justice' },
  fire: { title: 'Fire and rescue service', sector: 'fire' },
  'primary-school': { title: 'Primary school', sector: 'schools' },
  'secondary-school': { title: 'Secondary school', sector: 'schools' },
  'special-school': { title: 'Special school or alternative provision', sector: 'schools' },
  'academy-trust': { title: 'Academy trust', sector: 'schools' },
  'independent-school': { title: 'Independent school', sector: 'schools' },
  college: { title: 'College', sector: 'schools' },
  'early-years': { title: 'Nursery or other early years provider', sector: 'early-years' },
  voluntary: { title: 'Voluntary or community organisation', sector: 'voluntary' },
  sport: { title: 'Sport or leisure body', sector: 'voluntary' },
  faith: { title: 'Faith organisation', sector: 'faith' },
  housing: { title: 'Housing provider', sector: 'housing' },
  'partnership-office': { title: 'Partnership office', sector: 'office' },
  independent: { title: 'Independent person', sector: 'independent' },
  other: { title: 'Other', sector: 'other' },
} as const satisfies Record<string, AgencyKindFacts>;

export type AgencyKind = keyof typeof agencyKinds;
export const agencyKindNames = Object.keys(agencyKinds) as AgencyKind[];
export const isAgencyKind = (text: string): text is AgencyKind => Object.hasOwn(agencyKinds, text);

/** The kind that `text` names, as it stands in the database; one that this version does not know is "other". */
export const kindNamed = (text: string): AgencyKind => (isAgencyKind(text) ? text : 'other');

export const sectorOf = (kind: string): Sector => agencyKinds[kindNamed(kind)].sector;

/** What an agency is under the partnership's regime. */
export const standings = {
  'safeguarding-partner': 'Safeguarding partner',
  'relevant-agency': 'Relevant agency',
  other: 'Takes part without a duty of its own',
} as const;
export type Standing = keyof typeof standings;
