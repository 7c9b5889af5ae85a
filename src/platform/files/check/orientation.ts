import { segmentsOf } from './jpeg-segments.ts';

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes a pixel: red, green, blue, opacity. */
  data: Uint8Array;
}

/** How a JPEG file says that it was held, 1 to 8 as EXIF counts; 1, which is upright, where it says nothing that can be read. */
export function orientationOf(file: Buffer): number {
  for (const { marker, from, length } of segmentsOf(file)) {
    const content = file.subarray(from, from + length);
    if (marker !== 0xe1 || content.toString('latin1', 0, 6) !== 'Exif\0\0') continue;
    const said = inFirstDirectory(content.subarray(6), 0x0112);
    return said !== undefined && said >= 1 && said <= 8 ? said : 1;
  }
  return 1;
}

/** A short value in the first directory of a TIFF block. */
function inFirstDirectory(tiff: Buffer, tag: number): number | undefined {
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return undefined;
  for (let entry = 0, at = start + 2; entry < short(start) && at + 12 <= tiff.length; entry += 1, at += 12)
    if (short(at) === tag) return short(at + 8);
  return undefined;
}

/** The picture as it was seen: what was the first row and column of pixels is, from 2 to 8, another side. */
export function upright(picture: Pixels, orientation: number): Pixels {
  if (orientation === 1) return picture;
  const turned = orientation >= 5;
  const [width, height] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height);
  const data = new Uint32Array(width * height);
  const mirroredX = [2, 3, 7, 8].includes(orientation);
  const mirroredY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = turned ? [y, x] : [x, y];
      const sourceX = mirroredX ? picture.width - 1 - column : column;
      const sourceY = mirroredY ? picture.height - 1 - row : row;
      data[y * width + x] = from[sourceY * picture.width + sourceX] ?? 0;
    }
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}
