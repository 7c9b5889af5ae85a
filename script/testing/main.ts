// What `script/test` runs once the libraries are there.
import { inspect, parseArgs } from 'node:util';
import { keepTemporaryFilesInMemory } from '../../test/harness/memory.ts';
import { prepareMachine } from './machine.ts';
import { inWords, type Outcome, sum } from './outcome.ts';
import { type Step, steps } from './steps.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { thorough: { type: 'boolean' } } });
if (values.thorough) process.env['THOROUGH'] = '1';
keepTemporaryFilesInMemory();
process.env['NO_COLOR'] ??= process.stdout.isTTY ? '' : '1';

const isStep = (name: string) => steps.some((step) => step.name === name);
const files = positionals.filter((name) => !isStep(name));
const chosen = steps.filter(
  (step) => positionals.length === 0 || positionals.includes(step.name) || (files.length > 0 && step.hasFiles),
);
const machine = prepareMachine({
  browser: chosen.some((step) => step.name === 'journeys'),
  postgresql15: chosen.some((step) => step.name === 'postgresql-15'),
  clamd: chosen.some((step) => step.name === 'tests'),
});
const live = chosen.length === 1;
const surroundings = { inCi: process.env['CI'] === 'true', files, machine, live };

const outcomes = new Map<Step, { outcome: Outcome; line: string }>();
const inLane = (lane: Step['lane']) => chosen.filter((step) => step.lane === lane);
const inTurn = async (turns: readonly Step[]) => {
  for (const step of turns) outcomes.set(step, await timed(step));
};
await inTurn(inLane('before'));
// the whole proofs look at the clock closely: nothing may go on beside them
if (values.thorough) await inTurn(chosen.filter(({ lane }) => lane !== 'before'));
else await Promise.all([inTurn(inLane('tests')), inTurn(inLane('beside'))]);

const done = chosen.flatMap((step) => outcomes.get(step) ?? []);
const lines = done.map(({ line }) => line);
const all = sum(done.map(({ outcome }) => outcome));
const nothing = files.length > 0 && all.passed + all.failed === 0;
console.log(`\n${lines.join('\n')}`);
if (all.skipped.length) console.log(`\nNot run:\n${all.skipped.map((what) => `  ${what}`).join('\n')}`);
if (nothing) console.log(`\nNo step and no test file matches ${files.join(', ')}.`);
console.log(`\n${all.passed} passed, ${all.failed + (nothing ? 1 : 0)} failed`);
process.exitCode = all.failed || nothing ? 1 : 0;

async function timed(step: Step): Promise<{ outcome: Outcome; line: string }> {
  const title = `${step.name}: ${step.about}`;
  console.log(live ? `\n== ${title}` : `.. ${title}`);
  const shown: string[] = [];
  const start = performance.now();
  const outcome = await step.run({ ...surroundings, say: (text) => void shown.push(text) }).catch((error: unknown) => {
    shown.push(inspect(error));
    return { passed: 0, failed: 1, skipped: [] };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${outcome.failed ? 'FAILED' : 'ok    '}  ${step.name.padEnd(14)} ${seconds.padStart(6)} s  ${inWords(outcome)}`;
  const text = shown.join('').trim();
  if (text) console.log(`\n== ${title}\n${text}`);
  console.log(line);
  return { outcome, line };
}
