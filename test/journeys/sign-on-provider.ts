// An OpenID Connect provider in a process of its own: `node sign-on-provider.ts PORT RETURN_ADDRESS`. Whoever types a name is
// signed in by that name; ticking the box means that they showed a second factor there.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

const [port = '', returnAddress = ''] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'concordat', client_secret: 'a-secret-of-the-test', redirect_uris: [returnAddress] }],
  findAccount: (_context, subject) => ({
    accountId: subject,
    // The same address whoever it is: an address alone must never open an account.
    claims: () => ({ sub: subject, email: 'priya.shah@council.example', email_verified: true }),
  }),
  claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['a key of the test'] },
  pkce: { required: () => true },
  // Consent is the organisation's, given once for all.
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({
      ...(oidc.client ? { clientId: oidc.client.clientId } : {}),
      ...(oidc.session?.accountId ? { accountId: oidc.session.accountId } : {}),
    });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

/** Told to by the test, it hangs up on whoever brings a code. */
let hangsUp = false;
process.on('message', (told) => {
  hangsUp = told === 'hang up';
});

const answer = provider.callback();
const server = createServer((request, response) => {
  if (hangsUp && request.url?.startsWith('/token')) request.socket.destroy();
  else if (request.url?.startsWith('/interaction/')) void interact(request, response);
  else void answer(request, response);
});
server.listen(Number(port), 'localhost', () => process.send?.('ready'));

async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><html lang="en"><title>Dunmere Council</title>
      <h1>Dunmere Council</h1><form method="post"><label>Name <input name="name"></label>
      <label><input type="checkbox" name="factor" value="yes"> I showed my card</label>
      <button name="answer" value="yes">Sign in</button> <button name="answer" value="no">No</button></form></html>`);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const amr = form.get('factor') === 'yes' ? ['pwd', 'mfa'] : ['pwd'];
  const result =
    form.get('answer') === 'no'
      ? { error: 'access_denied', error_description: 'They said no' }
      : { login: { accountId: form.get('name') ?? '', amr } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
