import { shownInDocuments } from './typefaces.ts';

/** What stands for a character that no typeface of ours has a sign for. */
const blank = '□';
/** Allows a line to end, and is not seen. */
const mayBreak = '\u200B';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Turns words into what can be set: in signs that the typefaces have, and in lines that can be broken. */
export function settable() {
  const isShown = shownInDocuments();
  let missing = false;

  /** `text` with □ for each character that cannot be shown. */
  const shown = (text: string): string => {
    if (Array.from(text).every((character) => isSet(character))) return text;
    return Array.from(graphemes.segment(text), ({ segment }) => {
      if (Array.from(segment).every((character) => isSet(character))) return segment;
      missing = true;
      return blank;
    }).join('');
  };
  const isSet = (character: string) => character === '\n' || isShown(character.codePointAt(0) ?? 0);

  return {
    shown,
    /** As `shown`, and a word that is longer than `room` letters, and is not one to hyphenate, can be broken anywhere. */
    broken: (text: string, room: number): string =>
      shown(text).replaceAll(/[^\s\u200B]+/g, (word) =>
        word.length > room && !canHyphenate.test(word) ? cut(word, room) : word,
      ),
    /** Whether anything could not be shown until now. */
    missing: () => missing,
  };
}

/** A word of a language: the typesetter knows where to part it. */
const canHyphenate = /^\p{P}*\p{L}{1,20}\p{P}*$/u;

const cut = (word: string, room: number): string => {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const piece = Math.max(1, Math.min(room, 12));
  return letters
    .map((letter, at) => ((at + 1) % piece === 0 || /[/_.@&=?-]/.test(letter) ? letter + mayBreak : letter))
    .join('');
};
