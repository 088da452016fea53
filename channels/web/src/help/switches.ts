/** Close the menus of languages and countries as people expect: by Escape, and by a click elsewhere. */
export function closeSwitches(page: Document): void {
  const open = (): NodeListOf<HTMLDetailsElement> => page.querySelectorAll('details.switch[open]');
  page.addEventListener('click', ({ target }) => {
    for (const menu of open()) if (!menu.contains(target as Node)) menu.open = false;
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      const inside = menu.contains(page.activeElement);
      menu.open = false;
      if (inside) menu.querySelector('summary')?.focus();
    }
  });
}
