import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { segmentsOf } from './jpeg-segments.ts';
import { orientationOf, type Pixels, upright } from './orientation.ts';
import { insist, Refused } from './verdict.ts';

/** Pixels that a picture may have: one from a telephone has twelve million. */
const mostPixels = 16_000_000;

/**
 * The same picture as a new file of its kind, turned upright. Only its pixels are carried over: not where and when it was taken
 * or by whom, no smaller copy of itself, nothing that was hung on to it. What its header says is asked before anything is unpacked.
 *
 * @throws {Refused} damaged, too-many-pixels
 */
export function drawAnew(type: 'jpeg' | 'png', bytes: Buffer): Buffer {
  const { width, height } = type === 'png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  insist(width > 0 && height > 0, 'damaged');
  insist(width * height <= mostPixels, 'too-many-pixels');
  if (type === 'png') return writePng(orDamaged(() => PNG.sync.read(bytes)));
  const taken = orDamaged(() => readJpeg(bytes));
  // these three and nothing besides: the library would write again what it read of EXIF
  const drawn = upright({ width: taken.width, height: taken.height, data: taken.data }, orientationOf(bytes));
  return jpeg.encode({ ...drawn, data: Buffer.from(drawn.data.buffer) }, 90).data;
}

function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new Refused('damaged');
  }
}

type Size = Pick<Pixels, 'width' | 'height'>;

/** From its one header, which must come first. */
function sizeOfPng(file: Buffer): Size {
  const headers: number[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IHDR') headers.push(at + 8);
  }
  insist(headers.length === 1 && headers[0] === 16 && file.length >= 33, 'damaged');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** From its one frame header (SOF), before the first scan. */
function sizeOfJpeg(file: Buffer): Size {
  const sizes = [...segmentsOf(file)]
    .filter(({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
    .map(({ from }) => ({ height: file.readUInt16BE(from + 1), width: file.readUInt16BE(from + 3) }));
  const [size, ...others] = sizes;
  insist(size !== undefined && others.length === 0, 'damaged');
  return size;
}

const readJpeg = (file: Buffer): Pixels =>
  jpeg.decode(file, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxResolutionInMP: mostPixels / 1_000_000,
    maxMemoryUsageInMB: 1000,
  });

function writePng({ width, height, data }: Pixels): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}
