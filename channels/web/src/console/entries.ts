import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../format';
import type { CardItem, PaymentItem } from '../widget/timeline';
import type { LineItem } from './timeline';
import { consoleWords as w } from './words';

/** The moment of an entry, in a few characters. */
export function timeOf(at: string): TemplateResult {
  return html`<time datetime=${at}>${formatTime(at, 'en')}</time>`;
}

/** A line between the messages; one that only customer service sees stands on the notes' surface. */
export function renderLine({ text, at, internal }: Pick<LineItem, 'text' | 'at' | 'internal'>): TemplateResult {
  return html`<p class=${internal ? 'system internal' : 'system'} data-testid="system-line" data-internal=${internal}>
    ${internal ? html`<span class="sr">${w.internal} </span>` : nothing}<span class="text">${text}</span> ${timeOf(at)}
  </p>`;
}

export function renderPayment({ status, text, at }: PaymentItem): TemplateResult {
  return html`<p class="system" data-testid="payment-line" data-status=${status}>
    ${w.payments[status]}: ${text} ${timeOf(at)}
  </p>`;
}

/** A card as the customer has it, in words; the agent cannot press its buttons. */
export function renderCard(item: CardItem, offeredBy: string | null): TemplateResult {
  const { proposal, receipt, status } = item;
  const { lines, schedule } = receipt ?? proposal;
  const changes = receipt ? [] : proposal.changes;
  const rows = [
    ...changes.map(({ label, old, new: now }) => [label, old === null ? now : `${old} → ${now}`] as const),
    ...lines.map(({ label, value }) => [label, value] as const),
    ...schedule.map(({ date, amount }) => [date, amount] as const),
  ];
  return html`<article class="card ${status}" data-testid="proposal-card" data-status=${status}>
    <p class="meta">
      <strong>${receipt ? w.done : offeredBy ? w.offeredBy(offeredBy) : w.proposed}: ${receipt?.title ?? proposal.title}</strong>
      ${timeOf(item.at)}
    </p>
    <p class="muted num">${proposal.invoice.number}, ${proposal.invoice.biller}</p>
    <dl class="num">
      ${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${receipt ? nothing : html`<p class="muted">${w.statuses[status]}</p>`}
  </article>`;
}
