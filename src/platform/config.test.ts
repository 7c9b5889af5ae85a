import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test.each([
  ['a port that is no port', { PORT: 'http' }, 'PORT'],
  ['a port beyond the last', { PORT: '70000' }, 'PORT'],
  ['an address that is none', { CONCORDAT_URL: 'concordat' }, 'CONCORDAT_URL'],
  ['an address that is no web address', { CONCORDAT_URL: 'javascript:alert(1)' }, 'CONCORDAT_URL'],
  ['a mail server without a sender', { SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
  ['GOV.UK Notify without its service', { NOTIFY_API_KEY: 'key' }, 'NOTIFY_SERVICE_ID'],
  ['single sign-on without a client', { OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID'],
])('%s is refused by the name of its variable', (_, env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(name);
});

test('with nothing said it serves this machine alone, with the embedded database and the example', () => {
  expect(readConfig({ HOME: '/home/somebody' })).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    url: 'http://localhost:3000',
    example: true,
    mail: { by: 'none' },
    databaseUrl: undefined,
  });
});

test('the data folder follows XDG_DATA_HOME, and CONCORDAT_DATA before it', () => {
  expect(readConfig({ XDG_DATA_HOME: '/srv/data' }).dataFolder).toBe('/srv/data/concordat');
  expect(readConfig({ XDG_DATA_HOME: '/srv/data', CONCORDAT_DATA: '/srv/here' })).toMatchObject({
    dataFolder: '/srv/here',
    keyFile: '/srv/here/master.key',
  });
});

test('the address people use has no path and no slash at its end', () => {
  expect(readConfig({ CONCORDAT_URL: 'https://concordat.example.org/' }).url).toBe('https://concordat.example.org');
});
