import type { Agent, Language, Money } from './protocol';

/** The JSON of the HTTP API, as `docs/protocol.md` defines it. */

export interface Principal {
  kind: string;
  name: string;
  country: string;
  language: Language;
}

export interface Me {
  principal: Principal | null;
  agent: Agent | null;
  demo: boolean;
  today: string;
}

/** News or a disruption, while it lasts; `ends_at` is null while nobody knows its end. */
export interface Notice {
  id: number;
  kind: 'news' | 'disruption';
  topics: string[];
  text: string;
  /** Of the text: English stands in where there is none in the language that was asked for. */
  language: Language;
  starts_at: string;
  ends_at: string | null;
}

export type Stage = 'open' | 'reminder' | 'collection' | 'legal' | 'paid' | 'disputed' | 'credited';

/** One payment of a plan. */
export interface Instalment {
  due_date: string;
  amount: Money;
}

export interface Invoice {
  id: string;
  number: string;
  myropo_id: string;
  /** What a payment must name: viitenumero, OCR or KID. */
  reference: string;
  biller: { name: string; phone: string | null; email: string | null; website: string | null };
  description: string | null;
  stage: Stage;
  issue_date: string;
  due_date: string;
  original_due_date: string | null;
  days_late: number;
  /** All that was charged. */
  total: Money;
  paid: Money;
  /** Total less paid; negative when more was paid than charged. */
  outstanding: Money;
  /** The part of the total that is fees and interest. */
  fees: Money;
  interest: Money;
  access: 'own' | 'delegate' | 'company' | 'authority';
  /** What is left of the payment plan in force. */
  plan: Instalment[];
}

export type PostingKind =
  | 'principal'
  | 'reminder_fee'
  | 'collection_fee'
  | 'late_payment_compensation'
  | 'interest'
  | 'due_date_change_fee'
  | 'payment_plan_fee'
  | 'credit'
  | 'payment'
  | 'refund';

export type LetterKind =
  | 'invoice'
  | 'reminder'
  | 'collection_notice'
  | 'collection_letter'
  | 'second_collection_letter'
  | 'legal_notice';

/** One charge or credit; `text` is the biller's wording and empty for what the kind explains. */
export interface InvoiceLine {
  kind: PostingKind;
  text: string;
  amount: Money;
  added_on: string;
}

/** A payment, or a refund of money paid too much, which is negative. */
export interface InvoicePayment {
  amount: Money;
  paid_on: string;
}

export interface InvoiceLetter {
  id: string;
  kind: LetterKind;
  sent_on: string;
  url: string;
}

/** Who else may see or handle the invoice. */
export interface InvoiceAuthorization {
  id: string;
  name: string;
  email: string;
  allows: 'view' | 'handle';
  valid_until: string | null;
}

export interface InvoiceDetails extends Invoice {
  lines: InvoiceLine[];
  payments: InvoicePayment[];
  letters: InvoiceLetter[];
  authorizations: InvoiceAuthorization[];
}

/** A payment that was begun: it is made on the provider's page, and nothing is paid before. */
export interface PaymentStart {
  id: string;
  url: string;
}

/** A payment as the demo's payment provider sees it. */
export interface BankPayment {
  payee: string;
  reference: string;
  amount: Money;
  amount_text: string;
  invoice: string;
  status: 'started' | 'succeeded' | 'failed';
  account: string;
}

export interface DemoPeople {
  customers: { handle: string; name: string; country: string; about: string }[];
  agents: Agent[];
  company_myropo_id: string | null;
}

export type SignIn = { customer: string } | { myropo_id: string } | { agent: string };

/** One conversation in the customer's list. */
export interface ThreadEntry {
  id: string;
  /** The subject, or empty. */
  title: string;
  /** MyRopo ID or number of the invoice that it is about. */
  invoice: string | null;
  channel: 'widget' | 'message_center';
  handler: string;
  status: 'open' | 'closed';
  /** Name of the person who holds it. */
  agent: string | null;
  created_at: string;
  last_at: string | null;
  last_text: string;
  /** How many messages the customer has not seen. */
  unread: number;
}

/** A part of the list; `next` names the part after it. */
export interface ThreadPart {
  threads: ThreadEntry[];
  next: string | null;
}

/** A conversation to begin. */
export interface ThreadWish {
  title: string;
  text: string;
  invoice: string | null;
  attachments: string[];
  /** Whether a person shall answer; otherwise the AI assistant does at once. */
  person: boolean;
  language: Language;
  client_id: string;
}

/** A conversation that was begun; `expected` says when somebody answers, ready to be shown. */
export interface ThreadStart {
  id: string;
  expected: string;
}

/** When people answer on one line. */
export interface LineHours {
  line: 'phone' | 'message_center';
  open_now: boolean;
  next_opening_text: string | null;
  expected_answer_text: string | null;
  weekly_text: string;
}

/** A mail in the demo's mailbox. */
export interface DemoMail {
  id: number;
  recipient: string;
  subject: string;
  body: string;
  sent_at: string;
  thread_id: string;
}
