import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** One entry of an archive to be made; whatever is said besides is written as it is, true or not. */
export interface Part {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  /** The size it says it unpacks to. */
  declared?: number;
  unixMode?: number;
  flags?: number;
}

const short = (...numbers: number[]) =>
  Buffer.concat(numbers.map((number) => Buffer.from(Uint16Array.of(number).buffer)));
const long = (...numbers: number[]) =>
  Buffer.concat(numbers.map((number) => Buffer.from(Uint32Array.of(number).buffer)));

/** A ZIP archive of `parts`. */
export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false, declared, unixMode = 0, flags = 0 } of parts) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain, { level: 9 });
    const label = Buffer.from(name);
    const facts = [
      short(20, flags, stored ? 0 : 8, 0, 0),
      long(crc32(plain), packed.length, declared ?? plain.length),
      short(label.length, 0),
    ];
    const body = Buffer.concat([long(0x04034b50), ...facts, label, packed]);
    directory.push(
      Buffer.concat([long(0x02014b50), short(20), ...facts, short(0, 0, 0), long(unixMode * 65_536, at), label]),
    );
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = [long(0x06054b50), short(0, 0, parts.length, parts.length), long(list.length, at), short(0)];
  return Buffer.concat([...bodies, list, ...end]);
}

const officeTypes = 'application/vnd.openxmlformats-officedocument';
const mainTypes = {
  docx: `${officeTypes}.wordprocessingml.document.main+xml`,
  xlsx: `${officeTypes}.spreadsheetml.sheet.main+xml`,
};

export const contentTypes = (main: string, more = ''): Part => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`,
});

/** The parts of a small document; those of the same name are replaced by `more`. */
export function officeParts(type: 'docx' | 'xlsx', more: readonly Part[] = []): Part[] {
  const folder = type === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
  const usual: Part[] = [
    contentTypes(mainTypes[type]),
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="${folder}"/></Relationships>`,
    },
    { name: folder, content: '<?xml version="1.0"?><w:document><w:t>The school was told</w:t></w:document>' },
  ];
  return [...usual.filter(({ name }) => !more.some((part) => part.name === name)), ...more];
}

export const docx = (...more: Part[]): Buffer => zip(officeParts('docx', more));
export const xlsx = (...more: Part[]): Buffer => zip(officeParts('xlsx', more));

/** A relationship of the main part of a document. */
export const documentRels = (relationship: string): Part => ({
  name: 'word/_rels/document.xml.rels',
  content: `<?xml version="1.0"?><Relationships>${relationship}</Relationships>`,
});

/** A small PDF with `objects` in it. */
export const pdf = (objects = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${objects}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );

/** Objects packed into a stream of their own, as programs do that write small files. */
export function packedObjects(objects: string, dictionary = '/Type /ObjStm /Filter /FlateDecode'): string {
  const packed = deflateSync(Buffer.from(objects)).toString('latin1');
  return `9 0 obj\n<< ${dictionary} /N 1 /First 4 /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
}

/** A PNG whose header says that it is as large as that, and has no pixels at all. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync('')),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([number(content.length), body, number(crc32(body))]);
}

/** A picture whose left upper quarter is red and the rest white. */
export function pixels(width: number, height: number): { width: number; height: number; data: Buffer } {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height / 2; y += 1)
    for (let x = 0; x < width / 2; x += 1) data.set([200, 0, 0], (y * width + x) * 4);
  return { width, height, data };
}

export function png(width = 40, height = 20): Buffer {
  const picture = new PNG({ width, height });
  picture.data = pixels(width, height).data;
  return PNG.sync.write(picture);
}

export const jpegOf = (width = 40, height = 20): Buffer => jpeg.encode(pixels(width, height), 90).data;

/** A JPEG with EXIF that says how it was held, where and by whom. */
export function photograph(orientation = 1, words = 'Canon of Jane Smith, 51.5007 N'): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('II'),
    short(42),
    long(8),
    short(1),
    short(0x0112, 3),
    long(1),
    short(orientation, 0),
    long(0),
    Buffer.from(words),
  ]);
  const content = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  const plain = jpegOf();
  return Buffer.concat([plain.subarray(0, 2), Buffer.from('ffe1', 'hex'), length, content, plain.subarray(2)]);
}

/** What every virus scanner takes for a virus, though it is none; in two halves, so that this file is not taken for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
