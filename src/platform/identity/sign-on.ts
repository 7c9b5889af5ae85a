import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import type { SignOnConfig } from '../config.ts';
import type { SignOnIdentity } from './sign-on.store.ts';

/** The organisation's sign-on gave no answer, or none that can be used; the rest of Concordat works. */
export class SignOnUnavailable extends Error {}

/** The answer is not one to what this browser asked, or the organisation said no. */
export class SignOnRefused extends Error {}

/** Who came back, and whether the organisation asked them for a second factor. */
export interface SignedOn {
  identity: SignOnIdentity;
  factor: boolean;
}

/** Where the organisation sends people back to. */
export const returnPath = '/sign-on/return';
const patienceSeconds = 8;

/** One OpenID Connect provider: authorisation code with PKCE, state and nonce. */
export class SignOnProvider {
  readonly #config: SignOnConfig;
  readonly #url: string;
  #found: Promise<oidc.Configuration> | undefined;

  /** @param url the address people use for this server */
  constructor(config: SignOnConfig, url: string) {
    this.#config = config;
    this.#url = url;
  }

  /**
   * The address to send a browser to.
   *
   * @param token of the browser's cookie: state, nonce and verifier are made from it, so none of them is kept
   * @param again whether they must sign in there anew, even if they have just done so
   * @throws {SignOnUnavailable}
   */
  async address(token: string, again: boolean): Promise<URL> {
    const configuration = await this.#discover();
    const { state, nonce, verifier } = secretsOf(token);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.#url}${returnPath}`,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: '0' } : {}),
    });
  }

  /**
   * Reads the organisation's answer.
   *
   * @param path of the request it came in, with its query
   * @throws {SignOnRefused | SignOnUnavailable}
   */
  async read(path: string, token: string, again: boolean): Promise<SignedOn> {
    const configuration = await this.#discover();
    const { state, nonce, verifier } = secretsOf(token);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(path, this.#url), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        ...(again ? { maxAge: 60 } : {}),
      });
      const claims = tokens.claims();
      if (!claims) throw new SignOnRefused('no identity in the answer');
      return { identity: { issuer: claims.iss, subject: claims.sub }, factor: this.#showsFactor(claims) };
    } catch (error) {
      throw isSilence(error)
        ? new SignOnUnavailable('no answer', { cause: error })
        : new SignOnRefused('refused', { cause: error });
    }
  }

  /** Whether `acr`, `amr` or Microsoft's `acrs` holds one of the values that mean a second factor there. */
  #showsFactor({ acr, amr, acrs }: Readonly<Record<string, unknown>>): boolean {
    const said = [acr, amr, acrs].flat().filter((value) => typeof value === 'string');
    return said.some((value) => this.#config.factorClaims.includes(value));
  }

  /** Found once and kept; a failure is not kept. */
  async #discover(): Promise<oidc.Configuration> {
    this.#found ??= this.#ask();
    try {
      return await this.#found;
    } catch (error) {
      this.#found = undefined;
      throw new SignOnUnavailable('not found', { cause: error });
    }
  }

  #ask(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#config;
    const url = new URL(issuer);
    const here = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    return oidc.discovery(url, clientId, clientSecret, undefined, {
      timeout: patienceSeconds,
      // marked as deprecated so that it is seen in review: for a provider on this machine alone
      ...(here ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  }
}

/** One secret in the browser gives three that nobody can work back from. */
function secretsOf(token: string): { state: string; nonce: string; verifier: string } {
  const from = (purpose: string) => createHash('sha256').update(`${purpose} ${token}`).digest('base64url');
  return { state: from('state'), nonce: from('nonce'), verifier: from('verifier') };
}

/** No connection, no answer in time, or a server error: the organisation's trouble and not the person's. */
function isSilence(error: unknown): boolean {
  const { code, status, name } = error as { code?: unknown; status?: unknown; name?: unknown };
  if (typeof status === 'number' && status >= 500) return true;
  if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError' || name === 'AbortError') return true;
  return error instanceof TypeError && /fetch failed/.test(error.message);
}
