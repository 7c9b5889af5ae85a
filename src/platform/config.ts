import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the surroundings of the process decide; read once, at the start. `docs/operations/configuration.md` explains each. */
export interface Config {
  port: number;
  host: string;
  /** The address people use, without a slash at the end. */
  url: string;
  /** Proxies whose forwarding headers are believed; empty means none. */
  proxies: string[];
  dataFolder: string;
  keyFile: string;
  example: boolean;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  databaseBackupUrl: string | undefined;
  /** Where to report a weakness: an address or a `mailto:`. */
  securityContact: string;
  mail: MailConfig;
  scanner: ScannerConfig;
  signOn: SignOnConfig | undefined;
}

export type MailConfig =
  | { by: 'none' }
  | { by: 'smtp'; url: string; from: string }
  | { by: 'notify'; url: string; serviceId: string; key: string; templateId: string };

/**
 * What looks for viruses in the files that people send in. `missing` is not `none`: files wait until somebody has decided.
 */
export type ScannerConfig =
  | { by: 'none' }
  | { by: 'missing' }
  | { by: 'clamd'; at: { host: string; port: number } | { path: string } };

/** One OpenID Connect provider for the deployment. */
export interface SignOnConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says: "Sign in with {name}". */
  name: string;
  /** Values of `acr` or `amr` that prove a second factor at the provider. */
  factorClaims: string[];
}

/** Something in the surroundings cannot be used; the message says which variable and what to do. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration in `env`.
 *
 * @throws {ConfigError} naming the variable that cannot be used
 */
export function readConfig(env: Environment): Config {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError('PORT must be a number from 0 to 65535');
  const host = env['HOST'] || '127.0.0.1';
  const dataFolder = resolve(
    env['CONCORDAT_DATA'] || join(env['XDG_DATA_HOME'] || join(homedir(), '.local/share'), 'concordat'),
  );
  return {
    port,
    host,
    url: readUrl(env['CONCORDAT_URL'] || `http://localhost:${port}`),
    proxies: (env['CONCORDAT_PROXY'] ?? '')
      .split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    dataFolder,
    keyFile: resolve(env['CONCORDAT_KEY_FILE'] || join(dataFolder, 'master.key')),
    example: env['CONCORDAT_EXAMPLE'] !== 'no',
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || undefined,
    databaseBackupUrl: env['DATABASE_BACKUP_URL'] || undefined,
    securityContact: env['SECURITY_CONTACT'] || 'https://github.com/concordat/concordat/security',
    mail: readMail(env),
    scanner: readScanner(env),
    signOn: readSignOn(env),
  };
}

function readUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ConfigError('CONCORDAT_URL must be an address such as https://concordat.example.org');
  return url.origin;
}

function readMail(env: Environment): MailConfig {
  const smtp = env['SMTP_URL'];
  if (smtp) return { by: 'smtp', url: smtp, from: required(env, 'MAIL_FROM', 'SMTP_URL') };
  const key = env['NOTIFY_API_KEY'];
  if (!key) return { by: 'none' };
  return {
    by: 'notify',
    key,
    url: env['NOTIFY_URL'] || 'https://api.notifications.service.gov.uk',
    serviceId: required(env, 'NOTIFY_SERVICE_ID', 'NOTIFY_API_KEY'),
    templateId: required(env, 'NOTIFY_TEMPLATE_ID', 'NOTIFY_API_KEY'),
  };
}

/** An embedded database is a trial on one machine: there no scanner is asked for. */
function readScanner(env: Environment): ScannerConfig {
  const said = env['CLAMD_URL'] || (env['DATABASE_URL'] ? undefined : 'none');
  if (said === undefined) return { by: 'missing' };
  if (said === 'none') return { by: 'none' };
  const url = URL.parse(said);
  if (url?.protocol === 'unix:' && url.host === '' && url.pathname.length > 1)
    return { by: 'clamd', at: { path: decodeURIComponent(url.pathname) } };
  if (url?.protocol === 'tcp:' && url.hostname && url.port)
    return { by: 'clamd', at: { host: url.hostname.replaceAll(/^\[|\]$/g, ''), port: Number(url.port) } };
  throw new ConfigError(
    'CLAMD_URL must be an address such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl, or none',
  );
}

function readSignOn(env: Environment): SignOnConfig | undefined {
  const issuer = env['OIDC_ISSUER'];
  if (!issuer) return undefined;
  return {
    issuer,
    clientId: required(env, 'OIDC_CLIENT_ID', 'OIDC_ISSUER'),
    clientSecret: required(env, 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
    name: env['OIDC_NAME'] || 'your organisation',
    factorClaims: (env['OIDC_FACTOR_CLAIMS'] ?? 'mfa')
      .split(',')
      .map((claim) => claim.trim())
      .filter(Boolean),
  };
}

function required(env: Environment, name: string, because: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is needed because ${because} is set`);
  return value;
}
