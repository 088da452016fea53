import type { Language } from '../../protocol';
import { en, type MessageWords } from './en';
import { fi } from './fi';
import { nb } from './nb';
import { sv } from './sv';

export type { MessageWords } from './en';

// Apart from the other words, which every page and the widget carry.
const CATALOGUES: Record<Language, MessageWords> = { en, fi, sv, nb };

/** The words of the Message Center in a language. */
export function messageWords(language: Language): MessageWords {
  return CATALOGUES[language];
}
