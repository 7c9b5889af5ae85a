/** What a role is, for the guide and for the rule about second factors. */
interface RoleFacts {
  title: string;
  about: string;
  /**
   * Whether whoever holds it must show a second factor: it opens restricted records, administers, or sees other agencies'
   * unpublished work.
   */
  factor: boolean;
}

/** Every role a person can hold in a partnership: several at once, perhaps for one group or agency, from a day to a day. */
export const roles = {
  'lead-safeguarding-partner': {
    title: 'Lead safeguarding partner',
    about:
      'Chief executive or chief officer of a safeguarding partner; signs off arrangements, budget and yearly report',
    factor: true,
  },
  'safeguarding-partner-delegate': {
    title: 'Safeguarding partner’s delegate',
    about: 'Speaks and decides for the council, police or health',
    factor: true,
  },
  'partnership-chair': { title: 'Partnership chair', about: 'The delegate who chairs the executive', factor: true },
  'independent-chair': {
    title: 'Independent chair',
    about: 'Chairs the partnership from outside its agencies',
    factor: true,
  },
  scrutineer: {
    title: 'Independent scrutineer',
    about: 'Judges from outside how well the arrangements work',
    factor: true,
  },
  'designated-nurse-or-doctor': {
    title: 'Designated nurse or doctor',
    about: 'Health’s expert adviser to the partnership',
    factor: true,
  },
  'education-lead': { title: 'Education lead', about: 'Speaks for schools, colleges and early years', factor: true },
  'agency-representative': { title: 'Agency representative', about: 'Fills an agency’s seat', factor: true },
  'deputy-representative': {
    title: 'Deputy representative',
    about: 'Takes an agency’s seat when its representative cannot',
    factor: true,
  },
  'agency-safeguarding-lead': {
    title: 'Agency safeguarding lead',
    about: 'Leads on safeguarding inside one agency or school, and answers for its returns',
    factor: false,
  },
  'named-assistant': {
    title: 'Named assistant',
    about: 'Reads working papers, replies and drafts for one person; never signs, verifies or opens restricted records',
    factor: true,
  },
  'business-manager': { title: 'Business manager', about: 'Runs the partnership’s office', factor: true },
  'business-support': { title: 'Business support', about: 'Works in the partnership’s office', factor: true },
  'sub-group-chair': { title: 'Sub-group chair', about: 'Chairs one group', factor: true },
  'training-coordinator': { title: 'Training coordinator', about: 'Runs the training programme', factor: true },
  trainer: { title: 'Trainer', about: 'Delivers courses', factor: false },
  'legal-adviser': { title: 'Legal adviser', about: 'Advises the partnership on law', factor: true },
  'lay-member': { title: 'Lay member', about: 'Sits on the board as a member of the public', factor: true },
  observer: { title: 'Observer', about: 'Reads what the board reads, and takes no part', factor: true },
  'review-lead': { title: 'Review lead', about: 'Leads a case review', factor: true },
  'panel-member': { title: 'Panel member', about: 'Sits on the panel of a review', factor: true },
  'child-death-review-manager': {
    title: 'Child death review manager',
    about: 'Runs the reviews of child deaths',
    factor: true,
  },
  practitioner: {
    title: 'Practitioner',
    about: 'Works with children and families; books courses, reads policies, raises issues',
    factor: false,
  },
  inspector: { title: 'Inspector', about: 'Reads the evidence room for a limited time; ends by itself', factor: true },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
