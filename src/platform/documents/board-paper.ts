import type { Answer } from '../http/answers.ts';
import type { Paper } from './paper.ts';

/** What a board paper can be written as: Word, Excel, or tagged PDF. */
export const paperFormats = ['docx', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/**
 * `paper` as a file to save, named for its title. It is written in a process of its own, so that the server goes on answering.
 *
 * @throws {RangeError} when a row has not as many cells as its table has columns
 */
export type BoardPaper = (paper: Paper, format: PaperFormat) => Promise<Answer>;
