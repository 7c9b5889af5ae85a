import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { startProgram } from '../../bench/program.ts';
import { addressOf } from '../../bench/world.ts';
import { addAgency } from '../../src/partnership/agencies/agency.store.ts';
import { dayFields } from '../../src/partnership/people/people.fixture.ts';
import { chanceFrom } from '../../src/platform/chance.ts';
import { openSession } from '../../src/platform/identity/session.store.ts';
import { sessionCookie } from '../../src/platform/identity/session.ts';
import { test } from '../harness/house.ts';
import { formOn } from '../harness/pages.ts';
import { thorough } from '../isolation/sample.ts';

/** How often the program is killed: at 50 points where proofs are to be whole. */
const kills = thorough ? 50 : 2;

interface Office {
  cookie: string;
  agency: string;
}

/** Raises actions one after the other until the program is gone. @returns the titles that were acknowledged */
async function promiseUntilGone(origin: string, { cookie, agency }: Office, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const path = `${origin}/dunmere/actions/raise`;
  for (let nth = 1; ; nth += 1) {
    try {
      const form = await fetch(path, { headers: { cookie } });
      const cookies = [cookie, ...form.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ');
      const title = `Promise ${round}.${nth}`;
      const fields = {
        ...formOn(await form.text()),
        title,
        leadAgency: agency,
        priority: 'low',
        sourceKind: 'meeting',
        ...dayFields('dueOn', '2190-06-01'),
      };
      const body = new URLSearchParams(fields);
      const answer = await fetch(path, { method: 'POST', headers: { cookie: cookies }, body, redirect: 'manual' });
      if (answer.status !== 303) throw new Error(`not acknowledged: ${answer.status}`);
      acknowledged.push(title);
    } catch (error) {
      if (error instanceof TypeError) return acknowledged; // the connection is gone
      throw error;
    }
  }
}

test('nothing that was acknowledged is lost, and no number is given twice, when the program is killed', async ({
  house,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-killed-'));
  writeFileSync(join(folder, 'master.key'), randomBytes(32).toString('base64'));
  const environment = {
    CONCORDAT_DATA: folder,
    CONCORDAT_KEY_FILE: join(folder, 'master.key'),
    DATABASE_URL: addressOf(house.connections.app),
    DATABASE_OWNER_URL: addressOf(house.connections.owner),
  };
  try {
    const who = await house.person(house.dunmere, 'business-manager');
    const agency = await house.data.as(who, (scope) => addAgency(scope, { name: 'Dunmere Police', kind: 'police' }));
    const token = await house.data.asAccount(who.account, (identity) =>
      openSession(identity, who.account, 'passkey', 'A test'),
    );
    const chance = chanceFrom('killed while promising');
    const acknowledged: string[] = [];
    for (let round = 1; round <= kills; round += 1) {
      const program = await startProgram({
        arguments: ['dist/main.js', 'serve', '--no-jobs'],
        environment,
        log: join(folder, 'log'),
      });
      const promising = promiseUntilGone(program.origin, { cookie: `${sessionCookie}=${token}`, agency }, round);
      await wait(400 + chance() * 600);
      program.process.kill('SIGKILL');
      acknowledged.push(...(await promising));
    }
    const kept = await house.data.as(who, ({ db, partnership }) =>
      db.selectFrom('action').select(['title', 'number']).where('partnership_id', '=', partnership).execute(),
    );
    expect(acknowledged.length).toBeGreaterThan(kills);
    expect(acknowledged.filter((title) => !kept.some((action) => action.title === title))).toEqual([]);
    expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
