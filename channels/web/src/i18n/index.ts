import type { Language } from '../protocol';
import { en, type Words } from './en';
import { fi } from './fi';
import { nb } from './nb';
import { sv } from './sv';

export type { Words } from './en';

/** The languages in the order they are offered, each by its own name. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['nb', 'Norsk'],
];

const CATALOGUES: Record<Language, Words> = { en, fi, sv, nb };
const STORED = 'myropo.language';

/** The words of a language. */
export function words(language: Language): Words {
  return CATALOGUES[language];
}

/** Whether a value names a language that we speak. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in CATALOGUES;
}

/** The language chosen on this device before, or null. */
export function storedLanguage(): Language | null {
  try {
    const value = localStorage.getItem(STORED);
    return isLanguage(value) ? value : null;
  } catch {
    // Storage may be forbidden; the choice then lasts for the page only.
    return null;
  }
}

/** Remember the language on this device. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // See storedLanguage.
  }
}

/** The first of the browser's languages that we speak, else English. Norwegian has several codes. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages ?? []) {
    const code = tag.toLowerCase().split('-')[0] ?? '';
    if (code === 'no' || code === 'nn') return 'nb';
    if (isLanguage(code)) return code;
  }
  return 'en';
}
