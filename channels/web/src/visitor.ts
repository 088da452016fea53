import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { getMe, signOut } from './api';
import type { Me } from './http';
import { browserLanguage, isLanguage, storeLanguage, storedLanguage } from './i18n';
import { forgetDismissed } from './notices/dismissed';
import type { Language } from './protocol';
import { forgetChat } from './widget/memory';

/** Who looks at a page of the customer's, and in which language. Whoever is not signed in is led to where one can. */
export class Visitor implements ReactiveController {
  /** Null while it is not known. */
  me: Me | null = null;
  failed = false;
  language: Language = storedLanguage() ?? browserLanguage();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostUpdate(): void {
    document.documentElement.lang = this.language;
  }

  /** Find out who it is, once more after a failure. */
  async load(): Promise<void> {
    this.failed = false;
    try {
      const me = await getMe();
      if (!me.principal) return toSignIn();
      if (!storedLanguage() && isLanguage(me.principal.language)) this.language = me.principal.language;
      this.me = me;
    } catch {
      this.failed = true;
    }
    this.host.requestUpdate();
  }

  choose(language: Language): void {
    storeLanguage(language);
    this.language = language;
    this.host.requestUpdate();
  }

  async leave(): Promise<void> {
    forgetChat();
    forgetDismissed();
    try {
      await signOut('customer');
    } finally {
      location.assign('/sign-in');
    }
  }
}

/** Go and sign in, and come back to this page. */
export function toSignIn(): void {
  location.assign(signInAddress());
}

/** Where one signs in to come back to this page. */
export function signInAddress(): string {
  const here = location.pathname + location.hash;
  return here === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: here })}`;
}
