/**
 * Loaded before the program itself: notes each statement sent to PostgreSQL, and hands over what was noted since the last time
 * when the process that started it asks.
 */
import pg from 'pg';
import type { Statement } from './recording.ts';

const noted: Statement[] = [];
const connections = new WeakMap<pg.Client, { number: number; unanswered: number }>();
let opened = 0;

type Query = (this: pg.Client, ...given: unknown[]) => unknown;
const send = pg.Client.prototype.query as Query;

const query: Query = function query(this: pg.Client, ...given) {
  const [asked, listed] = given as [string | pg.QueryConfig<unknown[]>, unknown];
  const { text, name, values } = typeof asked === 'string' ? { text: asked } : asked;
  const connection = connections.get(this) ?? { number: ++opened, unanswered: 0 };
  connections.set(this, connection);
  noted.push({
    connection: connection.number,
    together: connection.unanswered > 0,
    text,
    name,
    values: values ?? (Array.isArray(listed) ? listed : undefined),
  });
  const answer = send.apply(this, given);
  if (answer instanceof Promise) {
    connection.unanswered += 1;
    const answered = () => void (connection.unanswered -= 1);
    answer.then(answered, answered);
  }
  return answer;
};
pg.Client.prototype.query = query as typeof pg.Client.prototype.query;

process.on('message', () => process.send?.(noted.splice(0)));
