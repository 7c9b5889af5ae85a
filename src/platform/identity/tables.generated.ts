// Generated from the migrated schema by `npm run types`. Do not edit.
import type { Generated } from 'kysely';

export interface AccountTable {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  factor_required: Generated<boolean>;
  made_at: Generated<Date>;
  closed_at: Date | null;
}

export interface AccountEventTable {
  account_id: string;
  id: string;
  what: 'signed-in' | 'password-set' | 'password-changed' | 'email-changed' | 'factor-added' | 'factor-removed' | 'factors-reset' | 'sign-on-linked' | 'sign-on-unlinked' | 'sessions-ended';
  device: string;
  at: Date;
}

export interface AuthenticatorTable {
  account_id: string;
  id: string;
  seed_sealed: Buffer;
  last_step: number;
  device: string;
  made_at: Date;
}

export interface EmailChangeTable {
  account_id: string;
  new_email: string;
  made_at: Date;
  expires_at: Date;
  old_confirmed_at: Date | null;
  new_confirmed_at: Date | null;
}

export interface FactorResetTable {
  id: string;
  account_id: string;
  asked_by: string;
  asked_at: Date;
}

export interface FactorResetAgreedTable {
  factor_reset_id: string;
  agreed_by: string;
  agreed_at: Date;
}

export interface KnownDeviceTable {
  account_id: string;
  token_hash: Buffer;
  id: string;
  device: string;
  trusted: Generated<boolean>;
  made_at: Date;
  seen_at: Date;
}

export interface LinkTokenTable {
  token_hash: Buffer;
  purpose: 'invitation' | 'reset' | 'email-old' | 'email-new';
  account_id: string;
  made_at: Date;
  expires_at: Date;
}

export interface PasskeyTable {
  account_id: string;
  id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  device: string;
  made_at: Date;
}

export interface PrintedCodeTable {
  account_id: string;
  code_hash: Buffer;
  made_at: Date;
  used_at: Date | null;
}

export interface SessionTable {
  token_hash: Buffer;
  id: string;
  account_id: string;
  factor: 'passkey' | 'authenticator' | 'printed-code' | 'single-sign-on' | 'example' | null;
  made_at: Generated<Date>;
  seen_at: Generated<Date>;
  proved_at: Generated<Date>;
  ends_at: Date;
  device: string;
  awaits_factor: Generated<boolean>;
  passkey_challenge: string | null;
  challenged_at: Date | null;
  rested_at: Date | null;
  last_slug: string | null;
}

export interface SignOnAttemptTable {
  token_hash: Buffer;
  purpose: 'sign-in' | 'invitation' | 'link' | 'prove';
  account_id: string | null;
  invitation_hash: Buffer | null;
  goes_to: string;
  made_at: Date;
}

export interface SignOnIdentityTable {
  issuer: string;
  subject: string;
  account_id: string;
  made_at: Date;
}

export interface ThrottleTable {
  subject: Buffer;
  tries: number;
  last_at: Date;
  free_at: Date;
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    account: AccountTable;
    account_event: AccountEventTable;
    authenticator: AuthenticatorTable;
    email_change: EmailChangeTable;
    factor_reset: FactorResetTable;
    factor_reset_agreed: FactorResetAgreedTable;
    known_device: KnownDeviceTable;
    link_token: LinkTokenTable;
    passkey: PasskeyTable;
    printed_code: PrintedCodeTable;
    session: SessionTable;
    sign_on_attempt: SignOnAttemptTable;
    sign_on_identity: SignOnIdentityTable;
    throttle: ThrottleTable;
  }
}
