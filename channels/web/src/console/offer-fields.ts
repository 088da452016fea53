import type { Wish, WishKind } from './api';
import { workWords as w } from './words-work';

/** One field of an offer's form, as the wish's JSON names it. */
export interface OfferField {
  name: keyof typeof w.fields;
  type: 'date' | 'number' | 'text' | 'email' | 'allows' | 'words';
  optional?: boolean;
}

/** What each kind of offer asks for; whether it is allowed, the rules of the ledger say. */
export const OFFER_FIELDS: Partial<Record<WishKind, readonly OfferField[]>> = {
  postpone_due_date: [{ name: 'new_date', type: 'date' }],
  create_payment_plan: [
    { name: 'instalments', type: 'number' },
    { name: 'first_date', type: 'date' },
  ],
  change_payment_plan: [
    { name: 'instalments', type: 'number' },
    { name: 'first_date', type: 'date' },
  ],
  cancel_payment_plan: [],
  set_refund_account: [
    { name: 'iban', type: 'text' },
    { name: 'holder', type: 'text' },
  ],
  authorize_person: [
    { name: 'name', type: 'text' },
    { name: 'email', type: 'email' },
    { name: 'allows', type: 'allows' },
    { name: 'until', type: 'date', optional: true },
  ],
  dispute_invoice: [{ name: 'reason', type: 'words' }],
};

/** The kinds that can be offered here: to end an authorisation, one would have to be chosen, and none is listed. */
export const OFFERABLE: ReadonlySet<WishKind> = new Set(Object.keys(OFFER_FIELDS) as WishKind[]);

/** The wish that a filled form stands for. */
export function wishOf(kind: WishKind, form: FormData): Wish {
  const wish: Wish = { kind };
  for (const { name, type, optional } of OFFER_FIELDS[kind] ?? []) {
    const value = String(form.get(name) ?? '').trim();
    wish[name] = optional && !value ? null : type === 'number' ? Number(value) : value;
  }
  return wish;
}
