import type { Scope } from '../platform/database/database.ts';
import { exampleActions } from './actions/example.ts';
import { exampleOfChallenges } from './challenges/example.ts';
import { exampleOfChivvying } from './chivvying/example.ts';
import { exampleOfDisagreements } from './disagreements/example.ts';
import { exampleOfRisks } from './risks/example.ts';

/** An example partnership, as each part of it is told. */
export interface ExamplePlace {
  slug: string;
  /** Its people by the name of their account in the example. */
  people: ReadonlyMap<string, string>;
}

/** What an example partnership has promised: the same every time. `scope` is the service's; entries are the office's. */
export async function ledgerExample(scope: Scope, place: ExamplePlace): Promise<void> {
  const office = place.people.get('business-manager') ?? [...place.people.values()][0] ?? scope.person;
  const asOffice = { ...scope, person: office };
  await exampleActions(asOffice, place);
  await exampleOfChallenges(asOffice, place);
  await exampleOfChivvying(asOffice, place);
  await exampleOfDisagreements(asOffice, place);
  await exampleOfRisks(asOffice, place);
}
