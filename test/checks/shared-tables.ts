/**
 * The tables that belong to no partnership: who signs in, and facts that are the same for everyone. Every other table begins
 * with `partnership_id`. On a distributed database these are the reference tables.
 */
export const sharedTables: readonly string[] = [
  // the program itself
  'migration',
  // identity
  'account',
  'account_event',
  'authenticator',
  'digest',
  'email_change',
  'factor_reset',
  'factor_reset_agreed',
  'known_device',
  'link_token',
  'passkey',
  'printed_code',
  'session',
  'sign_on_attempt',
  'sign_on_identity',
  'throttle',
  // messages to an account, and what a form led to
  'example_mail',
  'form_use',
  'mail_ended',
  'outbox',
  'refused_address',
  // what an address or a name means in every partnership
  'organisation',
  'partnership_slug',
  // England's places and judgements
  'board_review',
  'health_board',
  'inspection',
  'inspection_judgement',
  'local_authority',
  'police_area',
  'reference_set',
  'region',
  'safeguarding_board',
  'safeguarding_board_area',
];
