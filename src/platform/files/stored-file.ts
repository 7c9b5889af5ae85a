/** The kinds of file that are taken, by what they hold. */
export const fileTypes = ['pdf', 'docx', 'xlsx', 'csv', 'txt', 'jpeg', 'png'] as const;
export type FileType = (typeof fileTypes)[number];

/**
 * How far a file has come. `waiting` to be looked at by the virus scanner; `clean`; `not-scanned` where there is expressly no
 * scanner; `infected`; `refused` by the scanner, which could not look into it; `destroyed` with its key.
 */
export type FileState = 'waiting' | 'clean' | 'not-scanned' | 'infected' | 'refused' | 'destroyed';

/** A file that somebody sent in. */
export interface StoredFile {
  id: string;
  /** Safe to show and to download under; ends as its type does. Empty once the file is destroyed. */
  name: string;
  type: FileType;
  bytes: number;
  state: FileState;
  /** The person who sent it. */
  uploadedBy: string;
  uploadedAt: Date;
}

/** How much is taken. */
export interface FileLimits {
  /** Bytes of one file. */
  file: number;
  /** Bytes that one person may send in during 24 hours. */
  personInADay: number;
  /** Bytes of all files of one record, or of one case. */
  record: number;
}

export const usualFileLimits: FileLimits = { file: 25_000_000, personInADay: 500_000_000, record: 500_000_000 };

/** Whether its bytes may be given out, to whoever may open the record it hangs on. */
export const isServed = ({ state }: Pick<StoredFile, 'state'>): boolean => state === 'clean' || state === 'not-scanned';

/** What a browser is told that it is. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** What people call it. */
export const typeNames: Readonly<Record<FileType, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  txt: 'Text',
  jpeg: 'JPEG',
  png: 'PNG',
};
