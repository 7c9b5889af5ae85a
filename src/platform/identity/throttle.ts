/** Tries so far. */
export interface Tries {
  count: number;
  lastAt: Date;
  /** No further try before this. */
  freeAt: Date;
}

/** How many tries cost nothing, and how long the waits grow after that. In seconds. */
export interface Patience {
  free: number;
  firstWait: number;
  longestWait: number;
  /** Without a try for so long, all is forgotten. */
  forgetAfter: number;
}

export type Turn = { allowed: true; tries: Tries } | { allowed: false; freeAt: Date };

/** Whether another try may be made now; each beyond the free ones doubles the wait before the next. */
export function takeTurn(before: Tries | undefined, patience: Patience, now: Date): Turn {
  const forgotten = !before || now.getTime() - before.lastAt.getTime() > patience.forgetAfter * 1000;
  if (!forgotten && before.freeAt > now) return { allowed: false, freeAt: before.freeAt };
  const count = forgotten ? 1 : before.count + 1;
  const freeAt = new Date(now.getTime() + waitAfter(count, patience) * 1000);
  return { allowed: true, tries: { count, lastAt: now, freeAt } };
}

/** Seconds to wait after the `count`th try. */
const waitAfter = (count: number, { free, firstWait, longestWait }: Patience): number =>
  count < free ? 0 : Math.min(firstWait * 2 ** (count - free), longestWait);

/**
 * Who is slowed down by whose wrong guesses. A stranger's guesses slow down that stranger's address alone; a browser from which the owner
 * has signed in before has a count of its own, so nobody can lock them out of it.
 */
export const patience = {
  /** One account from one address, on a browser we do not know. */
  stranger: { free: 5, firstWait: 30, longestWait: 900, forgetAfter: 86_400 },
  /** One account on a browser it has used before. */
  knownDevice: { free: 10, firstWait: 15, longestWait: 60, forgetAfter: 3600 },
  /** All accounts from one address: a whole office may share it. */
  address: { free: 60, firstWait: 30, longestWait: 900, forgetAfter: 3600 },
  /** Codes for one account, after the right password, wherever from: nobody but the owner should come so far. */
  codes: { free: 30, firstWait: 60, longestWait: 3600, forgetAfter: 86_400 },
  /** Letters asked for from one address. */
  letters: { free: 10, firstWait: 60, longestWait: 3600, forgetAfter: 3600 },
} as const satisfies Record<string, Patience>;

/** The part of an address that stands for one subscriber: all of IPv4, the first half of IPv6. */
export function subscriberOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const gap = ip.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** "in 30 seconds", "in 4 minutes". */
export function inAWhile(until: Date, now: Date): string {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  if (seconds <= 60) return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}
