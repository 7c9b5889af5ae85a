// What `script/test` runs once the libraries are there.
import { parseArgs } from 'node:util';
import { prepareMachine } from './machine.ts';
import { inWords, type Outcome, sum } from './outcome.ts';
import { type Step, type Surroundings, steps } from './steps.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { thorough: { type: 'boolean' } } });
if (values.thorough) process.env['THOROUGH'] = '1';
process.env['NO_COLOR'] ??= process.stdout.isTTY ? '' : '1';

const isStep = (name: string) => steps.some((step) => step.name === name);
const files = positionals.filter((name) => !isStep(name));
const chosen = steps.filter(
  (step) => positionals.length === 0 || positionals.includes(step.name) || (files.length > 0 && step.hasFiles),
);
const machine = prepareMachine({
  browser: chosen.some((step) => step.name === 'journeys'),
  postgresql15: chosen.some((step) => step.name === 'postgresql-15'),
});
const surroundings: Surroundings = { inCi: process.env['CI'] === 'true', files, machine };

const lines: string[] = [];
const outcomes: Outcome[] = [];
for (const step of chosen) {
  const outcome = await timed(step);
  outcomes.push(outcome);
}
const all = sum(outcomes);
const nothing = files.length > 0 && all.passed + all.failed === 0;
console.log(`\n${lines.join('\n')}`);
if (all.skipped.length) console.log(`\nNot run:\n${all.skipped.map((what) => `  ${what}`).join('\n')}`);
if (nothing) console.log(`\nNo step and no test file matches ${files.join(', ')}.`);
console.log(`\n${all.passed} passed, ${all.failed + (nothing ? 1 : 0)} failed`);
process.exitCode = all.failed || nothing ? 1 : 0;

async function timed(step: Step): Promise<Outcome> {
  console.log(`\n== ${step.name}: ${step.about}`);
  const start = performance.now();
  const outcome = await step.run(surroundings).catch((error: unknown) => {
    console.log(error);
    return { passed: 0, failed: 1, skipped: [] };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  lines.push(
    `${outcome.failed ? 'FAILED' : 'ok    '}  ${step.name.padEnd(14)} ${seconds.padStart(6)} s  ${inWords(outcome)}`,
  );
  return outcome;
}
