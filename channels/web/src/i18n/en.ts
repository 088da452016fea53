import type { Stage } from '../protocol';

const stages: Record<Stage, string> = {
  open: 'Invoice',
  reminder: 'Reminder',
  collection: 'Collection',
  legal: 'Legal collection',
  paid: 'Paid',
};

/** English words; the other languages have the same shape. */
export const en = {
  language: 'Language',
  loading: 'Loading',
  tryAgain: 'Try again',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  demo: 'Demo. People, invoices and amounts are invented.',
  failed: 'Something went wrong',
  failedNetwork: 'The service did not answer. Check your connection and try again.',

  portal: {
    title: 'Your invoices',
    skip: 'Skip to invoices',
    outstanding: 'Total to pay',
    openCount: (n: number) => (n === 1 ? '1 unpaid invoice' : `${n} unpaid invoices`),
    overdueCount: (n: number) => (n === 1 ? '1 is overdue' : `${n} are overdue`),
    unpaid: 'Unpaid',
    paid: 'Paid',
    emptyTitle: 'No invoices here',
    emptyText:
      'You have no open or paid invoices. If you have received a letter that you cannot find here, ask in the chat: have the MyRopo ID from the letter at hand.',
    nothingToPay: 'You have nothing to pay.',
    errorTitle: 'Your invoices could not be loaded',
    errorText: 'Nothing has been changed. Try again in a moment. If it continues, call the number on your invoice.',
    ask: 'Ask about this invoice',
    askText: (number: string, biller: string) => `I have a question about invoice ${number} from ${biller}: `,
    details: 'Details',
    invoice: 'Invoice',
    dueDate: 'Due date',
    originalDueDate: 'Original due date',
    issued: 'Issued',
    originalAmount: 'Invoice total',
    myropoId: 'MyRopo ID',
    phone: 'Phone',
    email: 'Email',
    website: 'Website',
    stage: 'Stage',
    stageStep: (word: string, step: number) => `${word}, step ${step} of 4`,
    stages,
    paidInFull: 'Paid in full',
    delegate: 'You handle this for someone else',
    company: 'Company invoice',
    updated: (number: string) => `Invoice ${number} has been updated`,
  },

  distance: (days: number): string => {
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    if (days > 1) return `in ${days} days`;
    return days === -1 ? '1 day late' : `${-days} days late`;
  },

  chat: {
    open: 'Chat',
    openNew: (n: number) => (n === 1 ? '1 new message' : `${n} new messages`),
    title: 'MyRopo chat',
    close: 'Close the chat',
    newThread: 'New conversation',
    person: 'Talk to a person',
    personWaiting: 'Waiting for a person',
    assistant: 'AI assistant',
    service: 'customer service',
    you: 'You',
    disclosure:
      'You are chatting with an AI assistant. It can make mistakes. Nothing about your invoices changes without your confirmation, and you can ask for a person at any time.',
    hint: 'Ask about your invoices, due dates or fees. For example: When is my next invoice due?',
    log: 'Conversation',
    placeholder: 'Write a message',
    send: 'Send',
    left: (n: number) => `${n} characters left`,
    closed: 'This conversation is closed.',
    startNew: 'Start a new conversation',
    offline: 'No connection. Messages are sent later.',
    connecting: 'Connecting',
    waiting: 'Waiting to be sent',
    sending: 'Sending',
    notSent: 'Not sent',
    typing: (who: string) => `${who} is writing`,
    pill: 'New messages',
    source: 'Source',
    newTab: 'opens in a new tab',
    signedOut: 'You are signed out. Sign in to go on.',
    signIn: 'Sign in',
    refused: 'The chat cannot be used from this page.',
    dismiss: 'Dismiss',
    someone: 'A person',
  },

  card: {
    confirm: 'Confirm',
    cancel: 'Cancel',
    confirming: 'Confirming',
    cancelling: 'Cancelling',
    from: 'now',
    to: 'new',
    done: 'Done',
    invoice: (number: string, biller: string) => `Invoice ${number}, ${biller}`,
    offline: 'No connection. You can confirm when it returns.',
  },

  signInPage: {
    title: 'Demo sign-in',
    lead: 'Demo sign-in: choose who to be. Real sign-in with bank ID comes later.',
    customers: 'Customers',
    agents: 'Customer service',
    agentsLead: 'Opens the console in which people answer customers.',
    company: 'Company invoice',
    companyLead: 'Open a company invoice with the MyRopo ID printed on it, usually in the top right corner.',
    myropoId: 'MyRopo ID',
    myropoIdMissing: 'Enter the MyRopo ID from the invoice.',
    openInvoice: 'Open the invoice',
    example: (id: string) => `In this demo: ${id}`,
    useExample: 'Use it',
    unavailableTitle: 'Sign-in is not available',
    unavailableText: 'The list of demo people could not be loaded. Try again in a moment.',
    failedTitle: 'You could not be signed in',
    signingIn: 'Signing in',
  },
};

/** The words of one language. */
export type Words = typeof en;
