import { formatDay } from '../calendar/in-words.ts';
import { todayInLondon } from '../calendar/plain-date.ts';
import type { FormErrors } from '../ui/errors.ts';
import { FileUpload } from '../ui/govuk.tsx';
import { StateTag, type Tone } from '../ui/words.tsx';
import { inMegabytes } from './refusals.ts';
import {
  type FileLimits,
  type FileState,
  isServed,
  type StoredFile,
  typeNames,
  usualFileLimits,
} from './stored-file.ts';

export interface FileInputProps {
  name: string;
  label: string;
  /** What the file is for, before what it may be. */
  hint?: string;
  limits?: FileLimits;
  errors?: Pick<FormErrors, 'on'> | undefined;
}

/** Where people choose one file. What it may be and how large stands above it; what was wrong with it, beside. */
export const FileInput = ({ name, label, hint = '', limits = usualFileLimits, errors }: FileInputProps) => (
  <FileUpload
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={{ text: `${hint} ${whatMayBeSent(limits)}`.trim() }}
    errorMessage={errors?.on(name)}
    attributes={{ accept: '.pdf,.docx,.xlsx,.csv,.txt,.jpg,.jpeg,.png' }}
  />
);

const whatMayBeSent = ({ file }: FileLimits) =>
  `PDF, Word (.docx), Excel (.xlsx), CSV, text, JPEG or PNG, up to ${inMegabytes(file)}. A picture is kept without where and by whom it was taken.`;

/** How a file stands, in words; nothing where there is nothing to say. */
export const fileStateWords: Readonly<Record<FileState, { text: string; tone: Tone } | undefined>> = {
  waiting: { text: 'Waiting to be checked', tone: 'warning' },
  clean: undefined,
  'not-scanned': { text: 'Not scanned', tone: 'calm' },
  infected: { text: 'Virus found', tone: 'bad' },
  refused: { text: 'Could not be checked', tone: 'bad' },
  destroyed: { text: 'Destroyed', tone: 'calm' },
};

export interface FileListProps {
  files: readonly StoredFile[];
  /** Where a file is given out. Only one that is served leads there. */
  hrefOf(file: StoredFile): string;
}

/** Files, each with its kind, size and day, and how it stands. */
export const FileList = ({ files, hrefOf }: FileListProps) => (
  <ul class="govuk-list govuk-list--spaced">
    {files.map((file) => (
      <li key={file.id}>
        <FileName file={file} href={hrefOf(file)} /> <FileState state={file.state} />
        <div class="govuk-hint govuk-!-margin-bottom-0">
          {typeNames[file.type]}, {inMegabytes(file.bytes)}, sent on{' '}
          {formatDay(todayInLondon(file.uploadedAt), 'plain')}
        </div>
      </li>
    ))}
  </ul>
);

const FileName = ({ file, href }: { file: StoredFile; href: string }) =>
  isServed(file) ? (
    <a class="govuk-link" href={href} download>
      {file.name}
    </a>
  ) : (
    <span>{file.name || 'A file'}</span>
  );

const FileState = ({ state }: { state: FileState }) => {
  const words = fileStateWords[state];
  return words ? <StateTag tone={words.tone}>{words.text}</StateTag> : null;
};
