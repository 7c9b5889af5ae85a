import { expect, test } from 'vitest';
import type { FileType } from '../stored-file.ts';
import { checkContent } from './content.ts';
import { contentTypes, documentRels, docx, type Part, png, xlsx, zip } from './samples.fixture.ts';

const external = (type: string, target: string) =>
  documentRels(`<Relationship Id="r" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`);
const sheet = (content: string): Part => ({ name: 'xl/worksheets/sheet1.xml', content });
const manyZeros = Buffer.alloc(60_000_000);

test.for<[string, FileType, () => Buffer, string]>([
  [
    'a package that is a bomb',
    'docx',
    () => docx({ name: 'word/media/image1.png', content: manyZeros }),
    'unpacks-too-large',
  ],
  [
    'a package that unpacks to more than it says',
    'docx',
    () => docx({ name: 'word/a.xml', content: Buffer.alloc(2_000_000), declared: 100 }),
    'damaged',
  ],
  [
    'a package with thousands of parts',
    'docx',
    () => zip(Array.from({ length: 2001 }, (_, at) => ({ name: `${at}.xml`, content: '' }))),
    'unpacks-too-large',
  ],
  ['a package with a part outside of itself', 'docx', () => docx({ name: '../evil.xml', content: '' }), 'damaged'],
  ['a package with a part at an absolute path', 'docx', () => docx({ name: '/etc/evil.xml', content: '' }), 'damaged'],
  [
    'a package with a path as Windows writes it',
    'docx',
    () => docx({ name: 'word\\evil.xml', content: '' }),
    'damaged',
  ],
  [
    'a package with a link',
    'docx',
    () => docx({ name: 'word/a.xml', content: '/etc/passwd', unixMode: 0o120777 }),
    'damaged',
  ],
  [
    'a package with one name twice',
    'docx',
    () => docx({ name: 'word/A.xml', content: '' }, { name: 'word/a.xml', content: '' }),
    'damaged',
  ],
  ['a package whose parts are locked', 'docx', () => docx({ name: 'word/a.xml', content: 'x', flags: 1 }), 'locked'],
  ['a package with something before it', 'docx', () => Buffer.concat([docx().subarray(0, 4), docx()]), 'damaged'],
  ['a package with something after it', 'docx', () => Buffer.concat([docx(), Buffer.from('more')]), 'damaged'],
  [
    'a document that may hold macros',
    'docx',
    () => docx(contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')),
    'macros',
  ],
  ['a document with macros', 'docx', () => docx({ name: 'word/vbaProject.bin', content: 'x' }), 'macros'],
  ['a workbook with old macros', 'xlsx', () => xlsx({ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }), 'macros'],
  ['a document with a control', 'docx', () => docx({ name: 'word/activeX/activeX1.xml', content: '<a/>' }), 'macros'],
  [
    'a document with a program inside',
    'docx',
    () => docx({ name: 'word/embeddings/oleObject1.bin', content: 'x' }),
    'other-files-inside',
  ],
  [
    'a document with a page inside',
    'docx',
    () => docx({ name: 'word/afchunk.html', content: '<p>' }),
    'other-files-inside',
  ],
  [
    'a document with a program called a picture',
    'docx',
    () => docx({ name: 'word/media/image1.png', content: 'MZ\x90' }),
    'other-files-inside',
  ],
  [
    'a document inside a document inside a document',
    'docx',
    () => docx({ name: 'word/embeddings/a.docx', content: docx({ name: 'word/embeddings/b.docx', content: docx() }) }),
    'other-files-inside',
  ],
  [
    'a document with macros inside a document',
    'docx',
    () => docx({ name: 'word/embeddings/a.docx', content: docx({ name: 'word/vbaProject.bin', content: 'x' }) }),
    'macros',
  ],
  [
    'a document with a template from elsewhere',
    'docx',
    () => docx(external('attachedTemplate', 'https://evil.example/a.dotm')),
    'outside-content',
  ],
  [
    'a document with a picture from elsewhere',
    'docx',
    () => docx(external('image', 'https://evil.example/a.png')),
    'outside-content',
  ],
  [
    'a document with a picture from elsewhere that does not say so',
    'docx',
    () => docx(documentRels('<Relationship Id="r" Type="http://x/image" Target="file:///server/a.png"/>')),
    'outside-content',
  ],
  [
    'a document with a connection out of the package',
    'docx',
    () => docx(documentRels('<Relationship Id="r" Type="http://x/image" Target="../../../etc/passwd"/>')),
    'damaged',
  ],
  ['a document with a link that runs', 'docx', () => docx(external('hyperlink', 'java&#115;cript:alert(1)')), 'script'],
  [
    'a document with a document type',
    'docx',
    () =>
      docx({ name: 'word/document.xml', content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }),
    'outside-content',
  ],
  [
    'a document with a document type in UTF-16',
    'docx',
    () => docx({ name: 'word/document.xml', content: Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le') }),
    'outside-content',
  ],
  [
    'a document in an encoding that hides what it says',
    'docx',
    () => docx({ name: 'word/document.xml', content: '<?xml version="1.0" encoding="UTF-7"?><x/>' }),
    'damaged',
  ],
  [
    'a document with a field that starts a program',
    'docx',
    () =>
      docx({
        name: 'word/document.xml',
        content: '<w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\cmd.exe</w:instrText>',
      }),
    'script',
  ],
  [
    'a picture in a document with a script',
    'docx',
    () => docx({ name: 'word/media/a.svg', content: '<svg><script>1</script></svg>' }),
    'script',
  ],
  [
    'a workbook that draws on another',
    'xlsx',
    () => xlsx({ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }),
    'outside-content',
  ],
  [
    'a workbook with connections',
    'xlsx',
    () => xlsx({ name: 'xl/connections.xml', content: '<a/>' }),
    'outside-content',
  ],
  [
    'a workbook with a formula that starts a program',
    'xlsx',
    () => xlsx(sheet(`<c><f>cmd|'/c calc'!A1</f></c>`)),
    'script',
  ],
])('%s is refused', ([, type, make, because]) => {
  expect(checkContent(type, make()).because).toBe(because);
});

test.for<[string, FileType, () => Buffer]>([
  ['a document', 'docx', () => docx()],
  ['a document with a link to a page', 'docx', () => docx(external('hyperlink', 'https://www.gov.uk/a?b=1&amp;c=2'))],
  [
    'a document with a chart',
    'docx',
    () =>
      docx({ name: 'word/embeddings/chart.xlsx', content: xlsx() }, { name: 'word/media/image1.png', content: png() }),
  ],
  [
    'a workbook',
    'xlsx',
    () => xlsx(sheet('<c><f>SUM(A1:A4)</f></c>'), { name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }),
  ],
  [
    'a large sheet that packs well',
    'xlsx',
    () =>
      xlsx(sheet(Array.from({ length: 200_000 }, (_, at) => `<row r="${at}"><c><v>${at * 7}</v></c></row>`).join(''))),
  ],
])('%s is taken as it is', ([, type, make]) => {
  expect(checkContent(type, make())).toEqual({});
});
