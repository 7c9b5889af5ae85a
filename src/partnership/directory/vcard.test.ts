import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, writeVcards } from './vcard.ts';

const ada: Contact = {
  id: '0195c1d2-0000-7000-8000-000000000001',
  name: 'Quay, Ada; CBE',
  jobTitle: 'Head\nof school',
  agency: 'Quay School \\ Harbour Trust',
  workEmail: 'ada.quay@school.example',
  phone: '01632 960 001',
};

/** A reader of vCards that knows only the RFC: it joins folded lines, then takes each value as what was escaped. */
const read = (text: string) =>
  text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', value = ''] = /^([A-Z]+)[^:]*:([\s\S]*)$/.exec(line) ?? [];
      return [name, value.replaceAll(/\\([\\,;n])/g, (_, one: string) => (one === 'n' ? '\n' : one))] as const;
    });
const valueOf = (text: string, property: string) => read(text).find(([name]) => name === property)?.[1];

test('a contact is written as an address book reads it', () => {
  expect(writeVcards([ada]).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    'UID:urn:uuid:0195c1d2-0000-7000-8000-000000000001',
    'FN:Quay\\, Ada\\; CBE',
    'ORG:Quay School \\\\ Harbour Trust',
    'TITLE:Head\\nof school',
    'EMAIL;TYPE=work:ada.quay@school.example',
    'TEL;TYPE=work:01632 960 001',
    'END:VCARD',
    '',
  ]);
});

test('what is not known is left out', () => {
  const bare = { ...ada, jobTitle: '', agency: undefined, workEmail: undefined, phone: '' };
  expect(read(writeVcards([bare])).map(([name]) => name)).toEqual(['BEGIN', 'VERSION', 'KIND', 'UID', 'FN', 'END']);
});

describe('whatever a name is', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('\\', ',', ';', ':', '\n', 'n', 'é', '学', '👩‍👧', ' '), maxLength: 200 }),
  );
  const control = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/;

  test('no line is longer than 75 octets, and none holds half a character', () => {
    fc.assert(
      fc.property(words, words, (name, jobTitle) => {
        for (const line of writeVcards([{ ...ada, name, jobTitle }]).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
      }),
    );
  });

  test('an address book reads back what was written', () => {
    fc.assert(
      fc.property(words, words, (name, agency) => {
        fc.pre(!control.test(name + agency));
        const text = writeVcards([{ ...ada, name, agency }]);
        expect(valueOf(text, 'FN')).toBe(name);
        expect(valueOf(text, 'ORG') ?? '').toBe(agency);
      }),
    );
  });

  test('it adds no line and no card of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (ending) => {
        const name = `A\r\nEND:VCARD\r\nBEGIN:VCARD${ending}`;
        const names = read(writeVcards([{ ...ada, name }, ada])).map(([property]) => property);
        expect(names.filter((property) => property === 'BEGIN')).toHaveLength(2);
        expect(names).toHaveLength(20);
      }),
    );
  });
});
