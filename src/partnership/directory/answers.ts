import type { FastifyRequest } from 'fastify';
import { isId } from '../../platform/database/ids.ts';
import { found } from '../../platform/http/errors.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';

/** What was sent with a form. */
export const answersOf = ({ body }: Pick<FastifyRequest, 'body'>): Answers => (body ?? {}) as Answers;

/** What stood in a field, to be shown again; a field that repeats is nobody's honest answer. */
export const typed = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};

/** What was ticked among checkboxes of one name. */
export const ticked = (answers: Answers, name: string): readonly string[] => {
  const value = answers[name];
  return value === undefined ? [] : [value].flat();
};

/**
 * The identifier that stands in the address as `name`.
 *
 * @throws {NotFound} when what stands there is none
 */
export function idIn({ params }: Pick<FastifyRequest, 'params'>, name: string): string {
  const value = (params as Readonly<Record<string, string | undefined>>)[name] ?? '';
  return found(isId(value) ? value : undefined);
}
