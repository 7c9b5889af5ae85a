import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, typeOfName } from './safe-name.ts';

test.for([
  ['Minutes of 4 May.pdf', 'pdf'],
  ['Minutes.PDF ', 'pdf'],
  ['IMG_2041.JPG', 'jpeg'],
  ['tracker.xlsx', 'xlsx'],
  ['tracker.xlsm', undefined],
  ['letter.doc', undefined],
  ['page.html', undefined],
  ['picture.svg', undefined],
  ['report.pdf.exe', undefined],
  ['archive.zip', undefined],
  ['pdf', undefined],
  ['.constructor', undefined],
  ['', undefined],
] as const)('%j is taken as %s', ([name, type]) => {
  expect(typeOfName(name)).toBe(type);
});

test.for<[string, string]>([
  ['Minutes of 4 May.pdf', 'Minutes of 4 May.pdf'],
  ['C:\\Users\\jane\\Minutes.pdf', 'Minutes.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['Zoë’s plan.pdf', 'Zoë’s plan.pdf'],
  ['plan\u202Efdp.exe.pdf', 'planfdp.exe.pdf'],
  ['a\r\nSet-Cookie: x="1".pdf', 'aSet-Cookie x=1.pdf'],
  ['...pdf', 'file.pdf'],
  ['CON.pdf', 'file CON.pdf'],
  ['   .pdf', 'file.pdf'],
])('%j is called %j', ([name, safe]) => {
  expect(safeName(name, 'pdf')).toBe(safe);
});

test('whatever it was called, a name is short, plain and ends as its type does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name, 'docx');
      expect(safe).toMatch(/^[^/\\:<>"|?*\p{C}]+\.docx$/u);
      expect([...safe].length).toBeLessThanOrEqual(100);
    }),
  );
});
