// What a script adds to the help pages, which the server writes and which work without it.
import { closeSwitches } from './switches';
import { searchAsTyped } from './search';

closeSwitches(document);
const form = document.querySelector<HTMLFormElement>('form[data-search]');
const results = document.querySelector<HTMLElement>('[data-results]');
// On the page of a missing article there is a field, and no place for answers: there the form does it.
if (form && results) searchAsTyped(form, results);
