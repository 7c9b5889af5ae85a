import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMailServer } from './mail-server.fixture.ts';
import { readAddress, type Transport, toMessage } from './message.ts';
import { smtpTransport, wayTo } from './smtp.ts';

describe('an address', () => {
  test.each(['jo@agency.example', ' Jo.Brown+board@council.gov.uk ', "o'neill@nhs.net", 'x@a-b.co'])(
    '%j is one',
    (text) => {
      expect(readAddress(text)).toBe(text.trim().toLowerCase());
    },
  );
  test.each(
    [
      '',
      'jo',
      '@agency.example',
      'jo@',
      'jo@localhost',
      'jo@@agency.example',
      'a@agency.example,b@agency.example',
      'Jo <jo@agency.example>',
      'jo@agency.example\r\nBcc: all@agency.example',
      'jo@agency.example\n',
      'jo brown@agency.example',
      '"jo"@agency.example',
      'jo(x)@agency.example',
      'jo@agency.example;b@x.example',
      '.jo@agency.example',
      'jo@-agency.example',
      'jo@agency..example',
      'jö@agency.example',
      `${'j'.repeat(65)}@agency.example`,
    ].filter((text) => text.trim() === text || text === ''),
  )('%j is not', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});

test('away from this machine mail travels encrypted or not at all', () => {
  expect(wayTo('smtp://mail.example.org')).toMatchObject({ port: 587, secure: false, requireTLS: true });
  expect(wayTo('smtps://user:p%40ss@mail.example.org')).toMatchObject({
    port: 465,
    secure: true,
    auth: { user: 'user', pass: 'p@ss' },
  });
  expect(wayTo('smtp://localhost:25')).toMatchObject({ port: 25, requireTLS: false });
});

describe('whatever a letter is made from', () => {
  let server: Awaited<ReturnType<typeof openMailServer>>;
  let transport: Transport;
  beforeAll(async () => {
    server = await openMailServer();
    transport = smtpTransport(server.url, 'Concordat <no-reply@concordat.example>', 5);
  });
  afterAll(async () => {
    transport.close();
    await server.close();
  });

  const nasty = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\u2028',
    '\u0000',
    'Bcc: all@agency.example',
    'Cc: b@x.example',
    '\r\n.\r\n',
    '<',
    '>',
    ',',
    ';',
    '"',
    '@',
    'RCPT TO:<b@x.example>',
    ' ',
  );
  const words = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 })), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  const mailbox = fc.oneof(
    words,
    fc.tuple(words, words).map(([a, b]) => `${a}@${b}`),
    fc.emailAddress(),
    fc.tuple(fc.emailAddress(), words).map(([a, b]) => `${a}${b}`),
  );

  test('it goes to one address and begins no header of its own', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(mailbox, words, fc.array(words, { maxLength: 3 }), async (to, subject, paragraphs) => {
        const address = readAddress(to);
        if (address === undefined) return;
        tried += 1;
        await transport.send(toMessage('0198-id', address, { subject, paragraphs }), 0);
        const [mail, ...more] = server.received.splice(0);
        expect(more).toEqual([]);
        expect(mail?.envelope).toEqual([address]);
        expect(mail?.to).toEqual([address]);
        expect(mail?.headers.filter((name) => !expected.has(name))).toEqual([]);
        expect(new Set(mail?.headers).size).toBe(mail?.headers.length);
        expect(mail?.attachments).toBe(0);
      }),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(50);
  });
  const expected = new Set([
    'from',
    'to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
    'content-transfer-encoding',
    'auto-submitted',
    'x-auto-response-suppress',
  ]);
});
