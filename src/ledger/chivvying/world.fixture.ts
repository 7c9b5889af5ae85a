import { addAgency } from '../../partnership/agencies/agency.store.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Database, Scope, Who } from '../../platform/database/database.ts';
import { serviceIn } from '../../platform/jobs/partnerships.store.ts';
import { deliverDue } from '../../platform/mail/deliver.ts';
import type { Message } from '../../platform/mail/message.ts';
import { type NewAction, raiseActions } from '../actions/action.store.ts';
import { ledgerMails } from './digest-mail.ts';

/** A post office that takes every letter, while it is open. */
export interface PostOffice {
  taken: Message[];
  open: boolean;
  /** Sends what waits. @returns how many letters were taken */
  deliver(database: Database): Promise<number>;
}

export function aPostOffice(): PostOffice {
  const office: PostOffice = {
    taken: [],
    open: true,
    deliver: (database) =>
      deliverDue({ database, transport, kinds: ledgerMails, url: 'http://localhost', log: { error: () => {} } }),
  };
  const transport = {
    send: async (message: Message) => {
      if (!office.open) throw new Error('busy');
      office.taken.push(message);
    },
    close: () => {},
  };
  return office;
}

/** Does `work` inside a partnership, as the service. */
export const inPlace = <T>(data: Database, partnership: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
  data.as(serviceIn(partnership), work);

/** An action of `owner`, led by a new agency called Westry Police. */
export const anActionOf = (
  data: Database,
  owner: Pick<Who, 'person' | 'partnership'>,
  about: Partial<NewAction> & { dueOn: PlainDate },
): Promise<string> =>
  inPlace(data, owner.partnership, async (scope) => {
    const leadAgency = await addAgency(scope, { name: 'Westry Police', kind: 'police' });
    const [id = ''] = await raiseActions(scope, [
      { title: 'Tell the board', leadAgency, owner: owner.person, sourceKind: 'meeting', safeForEmail: true, ...about },
    ]);
    return id;
  });

/** The links to answers in a letter, as paths. */
export const answersIn = ({ text }: Pick<Message, 'text'>): string[] =>
  [...text.matchAll(/\/answer\/\S+/g)].map(([path]) => path);
