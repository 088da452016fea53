# The words of the help pages. Calm and plain: facts, choices, and how to reach somebody.

skip = Skip to the content
language-label = Language
country-label = Country
country-FI = Finland
country-SE = Sweden
country-NO = Norway
nav-label = Help
nav-questions = Questions
nav-prices = Prices
nav-stages = Stages
nav-hours = Hours
nav-news = News

ask-heading = Need more help?
ask-text = The AI assistant answers at any hour. Once you have signed in, it can look at your invoices, move a due date or make a payment plan with you.
ask-link = Ask the AI assistant
ask-person = You can also talk to a person. See the
ask-hours = opening hours

title-questions = Questions and answers
questions-lead = Short answers about invoices, reminders and payments. You need not sign in.
search-label = What would you like to know?
search-button = Search
search-hint = For example: move the due date
search-failed = The search is not working at the moment. All topics are below.
found = { $count ->
    [0] No answer found
    [one] { $count } answer
   *[other] { $count } answers
}
none-title = We found no answer to this
none-text = Try other words, or look through the topics below. The AI assistant can help further. You can also ask for a person.
topics-heading = All topics
topic-letters = Letters and collection
topic-fees = Fees and interest
topic-due-dates = More time to pay
topic-paying = Paying
topic-refunds = Refunds
topic-acting-for-others = Acting for somebody else
topic-disputes = When something is wrong
topic-contact = Contact
topic-portal = MyRopo and signing in
topic-companies = Companies and authorities
topic-safety = Safety and privacy
topic-hardship = When money is short
topic-assistant = The AI assistant
other-language = { $spoken ->
    [fi] in Finnish
    [sv] in Swedish
    [nb] in Norwegian
   *[en] in English
}

path-label = You are here
fallback = This article has not been written in English yet. It is shown { $spoken ->
    [fi] in Finnish
    [sv] in Swedish
    [nb] in Norwegian
   *[en] in English
}.
written-for = This is how it is in { $country ->
    [SE] Sweden
    [NO] Norway
   *[FI] Finland
}. Read about it in:
valid-from = Valid from { $date }
sources = Sources
related = More on this topic

title-missing = This page does not exist
missing-text = The address may be old or mistyped, or the article is not written for this country. Search here, or go back to all questions and answers.
missing-link = All questions and answers

title-prices = Prices in { $country ->
    [SE] Sweden
    [NO] Norway
   *[FI] Finland
}
prices-lead = What may be added to an invoice when it is paid late. Nothing is added when it is paid by its due date.
prices-valid = These prices apply from { $date }. Source:
prices-letter = The amount in your own letter is the one that applies.
part-consumer = For consumers
part-company = For companies
table-fees = Fees and interest
column-what = What
column-price = Price
letter-invoice = Invoice
letter-reminder = Payment reminder
letter-collection-notice = Collection notice
letter-collection-letter = Collection letter
letter-second-collection-letter = Second collection letter
letter-legal-notice = Legal collection
letter-follow-up = Long-term follow-up
price-compensation = Late payment compensation
note-compensation = Added once per invoice, with the reminder. It replaces the fees for reminders and collection letters.
in-compensation = included in the compensation
note-agreed = Only if a reminder fee was agreed when the debt arose.
note-earliest = At the earliest { $first } days after the due date; a second one { $between } days after the first.
note-at-most = Charged for at most { $number } reminders and notices together.
price-move = Moving the due date before it has passed
price-move-late = Moving the due date of a late invoice
note-extension = Gives at least { $days } more days.
price-plan = Payment plan before the due date
price-plan-late = Payment plan for a late invoice
price-interest = Interest for late payment, a year
interest-points = reference rate + { $points } percentage points
reference = { $country ->
    [NO] Reference rate: the policy rate of Norges Bank.
   *[other] Reference rate: the one of the Interest Act. It is set twice a year.
}
free = free
table-letters = Collection letters
column-principal = Principal
column-first = First letter
column-second = Second letter
note-principal = The principal is the unpaid amount of the invoice without interest and costs.
price-direct = Directly enforceable claim
note-direct = Can be enforced without a judgment. The size makes no difference.
up-to = up to { $amount }
above = over { $amount }
any-size = any
table-plans = Payment plan for a late invoice
column-short = Up to { $number } instalments
column-long = More than { $number }
table-caps = The most that all letters may cost together
column-most = At most
note-caps = Counts the costs of reminders and collection letters before legal collection.

title-stages = From invoice to collection in { $country ->
    [SE] Sweden
    [NO] Norway
   *[FI] Finland
}
stages-lead = What happens when an invoice stays unpaid. You can pay at every stage, and the earlier you act, the less it costs.
stages-valid = This timetable and these amounts apply from { $date }. A letter may also come later.
stage-day = { $day ->
    [one] { $day } day late
   *[other] { $day } days late
}
stage-when = When
stage-deadline = New due date
stage-costs = Costs
stage-can = What you can do
stage-more = Read more:
when-invoice = Until the due date
when-letter = { $days } days after the due date of the { $after ->
    [reminder] reminder
    [collection_notice] collection notice
    [collection_letter] collection letter
    [second_collection_letter] second collection letter
   *[invoice] invoice
}
when-follow-up = When legal collection has not brought the payment
deadline = { $days } days after the letter
who-consumer = Consumer
who-company = Company
at-most = at most { $amount }
can-invoice = Pay by the due date, and the matter is settled. If you need more time, ask for a new due date or a payment plan now.
can-reminder = Pay the total by the new due date. You can still move the due date, agree on a payment plan, or dispute the claim.
can-collection-notice = Pay the total by the new due date. This is the last letter before collection. You can still agree on more time, or dispute the claim.
can-collection-letter = Pay the total by the new due date. You can still agree on more time or a payment plan, or dispute the claim.
can-second-collection-letter = If you pay or agree on a payment plan now, the claim need not go on to legal collection. If it is wrong, dispute it.
can-legal-notice = Pay, or talk to a person of customer service. If you dispute the claim, answer the letter from the court or authority in time. More costs may be added, and a payment default entry can follow.
can-follow-up = Pay all or a part, or talk to a person about a way that fits your situation.

title-hours = Opening hours in { $country ->
    [SE] Sweden
    [NO] Norway
   *[FI] Finland
}
line-phone = Phone
line-message-center = Message Center
line-phone-text = The right number is on your invoice or letter.
line-message-center-text = Write in MyRopo. The AI assistant answers first, a person when you ask for one.
open-now = Open now
closed-now = Closed now
opens = Opens { $moment }
answer-by = If you write now, a person usually answers by { $moment }.
week-of = Ordinary week, { $line }
day = Day
clock = Hours
closed = closed
busiest-heading = Busiest times
busiest-text = The phone is busiest { $times }. At other times you usually get through faster.
other-heading = Days with other hours
other-lead = In the next eight weeks:
other-none = No days with other hours in the next eight weeks.
always-heading = Always open
always-text = MyRopo and the AI assistant are there day and night, every day.
hours-zone = All times are local times of the country shown.
hours-more = Read more

title-news = News and disruptions
news-lead = What is new, and what does not work at the moment.
kind-news = News
kind-disruption = Disruption
since = Since { $date }
until = { $from } to { $date }
news-empty-title = No known disruptions
news-empty-text = There is no news at the moment. If something does not work for you, ask the AI assistant or call the number on your invoice.
