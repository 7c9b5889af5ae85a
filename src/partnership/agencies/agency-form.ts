import { z } from 'zod';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { readAddress } from '../../platform/mail/message.ts';
import type { Told } from '../directory/basis.ts';
import type { Agency, NewAgency } from './agency.store.ts';
import { type AgencyKind, agencyKindNames, agencyKinds, type Standing, standings } from './kinds.ts';

/** The domains that somebody typed, one to a line or with spaces or commas between, in lower case and without an @. */
const domainsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((word) => word.replace(/^.*@/, ''))
      .filter(Boolean),
  ),
];

/** What the form of an agency asks. */
export const AgencyForm = z.object({
  name: z
    .string('Enter the name of the agency')
    .trim()
    .min(1, 'Enter the name of the agency')
    .max(200, 'The name must be 200 characters or fewer'),
  kind: z.enum(agencyKindNames, 'Select what kind of body it is'),
  standing: z.enum(Object.keys(standings) as Standing[], 'Select what it is under the law you work under'),
  parent: z
    .string()
    .default('')
    .refine((text) => text === '' || isId(text), 'Select the body that it is part of from the list')
    .transform((text) => text || undefined),
  emailDomains: z
    .string()
    .default('')
    .transform((text, context) => {
      const domains = domainsIn(text);
      const wrong = domains.find((domain) => readAddress(`name@${domain}`) === undefined);
      if (wrong === undefined) return domains;
      context.addIssue({ code: 'custom', message: `“${wrong.slice(0, 60)}” must be a domain, like agency.gov.uk` });
      return z.NEVER;
    }),
});

/** An agency as its form tells it: by the names of the fields. */
export function toldOf(
  agency: Pick<Required<NewAgency>, 'name' | 'kind' | 'standing' | 'parent' | 'emailDomains'>,
  all: readonly Agency[],
): Told {
  return {
    Name: agency.name,
    'Kind of body': agencyKinds[agency.kind].title,
    Standing: standings[agency.standing],
    'Part of': all.find(({ id }) => id === agency.parent)?.name ?? '',
    'E-mail domains': agency.emailDomains.join(', '),
  };
}

/** The answers that an agency's form begins with. */
export const answersFrom = (agency: Agency): Answers => ({
  name: agency.name,
  kind: agency.kind satisfies AgencyKind,
  standing: agency.standing,
  parent: agency.parent ?? '',
  emailDomains: agency.emailDomains.join('\n'),
});
