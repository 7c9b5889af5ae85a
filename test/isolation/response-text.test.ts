import type { LightMyRequestResponse } from 'fastify';
import { expect, test } from 'vitest';
import { workbookType, writeWorkbook } from '../../src/platform/documents/workbook.ts';
import { textOf } from './response-text.ts';

const answer = (type: string, rawPayload: Buffer) =>
  ({ headers: { 'content-type': type }, rawPayload, body: rawPayload.toString() }) as unknown as LightMyRequestResponse;

test('a word in a workbook is found though it is packed', async () => {
  const bytes = await writeWorkbook('People', [['Name'], ['canary-word'.repeat(20)]]);
  expect(bytes.toString('latin1')).not.toContain('canary-word');
  expect(textOf(answer(workbookType, bytes))).toContain('canary-word');
});

test('a body of an unknown kind is not passed over', () => {
  expect(() => textOf(answer('application/zip', Buffer.from('x')))).toThrow(/cannot be searched/);
});
