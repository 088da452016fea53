# What the assistant says by itself. Amounts and dates come formatted.

## Invoices
invoices-none = I can see no unpaid invoices in your name.
invoices-none-of-any-kind = I can see no invoices in your name. If a letter shows a MyRopo ID, you can open its invoice with that.
invoices-open = { $count ->
    [one] You have one unpaid invoice of { $total }.
   *[other] You have { $count } unpaid invoices, { $total } in all.
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
invoice-part-paid = { $paid } of { $total } has been paid.
invoice-owed-plan = Invoice { $number } from { $biller }: { $left } is left to pay, in instalments.
invoice-plan-next = The next instalment is { $amount }, due on { $due }. { $count ->
    [one] It is the last one.
   *[other] { $count } instalments are left.
}
invoice-plan-late = The instalment of { $amount } was due on { $due }. { $count ->
    [one] It is the last one.
   *[other] { $count } instalments are left.
}
invoice-credited = Invoice { $number } from { $biller } has been credited, so there is nothing to pay.
invoice-fees = Fees of { $fees } have been added to it.
invoice-interest = Late payment interest of { $interest } has been added to it.
invoice-fees-interest = Fees of { $fees } and late payment interest of { $interest } have been added to it.
invoice-disputed = The invoice is disputed, and reminders and collection are paused while a person looks into it.
invoice-legal = The invoice is in legal collection, where a court or an enforcement authority may handle it. You can still pay it here, and a person can tell you more.
balance-none = You have nothing to pay.
balance-owed = { $count ->
    [one] { $total } is left to pay on one invoice.
   *[other] { $total } in all is left to pay on { $count } invoices.
}
balance-added = Fees and interest make up { $fees } of the total.
balance-overpaid = { $over } too much has been paid. It can be paid back to a bank account.
invoice-settled = Invoice { $number } from { $biller } is paid. The total was { $total }.
invoice-credit = Invoice { $number } from { $biller } has been overpaid by { $over }. The excess can be paid back.
invoice-contact = For questions about the purchase itself, please contact { $biller }: { $phone }.
invoice-not-found = I cannot find that invoice among yours. Please check the number, or look at your list of invoices.
invoice-choice = { $number } · { $biller } · { $left }
col-part = Breakdown
col-amount = Amount
col-date = Date
col-letter = Letter
part-fees = Fees
part-paid = Paid
part-over = Paid too much
kind-principal = Invoice amount
kind-reminder-fee = Reminder fee
kind-collection-fee = Collection costs
kind-late-payment-compensation = Late payment compensation
kind-interest = Late payment interest
kind-due-date-change-fee = Fee for moving the due date
kind-payment-plan-fee = Fee for the payment plan
kind-credit = Credit
kind-payment = Payment
kind-refund = Refund

## Knowledge
knowledge-none = I do not know that, and I do not want to guess. A person in customer service can help.
knowledge-fallback = { $spoken ->
    [fi] I have this in Finnish only:
    [nb] I have this in Norwegian only:
    [sv] I have this in Swedish only:
   *[en] I have this in English only:
}
notice-disruption = Please note: { $text }
notice-news = News: { $text }
notices-none = There is no news and no known disruption at the moment.

## Letters, contacts and paying
letters-found = { $count ->
    [one] I found one letter.
   *[other] I found { $count } letters, the newest first.
}
letters-none = I can find no letters to you.
letters-none-invoice = I can find no letters about invoice { $number }.
letters-open = Open the newest: { $kind }, { $date }
letter-invoice = Invoice
letter-reminder = Payment reminder
letter-collection-notice = Collection notice
letter-collection-letter = Collection letter
letter-second-collection-letter = Second collection letter
letter-legal-notice = Notice of legal collection
contact-pay = For questions about paying invoice { $number }, call { $phone }.
contact-hours = { $state ->
    [open] The line is open now ({ $hours }).
   *[closed] The line is closed now. It is open { $hours }.
}
contact-biller = For questions about what you bought, contact { $biller }: { $phone }, { $website }, { $email }.
payment-start = You can pay { $amount } for invoice { $number } ({ $biller }) here. Nothing is paid until you confirm it on the payment page.
payment-button = Pay { $amount }
payment-received = We have received { $amount } for invoice { $number } ({ $biller }).
payment-left-none = Nothing is left to pay.
payment-left = { $left } is left to pay.
payment-failed = The payment of { $amount } for invoice { $number } ({ $biller }) did not go through. The invoice is as it was, and you can try again.

## Questions back
# A question of one tool alone has the tool's name in its key.
asks-invoice = Which invoice do you mean?
asks-postpone-due-date-new-date = To which date do you want to move the due date of invoice { $number } ({ $biller })? It can be any day from { $earliest } to { $latest }.
asks-new-date = When would you like to pay the first instalment of invoice { $number } ({ $biller })? It can be any day from { $earliest } to { $latest }.
asks-instalments = In how many instalments would you like to pay invoice { $number } ({ $biller })? You can choose up to { $most }.
asks-cost = { $fee ->
    [free] It costs nothing.
   *[other] It costs { $fee }.
}
asks-cost-at-most = { $fee ->
    [free] The plan costs nothing.
   *[other] The plan costs { $fee } at most.
}
copilot-postpone = The due date of invoice { $number } ({ $biller }) can be moved to { $date }.
copilot-plan = Invoice { $number } ({ $biller }) can be paid in { $count } instalments.
asks-account = Invoice { $number } ({ $biller }) has been overpaid. To which account should the excess be sent? Please write the account number (IBAN) and the account holder's name.
asks-person = Whom do you want to authorise for invoice { $number } ({ $biller })? Please write the person's name and e-mail address, and whether they may only see the invoice or also handle it.
asks-authorization = Whose authorisation for invoice { $number } ({ $biller }) do you want to take back?
asks-reason = What is wrong with invoice { $number } ({ $biller })? Please tell me in your own words. Once you have confirmed it, reminders and collection are paused and a person looks into it.
instalments = { $count ->
    [one] one instalment
   *[other] { $count } instalments
}

## Proposals
proposed-postpone-due-date = Please check this change. It is made when you press Confirm.
proposed-create-payment-plan = Please check the instalments, their dates and the cost. The plan begins when you press Confirm.
proposed-change-payment-plan = Please check the new plan. It replaces the current one when you press Confirm.
proposed-cancel-payment-plan = Please check when the rest would be due. The plan ends when you press Confirm.
proposed-set-refund-account = Please check the account number carefully. The money is sent there when you press Confirm.
proposed-authorize-person = Please check whom you authorise, and what for. The authorisation begins when you press Confirm.
proposed-revoke-authorization = Please check whose authorisation you take back. It ends when you press Confirm.
proposed-dispute-invoice = Please check your reason. Reminders and collection are paused when you press Confirm.
step-up-first = For your safety, you are asked to verify your identity first.
step-up-text = Please verify your identity before you confirm. It protects your money and your data.
step-up-label = Verify your identity
card-title-postpone-due-date = Move the due date
card-title-create-payment-plan = Pay in instalments
card-title-change-payment-plan = Change the payment plan
card-title-cancel-payment-plan = End the payment plan
card-title-set-refund-account = Get your money back
card-title-authorize-person = Authorise a person
card-title-revoke-authorization = Take back an authorisation
card-title-dispute-invoice = Dispute the invoice
card-due-date = Due date
card-payment = Payment
card-at-once = All at once
card-next-instalment = Next instalment
card-rest-due = The rest is due
card-schedule = Instalments
card-fee = Fee
card-free = Free
card-total = Total to pay
card-account = Account
card-holder = Account holder
card-refund = You get back
card-person = Name
card-email = E-mail
card-may = Permission
card-allows = { $allows ->
    [view] See the invoice
   *[handle] See and handle the invoice
}
card-until = Valid until
card-reason = Reason
card-collection = Reminders and collection
card-paused = Paused while a person looks into it
card-disputed = Disputed amount
card-next-postpone-due-date = After you confirm, the new due date applies at once, and no reminder or collection letter is sent before it.
card-next-create-payment-plan = After you confirm, the plan begins at once, and no reminders or collection letters are sent as long as you pay on time.
card-next-change-payment-plan = After you confirm, the new plan replaces the current one at once.
card-next-cancel-payment-plan = After you confirm, the plan ends at once, and the rest is due on { $date }.
card-next-set-refund-account = After you confirm, the money is sent to this account.
card-next-authorize-person = After you confirm, this person has access to the invoice, and you can take the authorisation back at any time.
card-next-revoke-authorization = After you confirm, this person no longer has access to the invoice.
card-next-dispute-invoice = After you confirm, reminders and collection are paused, and a person looks into it and answers you.
card-expires = Valid until { $time }
proposal-cancelled = Nothing was changed.
proposal-superseded = Nothing was changed: the conversation moved on to something else.
proposal-expired = The time to confirm has passed. Nothing was changed.
card-cost = { $fee ->
    [free] This change is free.
   *[other] This change costs { $fee }. It stands on the card above.
}
press-confirm = Nothing has been changed yet. Please press Confirm on the card above, or Cancel if you do not want the change.

## Receipts
receipt-title-postpone-due-date = Due date moved
receipt-title-create-payment-plan = Payment plan agreed
receipt-title-change-payment-plan = Payment plan changed
receipt-title-cancel-payment-plan = Payment plan ended
receipt-title-set-refund-account = Refund on its way
receipt-title-authorize-person = Authorisation given
receipt-title-revoke-authorization = Authorisation taken back
receipt-title-dispute-invoice = Invoice disputed
receipt-new-date = New due date
receipt-text-postpone-due-date = Done. The new due date of invoice { $number } ({ $biller }) is { $date }. To pay: { $total }.
receipt-text-create-payment-plan = Done. You pay invoice { $number } ({ $biller }) in { $instalments }, { $total } in all. The first is { $first }, due on { $date }.
receipt-text-change-payment-plan = Done. The payment plan of invoice { $number } ({ $biller }) is now { $instalments }, { $total } in all. The next is { $first }, due on { $date }.
receipt-text-cancel-payment-plan = Done. The payment plan of invoice { $number } ({ $biller }) has ended. To pay: { $total }, due on { $date }.
receipt-text-set-refund-account = Done. { $refund } from invoice { $number } ({ $biller }) is being sent to the account { $account }.
receipt-text-authorize-person = Done. { $name } can now { $allows ->
    [view] see
   *[handle] see and handle
} invoice { $number } ({ $biller }) until { $until }.
receipt-text-revoke-authorization = Done. { $name } no longer has access to invoice { $number } ({ $biller }).
receipt-text-dispute-invoice = Done. Invoice { $number } ({ $biller }) is disputed. Reminders and collection are paused, and a person looks into it.

## Refusals
# A reason of one tool alone has the tool's name in its key. Dates without one are those of a first instalment.
refused-paid = Invoice { $number } is paid. Nothing is left to pay, so nothing needs to be arranged.
refused-credited = Invoice { $number } has been credited, so there is nothing to pay.
refused-disputed = Invoice { $number } is disputed, and reminders and collection are paused while a person looks into it. That person can also answer your question.
refused-legal = Invoice { $number } is in legal collection, so I cannot change anything about it. You can still pay it, and a person can look at it with you.
refused-view-only = You may see invoice { $number }, but not handle it. The customer whose invoice it is can give you that permission.
refused-owner-only = Only the customer whose invoice { $number } is can do this. You can still pay it and, where that is possible, move its due date or arrange instalments.
refused-has-plan = Invoice { $number } is already being paid in instalments. You can change the plan or end it.
refused-no-plan = Invoice { $number } has no payment plan. If you would like one, I can look at what is possible.
refused-not-allowed = { $biller } does not offer this for invoice { $number }. A person can look at other ways with you.
refused-limit-reached = The due date of invoice { $number } cannot be moved further: { $biller } does not allow a later one. Instalments may be possible, and a person can look at other ways with you.
refused-payment-unavailable = Paying here is not possible right now, and nothing was paid. Please try again in a moment, or pay in your bank with the details on invoice { $number }.
refused-too-often = The payment dates of invoice { $number } have been changed as often as { $biller } allows. A person can look at other ways with you.
refused-postpone-due-date-too-often = The due date of invoice { $number } has been moved as often as { $biller } allows. Instalments may be possible, and a person can look at other ways with you.
refused-same-date = { $due } is already the due date of invoice { $number }. It can be moved until { $latest }.
refused-too-early = The first instalment of invoice { $number } can be due on { $earliest } at the earliest and on { $latest } at the latest.
refused-too-late = The first instalment of invoice { $number } can be due on { $latest } at the latest. Would that suit you?
refused-in-the-past = That day has already passed. The first instalment of invoice { $number } can be due on any day from { $earliest } to { $latest }.
refused-postpone-due-date-has-plan = Invoice { $number } is being paid in instalments, so its dates are those of the plan. You can change the plan instead, or end it.
refused-postpone-due-date-not-allowed = { $biller } does not allow the due date of invoice { $number } to be moved. Instalments may be possible, and a person can look at other ways with you.
refused-postpone-due-date-too-early = For invoice { $number }, the new date can be { $earliest } at the earliest and { $latest } at the latest.
refused-postpone-due-date-too-late = { $biller } allows a new due date until { $latest } at the latest for invoice { $number }. Would that help?
refused-postpone-due-date-in-the-past = That day has already passed. The new due date of invoice { $number } can be any day from { $earliest } to { $latest }.
refused-create-payment-plan-not-allowed = { $biller } does not offer instalments for invoice { $number } here. A later due date may be possible, and a person can look at other ways with you.
refused-too-many-instalments = Invoice { $number } can be divided into { $most } instalments at most here. A person can look at a longer plan with you. Would { $most } instalments suit you?
refused-too-few-instalments = A payment plan has at least two instalments. For invoice { $number } there can be up to { $most }.
refused-instalment-too-small = In so many instalments, each would be smaller than { $biller } allows. Invoice { $number } can be divided into { $most } at most. Would that suit you?
refused-amount-too-small = What is left to pay on invoice { $number } is too little to be divided into instalments. A person can look at other ways with you.
refused-start-payment-amount-too-small = The amount must be more than zero. { $most } is left to pay on invoice { $number }.
refused-amount-too-large = { $most } is left to pay on invoice { $number }, so you do not need to pay more than that. Would you like to pay it?
refused-no-partial-payments = { $biller } accepts only the whole amount for invoice { $number }, { $least }. Instalments may be possible. Would you like to pay the whole amount?
refused-nothing-to-refund = I cannot see that too much was paid for invoice { $number }, so there is nothing to send back. A person can look for a payment that is missing here.
refused-iban-unreadable = I cannot read that as an account number. Please write the IBAN: it begins with the two letters of the country, and digits follow.
refused-iban-length = That account number is too short or too long. An IBAN has 18 characters in Finland, 24 in Sweden and 15 in Norway.
refused-iban-checksum = One of the characters in that account number seems to be wrong: its check digits do not match. Please compare it with the one from your bank and write it again.
refused-iban-country = The money can be sent only to an account in the country where you are a customer. If you have none there, a person can help.
refused-email-invalid = That does not look like an e-mail address. Please write it again, for example name@example.com.
refused-own-email = That is your own e-mail address, and you can already see invoice { $number }. Please write the other person's address.
refused-already-authorized = This person is already authorised for invoice { $number }. To change the authorisation, first take it back.
refused-until-in-the-past = That day has already passed. The authorisation can be valid until { $latest } at the latest.
refused-until-too-late = The authorisation can be valid until { $latest } at the latest. Would that suit you?
refused-no-such-authorization = I cannot find that authorisation for invoice { $number }, so there is nothing to take back.
refused-dispute-invoice-paid = Invoice { $number } is paid, so there is no collection to pause. If something was wrong with it, a person can look into it with you.
refused-dispute-invoice-credited = Invoice { $number } has been credited: you do not need to pay it, and there is nothing left to dispute.
refused-dispute-invoice-disputed = Invoice { $number } is already disputed. Reminders and collection are paused, and a person is looking into it.
refused-dispute-invoice-legal = Invoice { $number } is in legal collection, where I cannot take an objection. A person can tell you how to make one there.
refused-postpone-due-date-nothing-possible = None of your invoices has a due date that can be moved now. A person can look at other ways with you.
refused-create-payment-plan-nothing-possible = None of your invoices can be divided into instalments now. A person can look at other ways with you.
refused-change-payment-plan-nothing-possible = You have no payment plan that can be changed. A person can look at other ways with you.
refused-cancel-payment-plan-nothing-possible = You have no payment plan that can be ended.
refused-set-refund-account-nothing-possible = I cannot see that you have paid too much on any invoice, so there is nothing to send back. A person can look for a payment that is missing here.
refused-authorize-person-nothing-possible = You have no invoice of your own that you could authorise somebody for.
refused-revoke-authorization-nothing-possible = You have given no authorisation that could be taken back.
refused-dispute-invoice-nothing-possible = You have no invoice that can be disputed here. A person can look into any invoice with you.
refused-start-payment-nothing-possible = Nothing is left to pay on any of your invoices.

## People
handoff = { $reason ->
    [asked_for_person] A person in customer service will answer you here.
    [dispute] A person will look into this. You do not have to explain it twice: your message goes along.
    [hardship] Thank you for telling me. A person will look for a solution with you.
    [fraud] A person will look into this first. Please do not pay until it has been checked, and never give codes or passwords to anyone. If you have already given them or paid, call your bank at once.
    [death] I am sorry for your loss. A person will go through the invoices with you and tell you which papers are needed. You need not send any yet.
    [guardianship] Thank you for telling me. A person will tell you which proof is needed and go through the invoices with you. You need not send any papers yet.
    [insolvency] Thank you for telling me. A person will look at what this means for your invoices. Until then I suggest no payments or plans.
    [threat] I have read what you wrote, and I take it seriously. A person will take over from here.
    [self_harm] I am sorry that it is this hard, and I am glad that you wrote it. You matter more than any invoice. { $crisis } A person in customer service will answer you here too, but please do not wait for that if you feel unsafe.
    [legal_threat] I have taken note of what you write. A person will go through the matter and answer you here.
    [data_protection] A person handles requests about personal data, and yours goes along as you wrote it. By law it is answered within a month. Please do not write your identity number here.
    [anger] I am sorry that this has gone so badly for you. A person will look at it with you.
    [identity] A person must first make sure whose invoices these are. Until then I show no details of them.
    [beyond_policy] That is not for me to decide. A person will look at what is possible.
    [not_understood] I am sorry, I have not understood you. A person will help.
   *[assistant_unavailable] I am sorry, I cannot answer right now. A person will.
} { $position ->
    [one] You are first in the queue.
   *[other] You are number { $position } in the queue.
} You may close this window; the answer waits here.
crisis-help = If your life is in danger, call { $emergency } now. { $always ->
    [yes] Day and night you can talk to somebody at { $line }, { $phone }.
   *[no] You can also talk to somebody at { $line }, { $phone }.
}
answer-expected = { $state ->
    [open] Customer service is open now. You will usually have an answer by { $when }.
    [unattended] You will usually have an answer by { $when }.
   *[closed] Customer service is closed now and opens { $opens }. You will usually have an answer by { $when }.
}
claimed = { $agent } from customer service has joined the conversation.
handed-back = The AI assistant is back. What else can I help with?
closed = The conversation was closed. You can begin a new one at any time.
reason = { $reason ->
    [asked_for_person] Asked for a person
    [dispute] Dispute
    [hardship] Payment difficulties
    [fraud] Suspected fraud
    [death] Death
    [guardianship] Guardianship
    [insolvency] Insolvency
    [threat] Threat against people
    [self_harm] Self-harm: urgent
    [legal_threat] Threat of legal action
    [data_protection] Personal data request
    [anger] Strong anger
    [identity] Doubt who is writing
    [beyond_policy] Arrangement beyond policy
    [not_understood] Assistant did not understand
   *[assistant_unavailable] Assistant unavailable
}
person-button = Talk to a person

## Small talk and limits
smalltalk = Hello! I am MyRopo's AI assistant. I can show your invoices and letters, explain fees, and help you pay, move a due date or pay in instalments. I can also help you get back what you have paid too much, authorise another person or talk to a person in customer service.
smalltalk-sorry = I am sorry that this has been frustrating. Tell me what you need in a few words, or choose a person below.
smalltalk-bye = Goodbye, and take care. I am here around the clock if anything comes up.
smalltalk-bot = I am MyRopo's AI assistant, a computer program and not a person. I can help with your invoices and payments, and bring a person whenever you want one.
smalltalk-fine = All is well here, thank you. I am an AI, so I am never tired. How can I help with your invoices?
smalltalk-fun = I am better with invoices than with jokes and riddles. Shall we look at yours?
smalltalk-again = Hello again! What can I help with?
language-changed = Of course, in English from now on. How can I help?
thanks = You are welcome. Can I help with anything else about your invoices?
out-of-scope = I can only help with invoices and payments here: what you owe, fees and letters, paying, due dates and instalments, refunds and authorisations, and reaching a person.
not-understood = I am not sure what you mean. Is it one of these?
suggest-invoices = What do I owe?
suggest-pay = Pay an invoice
suggest-postpone = Move a due date
suggest-plan = Pay in instalments
suggest-change-plan = Change the payment plan
suggest-end-plan = End the payment plan
suggest-refund = Get back what I overpaid
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
error-proposal-changed = The invoice has changed in the meantime
error-proposal-changed-detail = Nothing was changed. Please ask again to see the current terms.
error-proposal-already-confirmed = Already confirmed
error-proposal-already-confirmed-detail = The change has been made once and is not made again.
error-proposal-closed = This change was withdrawn
error-proposal-closed-detail = Nothing was changed. Please ask for it again if you want it.
error-not-yours = Not your conversation
error-not-yours-detail = Claim the conversation first.
error-already-claimed = No longer waiting
error-already-claimed-detail = Somebody else has taken this conversation.
error-invoice-not-found = Invoice not found
error-invoice-not-found-detail = It does not exist or is not yours. Check the number or the MyRopo ID.
error-sign-in-needed = Please sign in
error-sign-in-needed-detail = Your session has ended. Sign in to go on.
error-invoice-ambiguous = Several invoices have this number
error-invoice-ambiguous-detail = Use the MyRopo ID that is printed on the invoice.
error-letter-not-found = Letter not found
error-letter-not-found-detail = It does not exist or is not yours.
error-payment-not-found = Payment not found
error-payment-not-found-detail = It does not exist or is not yours.
error-payment-unavailable = Paying is not possible right now
error-payment-unavailable-detail = Nothing was paid. Please try again in a moment, or pay in your bank with the details on the invoice.
error-payment-mismatch = The amounts differ
error-payment-mismatch-detail = The amount reported is not the one that was asked for. A person looks into it.
error-not-found = Not found
error-not-found-detail = It does not exist or is not yours.
error-method-not-allowed = That cannot be done here
error-method-not-allowed-detail = This address does not take this kind of request.
error-other-site = This came from another site
error-other-site-detail = Nothing was changed. Open MyRopo itself and try again.
error-step-up-needed = Please verify your identity
error-step-up-needed-detail = Nothing has been changed yet. Verify your identity and confirm again.
error-policy-refused = That is not possible for this invoice
error-policy-refused-detail = Nothing was changed. Ask what is possible instead, or ask for a person.
error-proposal-refused = This cannot be confirmed
error-proposal-refused-detail = Nothing was changed. Please ask for the change again.
error-ledger-error = That could not be done
error-ledger-error-detail = Nothing was changed. Please try again, or ask for a person.
error-idempotency-key-missing = The request has no key
error-idempotency-key-missing-detail = Send the header Idempotency-Key with a value of your own.
error-idempotency-key-reused = The key was used before
error-idempotency-key-reused-detail = Nothing was changed. Send a new key with a new request.
error-still-running = The same request is still running
error-still-running-detail = Please wait a moment and ask again with the same key.
error-bad-signature = The signature is wrong
error-bad-signature-detail = The message was not accepted, and nothing was changed.
error-internal = Something went wrong on our side
error-internal-detail = Nothing was changed. Please try again in a moment, or ask for a person.
error-too-many-messages = That was a lot of messages in a short time
error-too-many-messages-detail = Nothing was lost: please wait a little and send it again.
error-attachment-not-found = File not found
error-attachment-not-found-detail = It does not exist, is not yours or was sent in another conversation. Please attach it again.
error-attachment-refused = This file cannot be sent
error-attachment-refused-detail = Send a PDF, PNG or JPEG. If the file is one of these, save it again in the program that made it and try once more.
error-attachment-empty = The file is empty
error-attachment-empty-detail = Check the file and attach it again.
error-attachment-too-large = The file is too large
error-attachment-too-large-detail = A file may be up to 10 MB. Send a smaller picture, or split the pages into several files.
error-too-many-attachments = That was a lot of files in a short time
error-too-many-attachments-detail = This file was not stored. Please wait an hour and attach it again.
error-attachments-unavailable = Files cannot be handled right now
error-attachments-unavailable-detail = Nothing was stored. Please try again in a moment, or write without the file.
error-too-many-frames = That was too fast
error-too-many-frames-detail = Nothing was lost: please wait a few seconds and try again.
error-supervisor-only = Only a supervisor may do this
error-supervisor-only-detail = Ask a supervisor, or escalate the conversation.
error-sender-blocked = You cannot write to us at the moment
error-sender-blocked-detail = We are not accepting messages from you for now. You can still call customer service: the number is on your invoice.
error-shortcut-taken = This shortcut is taken
error-shortcut-taken-detail = Another answer for the same team and language uses it. Choose a different one.
error-unknown-placeholder = This placeholder is unknown
error-unknown-placeholder-detail = Use only the placeholders that are offered.
error-copilot-failed = No usable text came back
error-copilot-failed-detail = The model did not answer in time, or changed a figure, date or reference. Try again, or write it yourself.
error-copilot-unavailable = This needs a hosted model
error-copilot-unavailable-detail = Translation and rewriting need a hosted model: the built-in one writes too poorly.

## Message Center and mails
thread-begun = Your message has arrived. The AI assistant usually answers within a minute, and you can ask for a person at any time.
mail-subject = You have an answer waiting in MyRopo
mail-body = Hello!

    { $who ->
        [assistant] MyRopo's AI assistant has answered your message.
       *[person] Customer service has answered your message.
    } To protect your privacy, the answer is not shown in this e-mail. Sign in to read it:

    { $link }

    This e-mail was sent automatically, and replies to it are not read.

    MyRopo

## When less is possible
limited-today = Please note that I work in a limited mode today: I understand buttons and short messages best.
articles-only = I cannot look into your own matters right now. This is what our help pages say:
one-at-a-time = I can prepare one change at a time: tell me about the other once you have answered this one.
suggest-list = Show my unpaid invoices
suggest-paid = Show my paid invoices
suggest-one = Show one of my invoices
suggest-letters = Show my letters
suggest-contact = Whom can I call?
suggest-authorize = Authorise another person
suggest-revoke = Take back an authorisation
suggest-dispute = An invoice is wrong
suggest-hardship = I cannot pay at all
suggest-fraud = I suspect a fraud

## Waiting for a person
queue-place = { $position ->
    [one] You are first in the queue.
   *[other] You are number { $position } in the queue.
}
queue-late = It is taking longer than we promised, and we are sorry. Your place is kept.
wait-changed = { $state ->
    [closed] We could not answer you before closing, and we are sorry. Your place in the queue is kept.
   *[unattended] Nobody in customer service is available right now. Your place in the queue is kept.
}
left-queue = You have left the queue. I am here again and happy to help.
returned = { $agent } is no longer available. You keep your place in the queue, and the next person who is free will answer you.
transferred = Your conversation goes on with { $to }. You do not have to explain anything again.
transferred-to-team = Your conversation goes on with another team in customer service. You do not have to explain anything again.
escalated = A supervisor in customer service will look at this and answer you here.
merged = We have brought your two conversations together. We will answer you in the other one.
rating-request = How did it go? One tap is enough.
rating-assistant = AI assistant
