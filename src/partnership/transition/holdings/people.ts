import type { Scope } from '../../../platform/database/database.ts';
import { listAgencies } from '../../agencies/agency.store.ts';
import { admit } from '../../partnership.store.ts';
import { addAssistant } from '../../people/assistant.store.ts';
import { addOtherBoard, listOtherBoards } from '../../people/other-board.store.ts';
import { addPerson, listPeople } from '../../people/person.store.ts';
import type { Arriving, Came } from '../arriving.ts';
import type { Holding } from '../holding.ts';
import { CannotCarry } from '../refused.ts';
import { listAccounts, listAssisting } from '../reorganisation.store.ts';
import { fromHere, goesOn, those } from './order.ts';

/** Somebody whose account has a person there already is that person. Whoever has an account is let in. */
export const people: Holding = {
  kind: 'person',
  title: 'People',
  tables: ['person', 'membership', 'other_board_seat'],
  remains: true,
  async list(scope) {
    const agencies = new Map((await listAgencies(scope)).map(({ id, name }) => [id, name]));
    return (await listPeople(scope))
      .filter(({ leftOn }) => goesOn({ untilOn: leftOn }, scope.today))
      .map(({ id, name, agency }) => ({
        kind: 'person',
        id,
        title: [name, agencies.get(agency ?? '')].filter(Boolean).join(', '),
        person: id,
        follows: agency === undefined ? [] : [agency],
      }));
  },
  async take(from, items) {
    const accounts = await listAccounts(from);
    const going = await Promise.all(
      those(await listPeople(from), items).map(async (each) => ({
        ...each,
        account: accounts.get(each.one.id),
        boards: (await listOtherBoards(from, each.one.id)).filter((board) => goesOn(board, from.today)),
      })),
    );
    return async (scope, arriving) => {
      const here = await listAccounts(scope);
      const byAccount = new Map([...here].map(([person, account]) => [account, person]));
      for (const { one, item, account, boards } of going) {
        const came = await arriving.bring(item, account && byAccount.get(account), () =>
          addPerson(scope, { ...one, agency: arriving.find(one.agency) }),
        );
        await letIn(scope, came, account, { here, arriving, known: account && byAccount.get(account) });
        if (!came.joined) for (const board of boards) await addOtherBoard(scope, came.became, board);
      }
    };
  },
};

/** @throws {CannotCarry} where somebody was said to be a person whose account is another's */
async function letIn(
  scope: Scope,
  { title, became }: Came,
  account: string | undefined,
  { here, arriving, known }: { here: ReadonlyMap<string, string>; arriving: Arriving; known: string | undefined },
): Promise<void> {
  if (account === undefined || known === became) return;
  if (known !== undefined || here.has(became))
    throw new CannotCarry(
      `“${title}” of ${arriving.from.slug} is said to be somebody who signs in with another account`,
    );
  await admit(scope, account, became);
}

/** Who assists whom. */
export const assistants: Holding = {
  kind: 'assistant',
  title: 'Named assistants',
  tables: ['assistant'],
  async list(scope) {
    const names = new Map((await listPeople(scope)).map(({ id, name }) => [id, name]));
    return (await listAssisting(scope)).map(({ id, person, assists }) => ({
      kind: 'assistant',
      id,
      title: `${names.get(person) ?? ''} assists ${names.get(assists) ?? ''}`,
      person,
      needs: [person, assists],
    }));
  },
  async take(from, items) {
    const going = those(await listAssisting(from), items);
    return async (scope, arriving) => {
      for (const { one, item } of going) {
        const [person, assists] = [arriving.idOf(one.person), arriving.idOf(one.assists)];
        const there = (await listAssisting(scope)).find((each) => each.person === person && each.assists === assists);
        await arriving.bring(item, there?.id, () =>
          addAssistant(scope, { ...one, person, assists, fromOn: fromHere(one, scope.today) }),
        );
      }
    };
  },
};
