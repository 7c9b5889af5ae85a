import { expect } from 'vitest';
import { test as houseTest } from '../../test/harness/house.ts';
import { loadReferenceFacts } from '../app.ts';
import type { CommandContext, Options } from '../platform/command.ts';
import { UsageError } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import { serviceIn } from '../platform/jobs/partnerships.store.ts';
import { partnershipCommands } from './commands.ts';

const [create] = partnershipCommands;
const sound = {
  name: 'Millbrook Safeguarding Children Partnership',
  regime: 'england-2017-act-2026',
  area: ['E06000014'],
  managerEmail: 'jo.march@millbrook.example',
};

const test = houseTest.extend<{
  type: (options: Options, env?: Record<string, string>) => Promise<{ code: number; out: string; said: string }>;
}>({
  type: async ({ house }, use) => {
    await loadReferenceFacts({ ...house.connections, embedded: true, release: async () => {} }, () => {});
    await use(async (options, env = {}) => {
      const [out, said]: [string[], string[]] = [[], []];
      const context = {
        config: readConfig({ CONCORDAT_URL: 'https://concordat.example', ...env }),
        data: house.data,
        json: true,
        print: (text: string) => out.push(text),
        tell: (text: string) => said.push(text),
      };
      if (!create || create.needs !== 'database') throw new Error('the command is there and needs the database');
      const code = await create.run(context as unknown as CommandContext, [], options);
      return { code, out: out.join('\n'), said: said.join('\n') };
    });
  },
});

test.for([
  ['a regime that is none', { ...sound, regime: 'magna-carta' }, 'regime'],
  ['a council that does not exist', { ...sound, area: ['E06000014', 'E99999999'] }, 'E99999999'],
  ['an address that is none', { ...sound, managerEmail: 'jo' }, 'manager-email'],
  ['a mailbox that several people read', { ...sound, managerEmail: 'safeguarding@millbrook.example' }, 'mailbox'],
  ['a word of the program’s own', { ...sound, slug: 'today' }, 'slug'],
  ['the address of another partnership', { ...sound, slug: 'dunmere' }, 'dunmere'],
  ['no name to speak of', { ...sound, name: 'X' }, 'name'],
] as const)('a partnership with %s is refused, and nothing is made', async ([, options, words], { house, type }) => {
  await expect(type(options)).rejects.toThrow(UsageError);
  await expect(type(options)).rejects.toThrow(words);
  const slugs = await house.data.reference.selectFrom('partnership_slug').select('slug').orderBy('slug').execute();
  expect(slugs.map(({ slug }) => slug)).toEqual(['dunmere', 'elsewhere']);
});

test('without a mail server the invitation’s link is printed, once', async ({ type }) => {
  const { code, out } = await type(sound);
  const made = JSON.parse(out) as { slug: string; invitation: string };
  expect(code).toBe(0);
  expect(made.slug).toBe('millbrook');
  expect(made.invitation).toMatch(/^https:\/\/concordat\.example\/invitation\/\S{20,}$/);
});

test('with a mail server the link is in the letter alone', async ({ type }) => {
  const { out } = await type(sound, { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'concordat@example.org' });
  expect(JSON.parse(out)).toMatchObject({ invitation: null });
});

test('its first business manager has a seat there, and must show a second factor', async ({ house, type }) => {
  const { partnership } = JSON.parse((await type(sound)).out) as { partnership: string };
  const account = await house.data.reference
    .selectFrom('account')
    .select(['id', 'factor_required'])
    .where('email', '=', sound.managerEmail)
    .executeTakeFirstOrThrow();
  expect(account.factor_required).toBe(true);
  const roles = await house.data.enter(
    account.id,
    partnership,
    async () => ({ person: account.id }),
    ({ db }) => db.selectFrom('role_held').select('role').execute(),
  );
  expect(roles).toEqual([{ role: 'business-manager' }]);
});

test('its first business manager finds setting up at its first step, and among what is needed of them', async ({
  house,
  type,
}) => {
  const { partnership } = JSON.parse((await type(sound)).out) as { partnership: string };
  const kept = await house.data.as(serviceIn(partnership), async ({ db }) => ({
    at: await db.selectFrom('partnership').select('set_up_step').executeTakeFirstOrThrow(),
    task: await db.selectFrom('task').select('path').executeTakeFirstOrThrow(),
  }));
  expect(kept).toEqual({ at: { set_up_step: 'areas' }, task: { path: '/set-up' } });
});
