# What the assistant says by itself. Amounts and dates come formatted.

## Invoices
invoices-none = I can see no open invoices in your name.
invoices-none-of-any-kind = I can see no invoices in your name. If a letter shows a MyRopo ID, you can open its invoice with that.
invoices-open = { $count ->
    [one] You have one open invoice of { $total }.
   *[other] You have { $count } open invoices, { $total } in all.
}
invoices-open-late = { $late ->
    [one] One of them is overdue.
   *[other] { $late } of them are overdue.
}
invoices-open-only-late = It is overdue.
invoices-paid = { $count ->
    [one] You have one paid invoice.
   *[other] You have { $count } paid invoices.
}
invoices-paid-none = I can see no paid invoices in your name.
invoices-all = { $count ->
    [one] You have one invoice here.
   *[other] You have { $count } invoices here.
}
col-invoice = Invoice
col-due = Due date
col-left = Left to pay
col-stage = Stage
col-total = Total
stage = { $stage ->
    [open] Invoice
    [reminder] Reminder
    [collection] Collection
    [legal] Legal collection
    [paid] Paid
    [disputed] Disputed
   *[credited] Credited
}
invoice-owed = Invoice { $number } from { $biller }: { $left } is left to pay. The due date is { $due }.
invoice-owed-late = Invoice { $number } from { $biller }: { $left } is left to pay. The due date was { $due }, { $days ->
    [one] one day ago
   *[other] { $days } days ago
}.
invoice-fees = This includes { $fees } in fees.
invoice-part-paid = You have paid { $paid } of { $total }.
invoice-settled = Invoice { $number } from { $biller } is paid. The total was { $total }.
invoice-credit = You have paid { $over } more than invoice { $number } from { $biller }. The excess is yours to get back.
invoice-contact = For questions about the purchase itself, please contact { $biller }: { $phone }.
invoice-not-found = I cannot find that invoice among yours. Please check the number, or look at your list of invoices.
invoice-which = Which invoice do you mean?
invoice-choice = { $number } · { $biller } · { $left }

## Knowledge
knowledge-none = I do not know that, and I do not want to guess. A person in customer service can help.
knowledge-fallback = I have this in English only:

## Postponing
postpone-none = None of your invoices has a due date that can be moved now. A person can look at other ways with you.
postpone-when = To which date do you want to move invoice { $number } ({ $biller })? It can be any day from { $earliest } to { $latest }. { $fee ->
    [free] It costs nothing.
   *[other] It costs { $fee }.
}
postpone-card = Please check this change. It is made when you press Confirm.
refused-paid = Invoice { $number } is paid, so there is no due date to move.
refused-legal = Invoice { $number } is in legal collection, so I cannot move its due date. A person can look at it with you.
refused-disputed = Invoice { $number } is disputed and collection is paused while it is examined. A person handles it.
refused-credited = Invoice { $number } has been credited, so there is nothing to pay.
refused-limit-reached = The due date of invoice { $number } has been moved as far as { $biller } allows. A person can look at other ways with you, such as instalments.
refused-too-early = For invoice { $number }, the new date can be { $earliest } at the earliest and { $latest } at the latest.
refused-too-late = { $biller } allows a new due date until { $latest } at the latest for invoice { $number }. Would that help?
refused-same-date = { $date } is already the due date of invoice { $number }. It can be moved until { $latest }.
refused-in-the-past = { $date } has already passed. The new date can be any day from { $earliest } to { $latest }.
card-title = Move the due date
card-due-date = Due date
card-fee = Fee
card-total = Total to pay
card-free = Free
card-next = After you confirm, the new due date holds at once, and no reminder is sent before it.
card-expires = Valid until { $time }
receipt-title = Due date moved
receipt-new-date = New due date
receipt-text = Done. The new due date of invoice { $number } ({ $biller }) is { $date }. To pay: { $total }.
proposal-cancelled = The due date was not changed.
proposal-superseded = This change was not made: the conversation went on to something else.
proposal-expired = The time to confirm has passed. Nothing was changed.
press-confirm = Nothing is changed yet. Please press Confirm on the card above, or Cancel if you do not want it.

