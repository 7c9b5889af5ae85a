import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { readSpreadsheet } from '../../platform/documents/spreadsheet.ts';
import { projectRoot } from '../../platform/project.ts';
import type { LocalAuthority, NamedArea, Places } from './places.ts';

type Line = (heading: string) => string;

/**
 * The places in `data/places`.
 *
 * @throws {Error} when a file is missing, or refers to a region, police area or council that is not there
 * @source data/README.md
 */
export async function readPlacesFiles(folder = join(projectRoot, 'data/places')): Promise<Places> {
  const regions = (await linesOf(folder, 'regions.csv')).map(toNamedArea);
  const policeAreas = (await linesOf(folder, 'police-areas.csv')).map(toNamedArea);
  const healthBoards = (await linesOf(folder, 'health-boards.csv')).map(toNamedArea);
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  const authorities = (await linesOf(folder, 'local-authorities.csv')).map((line) => toAuthority(line, regionNames));
  checkReferences({ regions, policeAreas, healthBoards, authorities });
  return { regions, policeAreas, healthBoards, authorities };
}

async function linesOf(folder: string, file: string): Promise<Line[]> {
  const [sheet] = await readSpreadsheet(await readFile(join(folder, file)));
  const [headings, ...rows] = sheet?.rows ?? [];
  const columns = new Map(headings?.cells.map((heading, column) => [String(heading), column]));
  return rows.map(({ cells }) => (heading) => {
    const column = columns.get(heading);
    if (column === undefined) throw new Error(`${file} has no column ${heading}`);
    return String(cells[column] ?? '');
  });
}

const toNamedArea = (line: Line): NamedArea => ({ code: line('code'), name: line('name') });
const listIn = (text: string): string[] => text.split(';').filter(Boolean);

function toAuthority(line: Line, regionNames: ReadonlyMap<string, string>): LocalAuthority {
  const endedOn = line('ended_on');
  return {
    code: line('code'),
    name: line('name'),
    dfeCode: line('dfe_code'),
    region: regionNames.get(line('region_code')) ?? '',
    kind: line('kind'),
    neighbours: listIn(line('neighbours')),
    otherNames: listIn(line('other_names')),
    otherCodes: listIn(line('other_codes')),
    successors: listIn(line('successors')),
    ...(line('police_area') && { policeArea: line('police_area') }),
    ...(endedOn && { endedOn: plainDate(endedOn) }),
  };
}

function checkReferences({ authorities, policeAreas }: Places): void {
  const known = new Set([...authorities, ...policeAreas].map(({ code }) => code));
  for (const { name, region, neighbours, successors, policeArea } of authorities) {
    const missing = [...neighbours, ...successors, ...(policeArea ? [policeArea] : [])].find(
      (code) => !known.has(code),
    );
    if (!region || missing)
      throw new Error(`data/places: ${name} refers to ${missing ?? 'a region'} that is not there`);
  }
}
