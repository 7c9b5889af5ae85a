import { type FileLimits, usualFileLimits } from './stored-file.ts';

/** Why a file is not taken because of what is in it. */
export type ContentRefusal =
  | 'damaged'
  | 'empty'
  | 'kind-and-content-differ'
  | 'locked'
  | 'macros'
  | 'more-than-one-kind'
  | 'other-files-inside'
  | 'outside-content'
  | 'script'
  | 'too-many-pixels'
  | 'unpacks-too-large'
  | 'check-failed';

/** Why a file is not taken. */
export type FileRefusal =
  | ContentRefusal
  | 'none-chosen'
  | 'kind-not-taken'
  | 'too-large'
  | 'person-has-sent-enough'
  | 'record-has-enough'
  | 'infected'
  | 'not-scannable';

/** What stands at the field of a form whose file was refused. */
export const refusalText = (because: FileRefusal, limits: FileLimits = usualFileLimits): string =>
  texts[because](limits);

type Say = (limits: FileLimits) => string;
const texts: Readonly<Record<FileRefusal, Say>> = {
  'none-chosen': () => 'Select a file',
  'kind-not-taken': () => 'The selected file must be a PDF, Word (.docx), Excel (.xlsx), CSV, text, JPEG or PNG file',
  'too-large': ({ file }) => `The selected file must be smaller than ${inMegabytes(file)}`,
  'person-has-sent-enough': ({ personInADay }) =>
    `You have sent ${inMegabytes(personInADay)} in a day, which is the most. Send this file tomorrow`,
  'record-has-enough': ({ record }) =>
    `The files here would come to more than ${inMegabytes(record)}. This one was not added`,
  empty: () => 'The selected file is empty',
  damaged: () => 'The selected file cannot be read: it is damaged. Save it again and choose it again',
  'kind-and-content-differ': () =>
    'The selected file is not what its name says it is. Open it in the program it belongs to and save it again',
  locked: () => 'The selected file is locked with a password. Save it without one: it is sealed here',
  macros: () =>
    'The selected file contains macros. Save it as a Word document (.docx) or Excel workbook (.xlsx) without them',
  'more-than-one-kind': () => 'The selected file can be read as more than one kind of file. Save or print it as a PDF',
  'other-files-inside': () => 'The selected file has other files inside it. Send each of them by itself',
  'outside-content': () =>
    'The selected file draws content from elsewhere. Break its links to other files, then save it again',
  script: () => 'The selected file contains a script or a command. Save or print it as a PDF without it',
  'too-many-pixels': () => 'The selected picture must have 16 million pixels or fewer, like 4,600 by 3,400',
  'unpacks-too-large': () =>
    'The selected file unpacks to far more than it should. Save it again, or print it as a PDF',
  'check-failed': () =>
    'The selected file could not be checked, so it was not taken. Save it again, or print it as a PDF',
  infected: () => 'The selected file contains a virus',
  'not-scannable': () => 'The virus scanner cannot look into the selected file. Save or print it as a PDF',
};

/** Megabytes as they are written for people: 25 MB, 0.3 MB. */
export const inMegabytes = (bytes: number): string =>
  `${bytes < 950_000 ? Math.max(0.1, Math.round(bytes / 100_000) / 10) : Math.round(bytes / 1_000_000)} MB`;
