import { fileURLToPath } from 'node:url';

/** The checkout, or the folder of the installed program: the same from `src/` and from `dist/`. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
