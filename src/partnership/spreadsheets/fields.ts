import { type FieldFacts, type Format, fieldsOf } from './format.ts';

/** What the rows of a spreadsheet about the directory can be. */
export const lists = {
  contacts: 'Contacts',
  agencies: 'Agencies',
  people: 'People',
  groups: 'Groups',
  seats: 'Seats',
} as const;
export type List = keyof typeof lists;
export const listNames = Object.keys(lists) as List[];

/** What a column can say. */
export type Field =
  | 'reference'
  | 'agency'
  | 'agency-kind'
  | 'standing'
  | 'parent'
  | 'email-domains'
  | 'person'
  | 'first-name'
  | 'surname'
  | 'person-reference'
  | 'job-title'
  | 'email'
  | 'phone'
  | 'group'
  | 'group-kind'
  | 'purpose'
  | 'decides'
  | 'sends-up'
  | 'quorum'
  | 'capacity'
  | 'deputy'
  | 'seat-from'
  | 'seat-until'
  | 'from'
  | 'until';

const reference: FieldFacts = { title: 'Reference', spellings: 'concordat reference|id|ref' };
const agency: FieldFacts = {
  title: 'Agency',
  spellings:
    'agency name|organisation|organisation name|organization|employer|employing organisation|service|body|company|agency organisation|organisation agency|setting|partner agency',
};
const person: FieldFacts = {
  title: 'Name',
  spellings:
    'person|full name|contact|contact name|member name|representative|name of representative|rep|delegate|member|name of member|attendee|named person|surname and first name',
};
const names = {
  'first-name': { title: 'First name', spellings: 'firstname|forename|given name|christian name' },
  surname: { title: 'Surname', spellings: 'last name|lastname|family name|second name' },
} as const;
const details = {
  'job-title': {
    title: 'Job title',
    spellings: 'title|job|post|position|designation|job role|post title|post held|role title',
  },
  email: {
    title: 'Email',
    spellings:
      'e mail|email address|e mail address|work email|contact email|mail|email work|secure email|e mail addresses|email addresses',
  },
  phone: {
    title: 'Phone',
    spellings:
      'telephone|phone number|tel|tel no|telephone number|mobile|mobile number|contact number|work phone|landline|direct line|tel number',
  },
} as const;
const group: FieldFacts = {
  title: 'Group',
  spellings:
    'group name|board|meeting|committee|sub group|subgroup|groups|sub groups|panel|member of|membership|board sub group|meetings attended',
};
const capacity: FieldFacts = {
  title: 'Role in the group',
  spellings:
    'role|role in group|capacity|membership type|member type|group role|board role|role on group|role on board|status|seat',
};
const deputy: FieldFacts = { title: 'Deputy', spellings: 'is deputy|deputising|substitute|deputy y n' };
const sits = {
  from: {
    title: 'Sits from',
    spellings: 'from|start|start date|since|member since|date joined|joined|from date|appointed',
  },
  until: {
    title: 'Sits until',
    spellings: 'until|to|end|end date|term ends|term end|date left|to date|until date|left',
  },
} as const;
const lastDay: FieldFacts = {
  title: 'Last day',
  spellings: 'ended|ended on|end date|left|left on|date left|leaving date|closed|until',
};

type Columns = Partial<Record<Field, FieldFacts>>;

/** The columns of each list, in the order in which we write them. */
const columnsOf: Readonly<Record<List, Columns>> = {
  contacts: {
    agency,
    'agency-kind': {
      title: 'Kind of agency',
      spellings: 'agency type|type of agency|sector|organisation type|type of organisation|agency kind|kind|type',
    },
    person,
    ...names,
    ...details,
    group,
    capacity,
    deputy,
    from: sits.from,
  },
  agencies: {
    reference,
    agency: { ...agency, spellings: `${agency.spellings}|name|partner` },
    'agency-kind': {
      title: 'Kind',
      spellings:
        'kind of agency|agency type|type of agency|sector|organisation type|type of organisation|agency kind|type|category',
    },
    standing: { title: 'Standing', spellings: 'statutory standing|duty|statutory status|status|legal standing' },
    parent: {
      title: 'Belongs to',
      spellings: 'parent|parent body|trust|academy trust|part of|parent organisation|multi academy trust|mat',
    },
    'email-domains': {
      title: 'Email domains',
      spellings: 'domains|e mail domains|email domain|domain|e mail domain|work email domains',
    },
    until: lastDay,
  },
  people: {
    reference,
    person,
    ...names,
    agency,
    ...details,
    until: lastDay,
  },
  groups: {
    reference,
    group: { ...group, spellings: `${group.spellings}|name` },
    'group-kind': { title: 'Kind', spellings: 'kind of group|type|group type|type of group|category' },
    parent: {
      title: 'Reports to',
      spellings: 'parent|parent group|reporting to|accountable to|reports into|belongs to',
    },
    purpose: { title: 'Purpose', spellings: 'aim|remit|what it is for|description' },
    decides: { title: 'Decides', spellings: 'delegated|delegated to it|decisions|what it decides|delegated decisions' },
    'sends-up': { title: 'Sends up', spellings: 'escalates|what must come up|sends up to parent|refers up' },
    quorum: { title: 'Quorum', spellings: 'quorum members|members for quorum|quorate|quorum number' },
    from: { title: 'First day', spellings: 'from|started|since|start date|established|set up|set up on' },
    until: lastDay,
  },
  seats: {
    reference,
    group,
    agency,
    capacity,
    'seat-from': { title: 'Seat from', spellings: 'seat since|seat start|seat started' },
    'seat-until': { title: 'Seat until', spellings: 'seat ends|seat end|seat ended' },
    'person-reference': { title: 'Person’s reference', spellings: 'person s reference|person reference|person id' },
    person,
    ...names,
    email: details.email,
    deputy,
    ...sits,
  },
};

/** What there must be a column for: one of each. A reference alone is enough where it is of something known. */
const neededOf: Readonly<Record<List, readonly (readonly Field[])[]>> = {
  contacts: [['agency'], ['person', 'surname']],
  agencies: [['agency', 'reference']],
  people: [['person', 'surname', 'reference']],
  groups: [['group', 'reference']],
  seats: [['group', 'reference']],
};

/** Each list as a format: its columns, and those that it must have. */
export const formats = Object.fromEntries(
  listNames.map((list) => [
    list,
    { code: list, title: lists[list], columns: columnsOf[list], needed: neededOf[list] } satisfies Format<Field>,
  ]),
) as Readonly<Record<List, Format<Field>>>;

/** The columns that are only read: what we write says it in another. */
const onlyRead: readonly Field[] = ['first-name', 'surname'];

/** The fields of a list, in the order of their columns when we write them. */
export const writtenFields = (list: List): Field[] =>
  fieldsOf(formats[list]).filter((field) => !onlyRead.includes(field));
