import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** Bytes that the file of a logo may have. */
export const largestLogo = 2_000_000;
/** Pixels that it may have. */
const mostPixels = 4_000_000;
/** What it is drawn to fit into: twice as many pixels as it is shown with, for sharp screens. */
const frame = { width: 560, height: 200 };

export type LogoRefusal = 'too-large' | 'no-picture' | 'too-many-pixels' | 'interlaced' | 'unreadable';
export type Drawn = { png: Buffer; because?: undefined } | { because: LogoRefusal };

interface Pixels {
  width: number;
  height: number;
  /** Four bytes a pixel: red, green, blue, opacity. */
  data: Uint8Array;
}

/**
 * The picture in a PNG or JPEG file, as a new PNG of 560 by 200 pixels at most. Only its pixels are carried over: no byte of the
 * file, no metadata, nothing that was hung on to it. What kind of file it is, its first bytes say; its name is not asked.
 */
export function drawLogo(file: Buffer): Drawn {
  if (file.length > largestLogo) return { because: 'too-large' };
  const kind = kindOf(file);
  if (kind === undefined) return { because: 'no-picture' };
  try {
    const because = kind === 'png' ? mistakeInPng(file) : undefined;
    if (because) return { because };
    const pixels = kind === 'png' ? PNG.sync.read(file) : readJpeg(file);
    return { png: writePng(fit(pixels)) };
  } catch (error) {
    const tooMany = error instanceof Error && /maxResolutionInMP|maxMemoryUsageInMB/.test(error.message);
    return { because: tooMany ? 'too-many-pixels' : 'unreadable' };
  }
}

function kindOf(file: Buffer): 'png' | 'jpeg' | undefined {
  if (file.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  return file.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) ? 'jpeg' : undefined;
}

/**
 * Looks at a PNG's one header before anything is unpacked: what it promises limits what is unpacked, but not where the picture is
 * interlaced.
 */
function mistakeInPng(file: Buffer): LogoRefusal | undefined {
  const headers: number[] = [];
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IHDR') headers.push(at + 8);
  }
  const [header] = headers;
  if (header !== 16 || headers.length !== 1 || file.length < 33) return 'unreadable';
  if (file.readUInt32BE(16) * file.readUInt32BE(20) > mostPixels) return 'too-many-pixels';
  return file[28] === 0 ? undefined : 'interlaced';
}

const readJpeg = (file: Buffer): Pixels =>
  jpeg.decode(file, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxResolutionInMP: mostPixels / 1_000_000,
    maxMemoryUsageInMB: 256,
  });

/** The same picture, small enough for the frame: each new pixel is the mean of those it stands for. */
export function fit(picture: Pixels): Pixels {
  const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
  if (scale === 1) return picture;
  const width = Math.max(1, Math.floor(picture.width * scale));
  const height = Math.max(1, Math.floor(picture.height * scale));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      data.set(
        meanOf(picture, spanOf(x, width, picture.width), spanOf(y, height, picture.height)),
        (y * width + x) * 4,
      );
  }
  return { width, height, data };
}

type Span = readonly [from: number, to: number];
const spanOf = (at: number, of: number, whole: number): Span => {
  const from = Math.floor((at * whole) / of);
  return [from, Math.max(from + 1, Math.floor(((at + 1) * whole) / of))];
};

/** Colours count by how opaque they are: what lies under a transparent pixel does not show at an edge. */
function meanOf({ width, data }: Pixels, [left, right]: Span, [top, bottom]: Span): [number, number, number, number] {
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      const weight = data[at + 3] ?? 0;
      red += (data[at] ?? 0) * weight;
      green += (data[at + 1] ?? 0) * weight;
      blue += (data[at + 2] ?? 0) * weight;
      opacity += weight;
    }
  }
  const pixels = (right - left) * (bottom - top);
  const mean = (sum: number) => (opacity === 0 ? 0 : Math.round(sum / opacity));
  return [mean(red), mean(green), mean(blue), Math.round(opacity / pixels)];
}

function writePng({ width, height, data }: Pixels): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}
