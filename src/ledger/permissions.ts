import { type Role, roleNames } from '../partnership/roles.ts';
import type { PermissionTable } from '../platform/access/permissions.ts';
import { answeringRoles, jointRoles, judgingRoles } from './challenges/roles.ts';

const office: readonly Role[] = ['business-manager', 'business-support'];
const chairs: readonly Role[] = ['independent-chair', 'partnership-chair'];
const leaders: readonly Role[] = ['lead-safeguarding-partner', 'safeguarding-partner-delegate'];
/** Those who see only what their own agency promised, or was asked. */
const ownAgencyOnly: readonly Role[] = ['agency-safeguarding-lead'];
/** Those who have no part in what the partnership promised. */
const outside: readonly Role[] = ['practitioner', 'trainer', 'inspector'];
const inside = roleNames.filter((role) => !outside.includes(role) && !ownAgencyOnly.includes(role));
/** Those whose word that something was done counts, when it is another agency's. */
const verifiers: readonly Role[] = [
  ...leaders,
  ...chairs,
  'scrutineer',
  'designated-nurse-or-doctor',
  'education-lead',
  'agency-representative',
  'deputy-representative',
  'sub-group-chair',
  'lay-member',
];

/** Those who may keep the course of challenges and disagreements. */
const keepers = [...office, ...chairs];

/** What a role may do with challenges to an agency. */
const challengePermissions = {
  'challenges.read': { title: 'see challenges that the agency has answered, or had its time to', roles: inside },
  'challenges.read-own': {
    title: 'see challenges to their own agency, and those in their own name',
    roles: [...inside, ...ownAgencyOnly],
  },
  'challenges.manage': { title: 'keep the challenge log, and see challenges from the first day', roles: keepers },
  'challenges.draft': {
    title: 'draft a challenge to an agency',
    roles: [...keepers, ...leaders, 'scrutineer', 'sub-group-chair'],
  },
  'challenges.draft-unseen': { title: 'keep a draft challenge to themselves until it is put', roles: ['scrutineer'] },
  'challenges.put': {
    title: 'put a challenge to an agency',
    roles: ['business-manager', ...chairs, ...leaders, 'scrutineer'],
  },
  'challenges.answer': { title: 'answer a challenge to their own agency', roles: answeringRoles },
  'challenges.enter': { title: 'enter what an agency or a judge of a challenge said, and who said it', roles: office },
  'challenges.judge': { title: 'say whether another agency’s answer is enough', roles: judgingRoles },
  'challenges.decide-jointly': {
    title: 'decide what went to the lead safeguarding partners, jointly with the others',
    roles: jointRoles,
  },
  'challenges.clear': {
    title: 'clear the summary of a challenge for publishing',
    roles: ['business-manager', ...chairs, 'scrutineer'],
  },
  'stages.change': {
    title: 'set the stages of challenges and disagreements, and their clocks',
    roles: ['business-manager', ...chairs],
  },
} as const satisfies PermissionTable<Role>;

/** Those who work with families or answer for those who do, and so may disagree with another agency. */
const lookers: readonly Role[] = ['observer', 'named-assistant', 'lay-member', 'legal-adviser'];
const disagreeing = [...inside, ...ownAgencyOnly].filter((role) => !lookers.includes(role));

