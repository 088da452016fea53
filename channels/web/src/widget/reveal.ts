/** At most this many pieces, so that the last one is there within the promised time. */
export const MAX_PIECES = 10;
/** Milliseconds between two pieces; ten pieces and one fade stay under 600 ms. */
export const PIECE_STEP_MS = 45;

/**
 * Cut a text into groups of words. The pieces joined are the text, spaces and line breaks included, because the whole
 * bubble is laid out at once and the pieces only become visible one after another: nothing moves while one reads.
 */
export function pieces(text: string, most: number = MAX_PIECES): string[] {
  const words = text.match(/\s*\S+\s*/g);
  if (!words) return [text];
  const size = Math.max(2, Math.ceil(words.length / most));
  const groups: string[] = [];
  for (let start = 0; start < words.length; start += size) groups.push(words.slice(start, start + size).join(''));
  return groups;
}
