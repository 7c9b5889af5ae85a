import { expect } from 'vitest';
import { tellInfected } from '../../partnership/infected-files/tell.ts';
import { readConfig } from '../config.ts';
import { eicar, pdf } from './check/samples.fixture.ts';
import { clamdProgram, startClamd } from './clamd.fixture.ts';
import { test as filesTest, openScanner } from './files.fixture.ts';
import { scanWaiting } from './jobs.ts';
import { scan } from './scanner.ts';

// `script/test` installs clamd, or says that it could not and so this was not tried.
const program = clamdProgram();
const test = program === undefined ? filesTest.skip : filesTest;

const withVirus = { name: 'invoice.txt', bytes: eicar };

async function* of(...pieces: readonly (string | Buffer)[]): AsyncGenerator<Buffer, void> {
  for (const piece of pieces) yield Buffer.from(piece);
}

test('clamd finds what it knows, lets the rest through, and takes no more than it was told', async () => {
  const clamd = await startClamd(program ?? '');
  const { scanner } = readConfig({ CLAMD_URL: clamd.url });
  expect(await scan(scanner, of('The school', ' was told'))).toEqual({ said: 'clean' });
  expect(await scan(scanner, of(eicar.slice(0, 20), eicar.slice(20)))).toMatchObject({
    said: 'found',
    name: expect.stringContaining('Concordat.Test') as string,
  });
  // clamd closes while we still send, and what it said may be lost on the way: then the file waits, and is shown to it again
  const tooLarge = () => of(...Array.from({ length: 80 }, () => Buffer.alloc(100_000, 'x')));
  await expect.poll(() => scan(scanner, tooLarge()), { timeout: 20_000 }).toEqual({ said: 'refused' });
  await clamd.stop();
  expect(await scan(scanner, of('The school was told'))).toEqual({ said: 'no-answer' });
});

test('a file with a virus is refused, and one that waited for a dead scanner is found out later', async ({
  openPapers,
  house,
}) => {
  const clamd = await startClamd(program ?? '');
  const papers = await openPapers(clamd.url);
  expect(await papers.send(withVirus)).toMatchObject({ status: 422, says: 'The selected file contains a virus' });
  expect(await papers.send({ name: 'invoice.pdf', bytes: pdf(`% ${eicar}`) })).toMatchObject({ refusal: 'infected' });
  const clean = await papers.send({ name: 'plan.pdf', bytes: pdf() });
  expect(clean).toMatchObject({ status: 200, state: 'clean' });
  const gone = await openScanner('');
  const away = await openPapers(gone.url);
  const late = await away.send(withVirus);
  expect(late).toMatchObject({ status: 200, state: 'waiting' });
  const { scanner } = readConfig({ CLAMD_URL: clamd.url });
  await scanWaiting({ ...away.jobs, config: { ...away.jobs.config, scanner } }, tellInfected);
  expect((await away.manager.get(`/dunmere/papers/${late.id}`)).statusCode).toBe(404);
  expect((await papers.manager.get(`/dunmere/papers/${clean.id}`)).rawPayload.equals(pdf())).toBe(true);
  const office = await house.data.as(await house.person(house.dunmere), ({ db }) =>
    db.selectFrom('task').select('kind').execute(),
  );
  expect(new Set(office.map(({ kind }) => kind))).toEqual(new Set(['infected-file']));
  gone.close();
  await clamd.stop();
});
