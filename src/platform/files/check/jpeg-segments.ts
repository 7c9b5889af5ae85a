import { insist } from './verdict.ts';

/** The segments of a JPEG file before its first scan; `from` is where their content begins. */
export function* segmentsOf(file: Buffer): Generator<{ marker: number; from: number; length: number }, void> {
  let at = 2;
  while (at + 9 < file.length) {
    insist(file[at] === 0xff, 'damaged');
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return;
    else {
      const length = file.readUInt16BE(at + 2);
      insist(length >= 2, 'damaged');
      yield { marker, from: at + 4, length: length - 2 };
      at += 2 + length;
    }
  }
}
