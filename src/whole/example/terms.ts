import { sectors } from '../../partnership/agencies/kinds.ts';
import type { ExampleGroup } from './described.ts';

/** The words of a group's terms of reference. */
export function termsInWords({ name, purpose, decides, sendsUp, quorum, meets, parent }: ExampleGroup): string {
  const needs = Object.entries(quorum?.needs ?? {}).map(
    ([sector, count]) => `${count} from ${sectors[sector as keyof typeof sectors].toLowerCase()}`,
  );
  const quorate = [...(quorum?.members === undefined ? [] : [`${quorum.members} members`]), ...needs];
  return [
    `${name}: ${purpose}`,
    ...(decides === undefined ? [] : [`It decides: ${decides}`]),
    ...(sendsUp === undefined ? [] : [`It sends up: ${sendsUp}`]),
    ...(parent === undefined ? [] : [`It reports to: ${parent}.`]),
    ...(quorate.length ? [`A meeting is quorate with ${quorate.join(', ')}.`] : []),
    `It meets ${meets} times a year. Members send a deputy where they cannot come, and read the papers before they do.`,
    'These terms are looked at once a year.',
  ].join('\n\n');
}
