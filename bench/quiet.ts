import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** How much of all processors is used, from 0 to 1, over the next so many milliseconds. */
async function useOfMachine(milliseconds: number): Promise<number> {
  const before = spent();
  await wait(milliseconds);
  const after = spent();
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
}

function spent() {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (of: (time: (typeof times)[number]) => number) => times.reduce((total, time) => total + of(time), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ idle, irq, nice, sys, user }) => idle + irq + nice + sys + user),
  };
}

/** Less than this of all processors is not worth waiting for. */
const little = 0.15;
/** Milliseconds to look, each time. */
const step = 200;

/** Lets turns begin when nobody else is busy on the machine, as far as patience goes. */
export class Quiet {
  #patience: number;
  readonly #useOver: (milliseconds: number) => Promise<number>;
  /** How many turns there were, and how many of them began on a quiet machine. */
  turns = 0;
  quiet = 0;

  /** @param patience seconds to wait in all */
  constructor(patience: number, useOver = useOfMachine) {
    this.#patience = patience * 1000;
    this.#useOver = useOver;
  }

  /** Resolves when the machine is quiet or patience has run out. Nothing of ours may be busy meanwhile. */
  async wait(): Promise<void> {
    this.turns += 1;
    while ((await this.#useOver(step)) > little) {
      if (this.#patience <= 0) return;
      this.#patience -= step;
    }
    this.quiet += 1;
  }
}