/** What a role may do with professional disagreements between agencies. */
const disagreementPermissions = {
  'disagreements.raise': {
    title: 'raise a professional disagreement with another agency, and see those they raised or have to answer',
    roles: [...disagreeing, 'practitioner'],
  },
  'disagreements.practise': { title: 'find disagreements in the menu by themselves', roles: ['practitioner'] },
  'disagreements.read-agency': {
    title: 'see disagreements that their own agency raised or has to answer',
    roles: disagreeing,
  },
  'disagreements.read-escalated': {
    title: 'see disagreements that went to the partnership',
    roles: [...leaders, 'scrutineer'],
  },
  'disagreements.read': { title: 'see every disagreement', roles: keepers },
  'disagreements.enter': { title: 'enter a disagreement, or what was said about one, for somebody', roles: office },
  'disagreements.decide': {
    title: 'decide a disagreement that went to the partnership, where neither agency is their own',
    roles: chairs,
  },
  'disagreements.decide-jointly': {
    title: 'decide a disagreement that went to the partnership, jointly with the other lead safeguarding partners',
    roles: jointRoles,
  },
  'disagreements.counts': { title: 'see how many disagreements there are, and where they wait', roles: inside },
  'liaison.change': { title: 'keep who to ring at each agency', roles: office },
} as const satisfies PermissionTable<Role>;

/** What a role may do with the risk register. */
const riskPermissions = {
  'risks.read': { title: 'see every risk', roles: inside },
  'risks.read-own': {
    title: 'see the risks that their own agency leads or that they own, and review those they own',
    roles: [...inside, ...ownAgencyOnly],
  },
  'risks.raise': { title: 'raise a risk', roles: [...keepers, ...leaders, 'sub-group-chair'] },
  'risks.manage': {
    title: 'keep the risk register, accept, close and reopen risks, and set the scale',
    roles: keepers,
  },
  'risks.review': { title: 'review a risk that somebody else owns', roles: chairs },
  'risks.enter': { title: 'enter somebody’s review of a risk, and who said it', roles: office },
} as const satisfies PermissionTable<Role>;

/** What a role may do with independent scrutiny. */
const scrutinyPermissions = {
  'scrutiny.read': { title: 'read the reports that the scrutineer has issued', roles: inside },
  'scrutiny.comment': {
    title: 'say what is not right in a scrutiny report about whose facts they are asked',
    roles: [...inside, ...ownAgencyOnly],
  },
  'scrutiny.write': {
    title:
      'keep lines of enquiry, evidence, visits, draft challenges and reports that nobody else sees until they are issued',
    roles: ['scrutineer'],
  },
} as const satisfies PermissionTable<Role>;

/** What a role may do with what the partnership promised. */
export const ledgerPermissions = {
  ...disagreementPermissions,
  ...challengePermissions,
  ...riskPermissions,
  ...scrutinyPermissions,
  'actions.read': { title: 'see every action', roles: inside },
  'actions.read-own': {
    title: 'see their own agency’s actions, and answer for those they own',
    roles: [...inside, ...ownAgencyOnly],
  },
  'actions.raise': {
    title: 'raise an action',
    roles: [
      ...office,
      ...chairs,
      ...leaders,
      'scrutineer',
      'sub-group-chair',
      'review-lead',
      'child-death-review-manager',
    ],
  },
  'actions.change': {
    title: 'change, pass on, withdraw and reopen actions, and settle their days',
    roles: [...office, ...chairs],
  },
  'actions.enter': { title: 'enter what somebody else said about an action, and who said it', roles: office },
  'actions.verify': { title: 'verify another agency’s action', roles: verifiers },
  'actions.verify-batch': {
    title: 'verify, for a group, actions that need no verifier from another agency',
    roles: [...office, ...chairs, 'sub-group-chair'],
  },
  'actions.import': { title: 'bring in an old action tracker, and change many actions at once', roles: office },
  'thread.tie': {
    title: 'tie records together, and untie them',
    roles: [...office, ...chairs, ...leaders, 'scrutineer', 'sub-group-chair', 'review-lead'],
  },
  'chivvying.change': { title: 'set how people are reminded', roles: ['business-manager', ...chairs] },
  'chivvying.release': {
    title: 'let messages to those above an owner go out, or hold them',
    roles: [...office, ...chairs],
  },
  'chivvying.read': {
    title: 'see what is in the way, and who was told what and when',
    roles: [...office, ...chairs, 'scrutineer'],
  },
} as const satisfies PermissionTable<Role>;