## People
handoff = { $reason ->
    [asked_for_person] A person in customer service will answer you here.
    [dispute] A person will look into this. You need not explain it twice: your message goes along.
    [hardship] Thank you for telling me. A person will look for a solution with you.
    [fraud] A person will look into this first. Please do not pay until then, and never give your bank codes to anyone.
    [not_understood] I have not understood you, I am sorry. A person will help.
   *[assistant_unavailable] I cannot answer right now, I am sorry. A person will.
} { $position ->
    [one] You are first in the queue.
   *[other] You are number { $position } in the queue.
} You may close this window; the answer waits here.
claimed = { $agent } from customer service has joined the conversation.
handed-back = The AI assistant is back. What else can I help with?
closed = The conversation was closed. You can begin a new one at any time.
reason = { $reason ->
    [asked_for_person] Asked for a person
    [dispute] Dispute
    [hardship] Payment difficulties
    [fraud] Suspected fraud
    [not_understood] Assistant did not understand
   *[assistant_unavailable] Assistant unavailable
}
person-button = Talk to a person

## Small talk and limits
smalltalk = Hello! I am MyRopo's AI assistant. I can show your invoices, explain fees and letters, move due dates and bring a person.
thanks = You are welcome. Is there anything else about your invoices?
out-of-scope = I can only help with invoices and payments here: what you owe, fees and letters, due dates, and getting a person.
not-understood = I am not sure what you mean. Is it one of these?
suggest-invoices = What do I owe?
suggest-postpone = Move a due date
suggest-fees = What do reminders cost?

## Errors
error-bad-frame = That could not be read
error-bad-frame-detail = Send one JSON object as a text frame.
error-unknown-type = Unknown kind of request
error-unknown-type-detail = See the protocol for the types that exist.
error-invalid-field = Something is missing or wrong
error-invalid-field-detail = Check the fields of the request.
error-too-large = That is too large
error-too-large-detail = Please send less at a time.
error-hello-first = Say hello first
error-hello-first-detail = The first frame must be of type hello.
error-message-empty = The message is empty
error-message-empty-detail = Please write something and send it again.
error-message-too-long = The message is too long
error-message-too-long-detail = Please keep it under 4,000 characters. Nothing was lost: shorten it and send it again.
error-thread-not-found = Conversation not found
error-thread-not-found-detail = It does not exist or is not yours. Begin a new conversation.
error-thread-closed = The conversation is closed
error-thread-closed-detail = Please begin a new conversation.
error-proposal-not-found = Nothing to confirm
error-proposal-not-found-detail = This change does not exist. Please ask for it again.
error-proposal-expired = The time to confirm has passed
error-proposal-expired-detail = Nothing was changed. Please ask for the change again.
error-proposal-changed = The invoice has changed meanwhile
error-proposal-changed-detail = Nothing was changed. Please ask again to see the present terms.
error-proposal-already-confirmed = Already confirmed
error-proposal-already-confirmed-detail = The change was made once, and is not made again.
error-proposal-closed = This change was withdrawn
error-proposal-closed-detail = Nothing was changed. Please ask for it again if you want it.
error-not-yours = Not your conversation
error-not-yours-detail = Claim the conversation first.
error-already-claimed = Not waiting any more
error-already-claimed-detail = Somebody else has taken this conversation.
error-invoice-not-found = Invoice not found
error-invoice-not-found-detail = It does not exist or is not yours. Check the number or the MyRopo ID.
error-sign-in-needed = Please sign in
error-sign-in-needed-detail = Your session is over. Sign in and go on.
error-internal = Something went wrong on our side
error-internal-detail = Nothing was changed. Please try again in a moment, or ask for a person.
