import { createTransport } from 'nodemailer';
import { AddressRefused, type Message, type Transport } from './message.ts';

/**
 * A mail server reached by SMTP. Away from this machine the connection is encrypted, or there is none.
 *
 * @param url `smtp://user:password@host:587` or `smtps://…:465`
 * @param from the sender: `Concordat <no-reply@concordat.example.org>`
 */
export function smtpTransport(url: string, from: string, waitSeconds = 30): Transport {
  const mailer = createTransport({
    ...wayTo(url),
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    connectionTimeout: waitSeconds * 1000,
    greetingTimeout: waitSeconds * 1000,
    socketTimeout: waitSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send(message) {
      try {
        await mailer.sendMail(envelopeOf(message, from, domain));
      } catch (error) {
        throw isRefusal(error) ? new AddressRefused(String(error.responseCode)) : error;
      }
    },
    close: () => mailer.close(),
  };
}

/** How to reach the server that `url` names: encrypted from the first byte, or from before anything is said. */
export function wayTo(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  };
}

const isHere = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

const envelopeOf = ({ id, to, subject, text }: Message, from: string, domain: string) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${id}@${domain}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
});

/** A reply of the 500s to the recipient: no such mailbox. To anything else (sign-in, sender, content) it says nothing about the address. */
function isRefusal(error: unknown): error is { responseCode: number } {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && command === 'RCPT TO';
}
