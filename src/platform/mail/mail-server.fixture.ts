import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A message as its reader's mail program sees it. */
export interface Received {
  /** The recipients said on the way, which no header needs to name. */
  envelope: string[];
  to: string[];
  cc: unknown;
  bcc: unknown;
  subject: string;
  text: string;
  html: string | false | undefined;
  messageId: string;
  attachments: number;
  /** Names of all headers, in lower case. */
  headers: string[];
}

/** How the server treats the next message: takes it, or what real servers also do. */
export type Manners = 'takes' | 'no-such-mailbox' | 'busy' | 'silent-after-data' | 'drops-after-data';

/** A mail server on a socket of its own. */
export async function openMailServer() {
  const received: Received[] = [];
  const manners: { next: Manners[] } = { next: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      const manner = manners.next[0];
      if (manner === 'no-such-mailbox' || manner === 'busy') manners.next.shift();
      if (manner === 'no-such-mailbox') callback(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      else if (manner === 'busy') callback(Object.assign(new Error('try later'), { responseCode: 451 }));
      else callback();
    },
    onData: (stream, session, callback) => void take(stream, session, callback),
  });
  async function take(stream: SMTPServerDataStream, session: SMTPServerSession, accept: () => void): Promise<void> {
    const envelope = session.envelope.rcptTo.map(({ address }) => address);
    received.push(await read(await text(stream), envelope));
    const manner = manners.next.shift();
    if (manner === 'silent-after-data') return;
    if (manner === 'drops-after-data')
      server.connections.forEach((connection) => (connection as { close(): void }).close());
    else accept();
  }
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    manners,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

async function read(raw: string, envelope: string[]): Promise<Received> {
  const mail = await simpleParser(raw);
  const people = [mail.to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address ?? ''));
  return {
    envelope,
    to: people,
    cc: mail.cc,
    bcc: mail.bcc,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html,
    messageId: mail.messageId ?? '',
    attachments: mail.attachments.length,
    headers: mail.headerLines.map(({ key }) => key),
  };
}

/** Something that answers like GOV.UK Notify, on a socket of its own. */
export async function openNotify() {
  const sent: {
    email_address: string;
    reference: string;
    personalisation: { subject: string; body: string };
    template_id: string;
  }[] = [];
  const answers: { next: { status: number; message: string }[]; loseNext: boolean } = { next: [], loseNext: false };
  const failed: { email_address: string; created_at: string }[] = [];
  const server: Server = createServer((request, response) => {
    void respond(request, response);
  });
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await answer(request);
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const url = new URL(request.url ?? '/', 'http://notify.test');
    if (request.method === 'GET') {
      const reference = url.searchParams.get('reference');
      const notifications = reference ? sent.filter((one) => one.reference === reference) : failed;
      return { status: 200, body: { notifications, links: {} } };
    }
    const told = JSON.parse(await text(request)) as (typeof sent)[number];
    const refusal = answers.next.shift();
    if (refusal)
      return {
        status: refusal.status,
        body: { status_code: refusal.status, errors: [{ error: 'Error', message: refusal.message }] },
      };
    sent.push(told);
    if (answers.loseNext) {
      answers.loseNext = false;
      return { status: 0, body: undefined };
    }
    return { status: 201, body: { id: 'a', reference: told.reference } };
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      url: `http://127.0.0.1:${port}`,
      serviceId: '11111111-1111-4111-8111-111111111111',
      key: '22222222-2222-4222-8222-222222222222',
      templateId: '33333333-3333-4333-8333-333333333333',
    },
    sent,
    answers,
    failed,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
