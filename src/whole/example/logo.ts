import { PNG } from 'pngjs';
import { drawLogo } from '../../partnership/settings/logo.ts';

const [width, height] = [280, 100];
type Colour = readonly [red: number, green: number, blue: number];
const [river, sun, sand]: readonly [Colour, Colour, Colour] = [
  [18, 92, 122],
  [232, 148, 40],
  [240, 232, 214],
];

/** What stands at a place of the picture: a sun over two waves. */
function colourAt(x: number, y: number): Colour {
  if (y > 66 + 6 * Math.sin(x / 14) && y < 76 + 6 * Math.sin(x / 14)) return river;
  if (y > 84 + 6 * Math.sin(x / 14 + 2)) return river;
  return (x - 140) ** 2 + (y - 52) ** 2 < 34 ** 2 && y < 62 ? sun : sand;
}

/** A logo for the example, drawn dot by dot and taken in as any other: the same every time. */
export function exampleLogo(): Buffer {
  const picture = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1)
    picture.data.set([...colourAt(at % width, Math.floor(at / width)), 255], at * 4);
  const drawn = drawLogo(PNG.sync.write(picture));
  if (drawn.because !== undefined) throw new Error(`the logo of the example is ${drawn.because}`);
  return drawn.png;
}
