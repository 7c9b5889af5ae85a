import { existsSync } from 'node:fs';
import { type Command, UsageError } from '../command.ts';
import { readMasterKey } from '../sealed/master-key.ts';
import { headsFolder } from './heads.ts';
import { SealingKey, type SealVerifiers } from './seal.ts';
import { type TrailFindings, type TrailReport, verifyTrail } from './verify.ts';

/** `concordat trail verify` */
export const trailVerify: Command = {
  name: 'trail verify',
  summary: 'Recompute the seals of the trail, and name the first entry that does not match',
  options: [
    { flag: '--partnership <slug>', summary: 'only this partnership' },
    { flag: '--heads <file>', summary: 'compare with the heads in this file or folder (those in the data folder)' },
  ],
  needs: 'database',
  async run({ config, connections, data, json, print }, _args, options) {
    const slug = options['partnership'] === undefined ? undefined : String(options['partnership']);
    const heads = options['heads'] === undefined ? headsFolder(config) : String(options['heads']);
    if (options['heads'] !== undefined && !existsSync(heads))
      throw new UsageError(`There is no file or folder ${heads}`);
    const verifiers = verifiersOf(readMasterKey(config.keyFile, connections.embedded));
    const findings = await verifyTrail(data, verifiers, heads, slug);
    if (slug !== undefined && findings.partnerships.length === 0)
      throw new UsageError(`There is no partnership "${slug}" here`);
    print(json ? JSON.stringify(findings) : inWords(findings));
    return findings.sound ? 0 : 1;
  },
};

/** Keys that seals may be signed with: made from the master key, and from those before it that the key file still holds. */
export const verifiersOf = (master: { all: readonly { derive(purpose: string): Buffer }[] }): SealVerifiers =>
  new Map(
    master.all.map((key) => new SealingKey(key.derive('trail seal'))).map(({ id, publicKey }) => [id, publicKey]),
  );

function inWords({ partnerships, unfollowed }: TrailFindings): string {
  const lines = partnerships.map(
    (report) => `${report.slug}: ${report.fault ? report.fault.says : soundWords(report)}`,
  );
  for (const { slug, restored } of partnerships) {
    for (const { to, at } of restored) lines.push(`${slug}: a backup that ended at seal ${to} was restored on ${at}`);
  }
  if (unfollowed.length)
    lines.push(`Changes are not recorded in: ${unfollowed.join(', ')}. Somebody has switched the trail off there.`);
  if (lines.length === 0) lines.push('There is no partnership here yet.');
  return lines.join('\n');
}

function soundWords({ entries, seals, waiting, waitingSince }: TrailReport): string {
  const sealed = `${counted(entries, 'entry', 'entries')} in ${counted(seals, 'seal', 'seals')} match`;
  return waiting ? `${sealed}; ${waiting} since ${waitingSince?.toISOString()} wait to be sealed` : sealed;
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
