import type { Attachment } from '../protocol';

export type Mode = 'reply' | 'note';

/** What an agent has begun to write in a thread: it is still there when the agent comes back to it. */
export class Draft {
  mode: Mode = 'reply';
  files: readonly Attachment[] = [];
  private readonly texts: Record<Mode, string> = { reply: '', note: '' };
  private expected: readonly string[] = [];

  get text(): string {
    return this.texts[this.mode];
  }

  set text(text: string) {
    this.texts[this.mode] = text;
  }

  /** Placeholders of a canned answer that nobody has filled yet; braces that the agent writes are no such. */
  get missing(): readonly string[] {
    if (this.mode === 'note') return [];
    return this.expected.filter((name) => this.texts.reply.includes(name));
  }

  get sendable(): boolean {
    const files = this.mode === 'reply' ? this.files.length : 0;
    return (this.text.trim() !== '' || files > 0) && this.missing.length === 0;
  }

  /** Put a canned answer in the place of the text. */
  putCanned(text: string, missing: readonly string[]): void {
    this.mode = 'reply';
    this.texts.reply = text;
    this.expected = missing.map((name) => `{${name}}`);
  }

  /** Put a suggestion into the reply: below what is there, or in its place. */
  put(text: string, how: 'replace' | 'append'): void {
    this.mode = 'reply';
    const before = this.texts.reply.trimEnd();
    this.texts.reply = how === 'append' && before ? `${before}\n\n${text}` : text;
  }

  /** Empty what the mode writes, as after sending. */
  clear(): void {
    this.text = '';
    if (this.mode === 'reply') this.files = [];
  }
}
