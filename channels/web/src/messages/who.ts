import { formatClock, formatDay } from '../format';
import type { Words } from '../i18n';
import type { MessageWords } from '../i18n/messages';
import type { Language } from '../protocol';

/** What is known of a thread, from the list or from the thread itself. */
interface Answered {
  handler: string;
  status: 'open' | 'closed';
  agent: string | null;
}

/** Who answers in a thread now, in words. */
export function whoAnswers({ handler, status, agent }: Answered, words: Words, here: MessageWords): string {
  const { chat } = words;
  if (status === 'closed') return here.closed;
  if (handler === 'queue') return chat.personWaiting;
  return handler === 'assistant' ? chat.assistant : `${agent ?? chat.someone}, ${chat.service}`;
}

/** A thread's subject, or the day on which it began. */
export function titleOf(title: string, createdAt: string | null, language: Language, here: MessageWords): string {
  if (title) return title;
  return createdAt ? here.conversationOf(formatDay(new Date(createdAt), language, new Date())) : here.title;
}

/** When something was: the time on the same day, else the day. */
export function whenOf(at: string, language: Language, now = new Date()): string {
  const moment = new Date(at);
  return moment.toDateString() === now.toDateString() ? formatClock(moment, language) : formatDay(moment, language, now);
}
