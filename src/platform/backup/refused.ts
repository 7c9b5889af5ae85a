/** Why a backup is not restored, or not made. */
export type BackupRefusal =
  | 'not-a-backup'
  | 'cut-short'
  | 'altered'
  | 'wrong-key'
  | 'newer-version'
  | 'changed-version'
  | 'not-empty'
  | 'in-use'
  | 'cannot-read-all';

/** A backup that is refused, and by what name; the message says what to do. */
export class BackupRefused extends Error {
  readonly because: BackupRefusal;

  constructor(because: BackupRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.because = because;
  }
}
