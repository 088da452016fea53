import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { getInvoices } from '../api';
import type { Invoice } from '../http';

/** The customer's invoices, to name them and to choose one. */
export class InvoiceNames implements ReactiveController {
  all: readonly Invoice[] = [];

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  async load(): Promise<void> {
    try {
      this.all = await getInvoices();
      this.host.requestUpdate();
    } catch {
      // Threads are then shown without the names of their invoices, and a message is about none.
    }
  }

  /** By MyRopo ID or by number. */
  find(id: string | null): Invoice | null {
    return this.all.find((invoice) => invoice.myropo_id === id || invoice.number === id) ?? null;
  }
}
