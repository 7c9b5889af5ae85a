import type { LightMyRequestResponse } from 'fastify';

const readable = /^(text\/|application\/(json|manifest\+json|xml|javascript)|image\/svg\+xml)/;

/**
 * Everything a response says that somebody could read: its headers and its body.
 *
 * @throws {Error} for a body of a kind that this cannot read: a canary could hide in it
 */
export function textOf(response: LightMyRequestResponse): string {
  const type = String(response.headers['content-type'] ?? '');
  if (response.rawPayload.length > 0 && !readable.test(type)) {
    throw new Error(`a body of type “${type}” cannot be searched: teach test/isolation/response-text.ts to read it`);
  }
  return `${JSON.stringify(response.headers)}\n${response.body}`;
}
