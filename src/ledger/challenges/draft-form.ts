import { z } from 'zod';
import type { Told } from '../../partnership/directory/basis.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import { type Challenge, type EvidenceKind, evidenceKinds } from './challenge.ts';

const text = (longest: number, too: string) => z.string().trim().max(longest, too);

/** What the form of a draft asks. */
export const DraftForm = z.object({
  agency: z.string('Select the agency').refine(isId, 'Select the agency'),
  subject: text(200, 'The challenge must be 200 characters or fewer').min(1, 'Enter the challenge in one sentence'),
  concern: text(4000, 'What was seen must be 4,000 characters or fewer').min(1, 'Enter what was seen'),
  evidenceKind: z.enum(Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]], 'Select what the evidence is'),
  evidence: text(4000, 'The evidence must be 4,000 characters or fewer').min(1, 'Enter the evidence'),
  evidenceAddress: text(500, 'The web address must be 500 characters or fewer')
    .default('')
    .refine(
      (address) => address === '' || /^https?:\/\/\S+$/i.test(address),
      'Enter a web address that begins with https://',
    ),
  reference: text(100, 'The reference must be 100 characters or fewer').default(''),
  expected: text(4000, 'What the answer must say must be 4,000 characters or fewer').min(
    1,
    'Enter what the answer must say',
  ),
  dueOn: dayAnswer('Enter the day by which the agency answers', 'The day of the answer must be a real date'),
  raisedBy: z.string().default(''),
});
export const draftFields = Object.keys(DraftForm.shape);

export const readDraft = (answers: Answers) => DraftForm.safeParse({ ...answers, dueOn: dayText(answers, 'dueOn') });

type Draft = Pick<
  Challenge,
  'agency' | 'subject' | 'concern' | 'evidenceKind' | 'evidence' | 'evidenceAddress' | 'expected' | 'dueOn' | 'raisedBy'
>;

/** A draft as its form tells it, in words. @param names of agencies and people, by id */
export const toldOf = (draft: Draft, names: ReadonlyMap<string, string>): Told => ({
  To: names.get(draft.agency) ?? '',
  Challenge: draft.subject,
  'What was seen': draft.concern,
  'The evidence is': evidenceKinds[draft.evidenceKind],
  Evidence: draft.evidence,
  'Web address': draft.evidenceAddress,
  'What the answer must say': draft.expected,
  'Answer by': draft.dueOn,
  'In the name of': names.get(draft.raisedBy) ?? '',
});

/** The answers that the form of a draft begins with. */
export const answersFrom = (draft: Draft): Answers => ({
  agency: draft.agency,
  subject: draft.subject,
  concern: draft.concern,
  evidenceKind: draft.evidenceKind,
  evidence: draft.evidence,
  evidenceAddress: draft.evidenceAddress,
  expected: draft.expected,
  raisedBy: draft.raisedBy,
});
