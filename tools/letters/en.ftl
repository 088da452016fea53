# What letters say. Kind and plain: facts, choices and how to reach a person; no threats and no blame.

title-invoice = Invoice
title-reminder = Payment reminder
title-collection-notice = Collection notice
title-collection-letter = { $country ->
    [NO] Payment demand
   *[other] Collection letter
}
title-second-collection-letter = Second collection letter
title-legal-notice = Notice of legal collection

intro-invoice = { $biller } sends you this invoice for: { $description }.
intro-reminder = This invoice is still unpaid, in whole or in part. If you have paid it in the last few days, thank you. You do not need to do anything.
intro-collection-notice = We have sent you a reminder of this invoice. It is still unpaid, in whole or in part. If you have paid it in the last few days, thank you. You do not need to do anything.
intro-collection-letter = MyRopo collects this invoice on behalf of { $biller }. This letter is the demand for payment that comes before any legal step. Below you see what the amount is made of.
intro-second-collection-letter = MyRopo collects this invoice on behalf of { $biller }. This is the second letter about it. Below you see what the amount is made of.
intro-legal-notice = This invoice has moved on to legal collection on behalf of { $biller }. Below you see what the amount is made of on the day of this letter.

label-myropo-id = MyRopo ID
label-number = Invoice number
label-issued = Invoice date
label-sent = Date of this letter
label-original-due = Original due date
label-due = { $kind ->
    [legal_notice] Was due on
   *[other] Due date
}
label-total = Total
label-paid = Paid so far
label-to-pay = To pay
label-account = Account number
label-reference = { $country ->
    [SE] OCR number
    [NO] KID number
   *[other] Reference number
}

table-caption = What the amount is made of
column-date = Date
column-what = Item
column-amount = Amount

line-principal = Invoice amount
line-reminder-fee = Reminder fee
line-collection-fee = Collection costs
line-late-payment-compensation = Late payment compensation
line-interest = Late payment interest
line-due-date-change-fee = Fee for moving the due date
line-payment-plan-fee = Fee for the payment plan
line-credit = Credit

heading-payment = How to pay
payment-text = Pay in the MyRopo portal, where you see the payment at once, or in your own bank with the details above. The { $country ->
    [SE] OCR number
    [NO] KID number
   *[other] reference number
} tells us which invoice you have paid.

heading-next = What happens next
next-invoice = If the invoice is paid by { $due }, the matter is settled. If the payment is late, we first send you a reminder. A fee and interest may then be added.
next-reminder = If the amount is paid by { $due }, the matter is settled and nothing more is added. If it is neither paid nor arranged by then, { $country ->
    [NO] the next letter is a collection notice
   *[other] the invoice moves on to collection
}, which may add costs. A reminder does not lead to a payment default entry.
next-collection-notice = If the amount is paid by { $due }, the matter is settled and nothing more is added. If it is neither paid nor arranged by then, the invoice moves on to collection, which may add costs. A collection notice does not lead to a payment default entry.
next-collection-letter = If the amount is paid by { $due }, the matter is settled and nothing more is added. If it is neither paid nor arranged by then, { $country ->
    [FI] we send one more letter
    [SE] the claim can go to the Swedish Enforcement Authority (Kronofogden)
   *[NO] the claim can go to the conciliation board (forliksrådet)
}, which may add costs. This letter in itself does not lead to a payment default entry.
next-second-collection-letter = If the amount is paid by { $due }, the matter is settled and nothing more is added. If it is neither paid nor arranged by then, the claim can go to { $country ->
    [FI] the district court (käräjäoikeus) or to enforcement (ulosotto)
    [SE] the Swedish Enforcement Authority (Kronofogden)
   *[NO] the conciliation board (forliksrådet)
}. That may add costs and lead to a payment default entry. This letter in itself does not.
next-legal-notice = { $country ->
    [FI] The claim is taken to the district court (käräjäoikeus) or, where the law allows it, straight to enforcement (ulosotto). You will receive a letter from them before anything is decided or collected.
    [SE] We apply to the Swedish Enforcement Authority (Kronofogden). It writes to you and asks whether you accept the claim.
   *[NO] We apply to the conciliation board (forliksrådet) or the enforcement officer (namsmannen). They write to you and ask for your view.
} Costs may be added, and a payment default entry can follow. You can still pay or contact us: the sooner, the lower the costs.

heading-time = If you need more time
time-text = { $kind ->
    [legal_notice] Write to us in the MyRopo portal or call us. We will look with you at how the claim can be paid.
   *[other] Open the invoice in the MyRopo portal with your own sign-in or with the MyRopo ID { $myropo_id }. There you see whether the due date can be moved or the amount paid in instalments, and what that costs. You can also call us.
}

heading-dispute = If you think something is wrong
dispute-text = { $kind ->
    [legal_notice] Tell us in the MyRopo portal what you dispute and why. A person will tell you how to dispute the claim at this stage.
   *[other] Tell us in the MyRopo portal what you dispute and why. While a person looks into it, no further letters are sent about it. If you dispute only a part, pay the rest by the due date.
} Questions about the purchase, the price or the contract are best answered by { $biller }.

heading-contact = We are here to help
contact-text = In the MyRopo portal you can write to us at any time.
phone = Customer service { $spoken ->
    [fi] in Finnish
    [sv] in Swedish
    [nb] in Norwegian
   *[en] in English
}
