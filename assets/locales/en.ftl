# The words of Nisje in English. Terms: see the word list in ARCHITECTURE.md.
# One section a part of the program; keep the sections in this order in every language.

## The project

# Names of fields, as they stand in sentences and, with a capital, as labels.
field-name = name
field-currency = currency
field-margin = contribution margin
field-fit = fit
field-note = note
field-rung = rung
field-strategy = price or value
field-perceived-value = perceived value
field-perceived-cost = perceived cost
field-target-group = target group
field-statement = position in one sentence
field-owner = own or external
field-kind = kind
field-cost-per-contact = cost per contact
field-sales-from = sales come from
field-sales-per-contact = sales per contact
field-close-rate = close rate
field-revenue-per-sale = revenue per sale
field-contacts-per-month = contacts per month
field-fixed-cost-per-month = fixed cost per month
field-fixed-cost-is = the fixed cost is
field-variable-cost = variable selling cost
field-hours-per-contact = own hours per contact
field-preference = preference
field-delivery = delivery
field-usage = used as
field-meeting-rate = meetings per contact
field-offer-rate = offers per meeting
field-sale-rate = sales per offer
field-sales-target = sales wanted
field-customers = customers
field-contacts-per-customer-per-year = contacts per customer per year
field-purchases-per-year = purchases per customer per year
field-meeting-cost = cost of a meeting
field-offer-cost = cost of an offer
field-budget = budget
field-months = months
field-prio-order = Prios count
field-hours-per-month = own hours per month
field-deliveries-per-month = deliveries per month
field-least = fewest contacts
field-most = most contacts
field-role = role in the method
field-direction = direction
field-weight = weight
field-floor = floor
field-reason = reason
field-industry = industry
field-geography = geography
field-employees = employees per customer
field-revenue-history = revenue history
field-loyalty = loyalty
field-innovation-response = response to innovation and creativity
field-promotion-response = response to promotion
field-purchase-volume = purchases of one customer per year
field-growth = growth
field-need-level = level of need
field-special-needs = special competence, process or standard
field-sales-approach = sales approach
field-importance = importance to the customer
field-centralisation = centralised decisions
field-service-knowledge = knowledge of the services
field-same-purchase = they buy the same thing
field-same-purchase-note = note on buying the same thing
field-same-process = they buy in the same way
field-same-process-note = note on buying in the same way
field-talk-together = they talk to each other
field-talk-together-note = note on talking to each other
field-group = group
field-what = what
field-who = who
field-by = by
field-progress = progress
field-sized-for = sized for
field-revenue-target = sales wanted a year
field-travel-speed = travel speed, km/h
field-people = people
field-selling-hours-per-year = selling hours per person per year
field-sales-per-year = sales per person per year
field-cost-per-year = cost per person per year
field-commission = commission
field-ramp-up-months = months of ramp-up
field-part = part in the task
field-followed-up-by = followed up by
field-interval = how often
field-share = share of contacts
field-place = place
field-latitude = latitude
field-longitude = longitude
field-workload = hours per year
field-visits-per-year = visits per year
role-other = other criterion

fault-not-finite = { $field } must be a number
fault-negative = { $field } can’t be negative
fault-too-large = { $field } can’t be above 1,000,000,000,000,000
fault-too-long = { $field } can’t have more than { $most } characters
fault-above-one = { $field } can’t be above 100%
fault-above-ten = { $field } can’t be above 10 points
fault-not-a-fit = only a cell with a fit can be the beachhead or a follow-on
fault-not-beside = a follow-on shares the product segment or the customer segment with the beachhead
fault-no-beachhead = choose the beachhead first: follow-ons are beside it
fault-out-of-order = { $field } must rise from low over likely to high
fault-duplicate-segment = two segments have the id { $id }
fault-duplicate-channel = two channels have the id { $id }
fault-unknown-segment = there is no segment { $id }
fault-unknown-channel = there is no channel { $id }
fault-unknown-field = there is no such field: { $name }

# Names of steps, as in “Undo: rename segment”.
command-set = change { $field }
command-add-segments = add segment
command-move-segments = move segment
command-duplicate-segment = duplicate segment
command-remove-segments = remove segment
command-clear-cells = clear cells
command-mark-cells = mark fit
command-set-prio = set Prio
command-set-cells = change cells
command-set-beachhead = choose beachhead
command-clear-beachhead = remove beachhead
command-set-follow-ons = change follow-ons
command-add-channels = add channel
command-move-channel = move channel
command-remove-channels = remove channel
command-nothing = nothing

## Words used in many places

product-segments = Product segments
customer-segments = Customer segments
# The ladder of the offer, from operative to strategic.
rung-product = Product
rung-solution = Solution
rung-business-process = Customer’s business process
rung-value-proposition = Customer’s value proposition
rung-customers-customers = Customer’s customers
strategy-price = Volume, low price
strategy-value = Value creation
# What each rung does for its buyer.
rung-product-means = Solves a simple operative need
rung-solution-means = Products, implementation and support for a business problem
rung-business-process-means = Changes how the customer works
rung-value-proposition-means = Part of what the customer offers its own market
rung-customers-customers-means = Gives the customer’s customers what they want
position-ladder = The ladder of the offer
position-map = Perceived value and cost
position-strategic = Strategic: the customer’s management
position-operative = Operative: the customer’s staff
position-not-placed = Not placed
position-not-placed-means = Drag onto the ladder
position-no-strategy = Price or value not chosen
position-open = Not chosen
position-zero = value = cost
position-equal-return = equal perceived return
position-return-line = return { $return }
position-axis-cost = Perceived cost, in points of 10
position-axis-value = Perceived value, in points of 10
position-not-on-map = Without perceived value or cost:
position-does-choose = choose the next in that direction
position-does-move = move up, down or aside; on the map by half a point
position-does-edit = write whom it is for
position-at = value { $value }, cost { $cost }, return { $return }
position-of-ten = of 10
position-loses = costs more than it is worth
position-group-hint = Who uses it, who decides
position-hint = For whom, what they get, why us
position-empty-title = Where does each offer stand?
position-empty-what = Place each product segment on the ladder from a simple product to the customer’s customers.
position-empty-how = Say whether it is sold by price or by value, and what the buyer gets for the cost.
position-empty-example = Add product segments in the matrix first; the worked example has six of them placed.
beachhead = beachhead
follow-on-number = Follow-on { $number }
beachhead-set = Make it the beachhead
beachhead-clear = No longer the beachhead
sale-level = { $level } { $words }
sale-differs = differs
sale-unknown = Give both to see how hard the sale is.
sale-cells = { $count } cells with a fit
sale-criterion-added = The criterion “{ $criterion }” was added to Decide: the level is its score.
beachhead-and-follow-ons = Beachhead and follow-ons
beachhead-none = No beachhead chosen yet
follow-ons = Follow-ons
follow-ons-none = None yet. Add cells that the beachhead opens the way to.
follow-on-add = Add { $cell } as a follow-on
follow-on-remove = Remove { $cell } from the follow-ons
follow-on-earlier = { $cell } earlier
follow-on-later = { $cell } later
beachhead-beside = Also beside the beachhead
beachhead-choose = Choose another beachhead
beachhead-show = Show in the matrix
beachhead-does-choose = go through the pins, from the front
beachhead-does-move = move a follow-on earlier or later
beachhead-does-remove = remove a follow-on; the beachhead, from the front
beachhead-empty-title = Which cell do you bet everything on first?
beachhead-empty-what = The beachhead is the one cell to win before all others.
beachhead-empty-how = The cells beside it fall next, like bowling pins: the same product for another segment, or more to the same segment.
beachhead-empty-choose = Choose one of the most urgent, or any other in the matrix.
beachhead-empty-no-fits = Mark in the matrix where the offer fits; one of these cells becomes the beachhead.
beachhead-not-prio-1 = { $cell } is the beachhead, but not Prio 1
beachhead-not-prio-1-why = Everything is bet on the beachhead first. Give it Prio 1, or choose another.
beachhead-no-channel = No channel is chosen for the segment of the beachhead, { $cell }
beachhead-no-channel-why = Choose a main channel for it in Channels, by segment.
beachhead-hard-sale = The sale at the beachhead, { $cell }, is very challenging
beachhead-hard-sale-why = Low buying urge and a thorough process: a slow first win. Is there an easier cell beside it?
position-negative-return = { $product } costs more than it is worth to the buyer
position-negative-return-why = Perceived cost is above perceived value. Raise the value, lower the cost and risk, or aim at someone else.
beachhead-part = Part
perceived-return = perceived return

fit-no = no fit
fit-undecided = fit, undecided
fit-prio1 = Prio 1
fit-prio2 = Prio 2
fit-prio3 = Prio 3
sized-for-prio-2 = Prio 1 and 2
sized-for-prio-3 = Prio 1, 2 and 3
task-sales = sales
task-marketing = marketing
duty-none = not in the role
duty-responsible = responsible
duty-takes-part = takes part
interval-daily = daily
interval-weekly = weekly
interval-monthly = monthly
interval-quarterly = quarterly
interval-yearly = yearly
unnamed = Unnamed

## Files

file-not-found = there is no such file
file-no-folder = there is no folder { $folder }
file-is-folder = this is a folder, not a file
file-not-regular = this is a pipe or a device, not a file
file-denied = you don’t have permission to do that here
file-read-only = the file or the disk is write-protected
file-disk-full = there is no room left on the disk
file-changed = another program has changed the file since it was opened
file-too-large-to-open = the file would be larger than { $megabytes } MB, which is the most that can be opened again
file-interrupted = a fault in the program stopped this; try again, or save elsewhere
file-other = { $text }
crash-said = A fault in the program stopped this. What was unsaved is kept where that is possible.
crash-reported = A fault in the program stopped this. What was unsaved is kept where that is possible. A report without the project’s content is in { $path }
file-no-thread = the system has no room for more work right now; close other programs and try again

# Amounts that are typed or pasted
amount-no-number = a number is missing
amount-not-understood = { $word } isn’t understood here: write an amount as 1500, kr 1 500, 5k, 2.5 mill or 10–20
amount-grouping = the digits of { $number } aren’t grouped in threes
amount-too-large = the number is too large
amount-no-range = one number is wanted here, not a range
amount-three-numbers = there are more than two numbers
amount-range-order = the lower end, { $low }, is above the upper end, { $high }
amount-read-as = { $typed } was read as { $number }
amount-read-as-range = { $typed } was read as { $low } to { $high }

# What differs between two states of a project
diff-project-name = Name of the project: { $from } → { $to }
diff-currency = Currency: { $from } → { $to }
diff-margin = The contribution margin
diff-added = { $kind ->
    [product] Product segment
    [customer] Customer segment
    [channel] Channel
    [criterion] Criterion
    [attribute] Attribute
    [participant] Participant
    [round] Round
    [step] Next step
    [role] Role
    [task] Task
    [followup] Follow-up
    [territory] Territory
    [account] Account
   *[scenario] Scenario
 } added: { $name }
diff-removed = { $kind ->
    [product] Product segment
    [customer] Customer segment
    [channel] Channel
    [criterion] Criterion
    [attribute] Attribute
    [participant] Participant
    [round] Round
    [step] Next step
    [role] Role
    [task] Task
    [followup] Follow-up
    [territory] Territory
    [account] Account
   *[scenario] Scenario
 } removed: { $name }
diff-renamed = { $kind ->
    [product] Product segment
    [customer] Customer segment
    [channel] Channel
    [criterion] Criterion
    [attribute] Attribute
    [participant] Participant
    [round] Round
    [step] Next step
    [role] Role
    [task] Task
    [followup] Follow-up
    [territory] Territory
    [account] Account
   *[scenario] Scenario
 } { $old } is now called { $name }
diff-changed = { $kind ->
    [product] Product segment
    [customer] Customer segment
    [channel] Channel
    [criterion] Criterion
    [attribute] Attribute
    [participant] Participant
    [round] Round
    [step] Next step
    [role] Role
    [task] Task
    [followup] Follow-up
    [territory] Territory
    [account] Account
   *[scenario] Scenario
 } changed: { $name }
diff-order = The order of the { $kind ->
    [product] product segments
    [customer] customer segments
    [channel] channels
    [criterion] criteria
    [attribute] attributes
    [participant] participants
    [round] rounds
    [step] next steps
    [role] roles
    [task] tasks
    [followup] follow-ups
    [territory] territories
    [account] accounts
   *[scenario] scenarios
 }
diff-fit = { $product } × { $customer }: { $from } → { $to }
diff-note = { $product } × { $customer }: the note
diff-positions = Positions of product segments
diff-beachhead = { $product } × { $customer } is the beachhead
diff-no-beachhead = { $product } × { $customer } is no longer the beachhead
diff-follow-ons = The follow-ons of the beachhead
diff-score = { $product } × { $customer }, { $criterion }: { $from } → { $to }
diff-none = no score
diff-weights = How the criteria are weighted
diff-reaches = How channels reach customer segments
diff-offers = Prices and margins of product segments
diff-profiles = What is known of customer segments
diff-funnels = Sales funnels
diff-set-aside = Findings set aside
diff-team = Sizing of the team and what is in its roles
diff-more = … and { $count } more

# What a pasted table was read as, before it is pasted
paste-title = Paste this table?
paste-headings = Headings are in row { $row } and column { $column }
paste-nothing = Nothing was pasted. { $how }
paste-source = The text is read as { $format }
paste-tabs = tab-separated cells
paste-commas = a table with commas between cells
paste-semicolons = a table with semicolons between cells
paste-markdown = a Markdown table
paste-titles = Left out as a title: { $names }
paste-totals = Left out as totals: { $names }
paste-groups = Headings above headings aren’t segments: { $names }
paste-scores = The numbers are read as scores, because they go beyond 3, and left out: a Prio goes from 1, the most urgent, to 3
paste-word = { $word } is read as { $meaning }

# What is wrong inside a project file. The place stands before it.
format-too-large = the file is larger than { $megabytes } MB
format-empty = the file is empty
format-only-zeros = the file holds only zero bytes, as an interrupted copy or a failing disk leaves it; open an earlier version or a backup
format-not-utf8 = this is not text (not UTF-8)
format-utf16 = this is UTF-16 text (“Unicode” in Notepad), not UTF-8; save it again with the encoding UTF-8
format-windows-1252 = this is not UTF-8, but probably Windows-1252 (“ANSI” in Notepad); save it again with the encoding UTF-8
format-conflict = git could not merge two versions here; keep one of them and delete the lines with <<<<<<<, ======= and >>>>>>>
format-too-deep = there are more than { $limit } brackets inside one another
format-newer = the file was made by a newer Nisje (format { $format })
format-missing = the file doesn’t say its format; it should start with “format: { $format }”
format-bad = the format must be a whole number such as { $format }, not { $text }
format-ends = the file ends unexpectedly
format-expected = “{ $text }” is expected here
format-expected-text = a text in quotation marks is expected here
format-expected-number = a number is expected here
format-decimal-comma = the number { $number } has a decimal comma; in a file it is written with a point
format-expected-name = a name is expected here
format-unclosed-text = the text that starts here has no closing quotation mark
format-unclosed-comment = a comment is not closed
format-bad-escape = unknown escape sequence
format-unexpected = “{ $text }” can’t stand here
format-trailing = nothing may follow the end of the project
format-bad-attribute = there is no such attribute
format-wrong-kind = this is the wrong kind of value
format-unknown-field = there is no field “{ $name }” here, only { $allowed }
format-unknown-choice = there is no choice “{ $name }” here, only { $allowed }
format-missing-field = the field “{ $name }” is missing
format-repeated-field = the field “{ $name }” stands here twice
format-bad-id = { $text } is not an id; an id is 8 of the letters abcdefghijkmnpqrstuvwxyz23456789
format-duplicate-cell = this cell appears twice in the file

## The command line

cli-error = error
cli-about = { $place }: { $message }
cli-wrote = Wrote { $file }
cli-exists = the file already exists; --force replaces it
cli-no-window = this Nisje was built without the window; see nisje --help
cli-comments = { $count ->
        [one] a comment on line { $line }
       *[other] { $count } comments, the first on line { $line }
    }; saving in the window removes { $count ->
        [one] it
       *[other] them
    }
cli-summary = { $name }: { $products ->
        [one] 1 product segment
       *[other] { $products } product segments
    }, { $customers ->
        [one] 1 customer segment
       *[other] { $customers } customer segments
    }, { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
    }, { $channels ->
        [one] 1 channel
       *[other] { $channels } channels
    }

cli-ambiguous-segment = several customer segments are called “{ $name }”; give the id of one: { $ids }
cli-no-segment = there is no customer segment “{ $name }”
cli-no-scenario = there is no scenario “{ $name }”
cli-clash = these limits conflict: { $clashes }
cli-currency = Amounts in { $currency }.
cli-outside = { $count ->
    [one] One pair takes
   *[other] { $count } pairs take
} no part (--json says why).

## Reports and figures

export-failed = can’t be exported: { $reason }

report-matrix = Prioritised matrix
report-priorities = Priority list
report-channels = Channel comparison
report-title = { $project } – { $part }
report-products = { $count ->
    [one] 1 product segment
   *[other] { $count } product segments
}
report-customers = { $count ->
    [one] 1 customer segment
   *[other] { $count } customer segments
}
report-product = Product segment
report-customer = Customer segment
report-fits = Fits
report-undecided = Undecided
report-note = Note
report-has-note = has a note
report-no-segments = No segments yet
report-no-fits = No fits yet
report-first-products = Shown: the first { $shown } of { $all } product segments; the counts are of all.
report-first-customers = Shown: the first { $shown } of { $all } customer segments; the counts are of all.
report-more-entries = Not shown: { $count } more.
report-no-channels = No channels with cost and sales per contact yet
report-cost-axis = Cost per contact
report-sales-axis = Sales per contact
report-break-even = break-even
report-own = own channel
report-external = external channel
report-is-dominated = dominated
report-frontier = efficient frontier
report-return-line = return: sales ÷ cost
report-loss = loses money
report-range = low to high
report-margin = Break-even at a contribution margin of { $margin }.
report-without-name = Unlabelled for lack of space: { $count }.
report-reason = { $channel } ({ $reason })
report-dominated = Dominated: { $channels }.
report-dominated-count = Dominated: { $count } of { $all } channels; the table says by which.
report-not-in-chart = Not in the chart: { $channels }.
report-prio = Prio
report-channel = Channel
report-low = { $what }, low
report-high = { $what }, high
report-return = Return (sales ÷ cost)
report-break-even-sales = Break-even sales per contact
report-standing = Standing
report-marks = In the chart a circle is an own channel, a diamond an external one; grey is dominated.
report-cut-rows = Omitted (worksheet limit): { $count } rows.
report-cut-columns = Omitted (worksheet limit): { $count } columns.
report-cut-texts = Shortened to fit a worksheet cell, ending in “…”: { $count } texts.
report-cut-notes = Notes omitted from their cells (worksheet limit): { $count }.
report-cut-points = Channels omitted from the chart (worksheet limit): { $count }.

report-channels-for = Channels for { $segment }
report-channels-side-by-side = Channels by segment, Prio 1 and 2
report-outside-window = { $count ->
    [one] One channel lies
   *[other] { $count } channels lie
} outside the part that is shown.
report-more-segments = { $count ->
    [one] One more segment has
   *[other] { $count } more segments have
} Prio 1 or 2.
report-no-prioritised = No segment has Prio 1 or 2 yet.
report-axes = Cost per contact to the right, sales per contact upwards, in { $currency }; the same axes in all

report-given = Figures
report-segments-tab = Channels by segment
report-segments-note = Each segment is calculated with the product segment that fits it most urgently. A variable selling cost is deducted from the margin.
report-contradiction = Contradiction
report-warning = Warning
report-gap = Gap
report-hint = Hint
report-severity = Kind
report-finding = Coverage
# Name of a worksheet; report-finding has the same text in English.
report-coverage-tab = Coverage
report-line-fixed = Fixed cost
report-line-share = Share of sales
report-needs-tab = Contacts by channel
report-scenario = Scenario
report-scenarios-tab = Scenarios
report-allocation-tab = Allocation
report-limits-tab = Limits
report-idle-tab = Unfunded
report-excluded-tab = Excluded
report-curve-tab = Contribution by budget
report-tornado-tab = What changes it most
report-tornado-note = One input changed at a time, with the contacts held.
report-input = Input
report-input-low = Input, low
report-input-high = Input, high
report-at-low = Contribution at low
report-at-high = Contribution at high
report-sales-total = Sales
report-budget = Budget by scenario
report-about = About the project
report-project = Whole project
report-budget-line = { $budget } over { $months } months
report-budget-result = Contribution { $contribution } ({ $low } to { $high }); fixed costs of the channels used { $fixed }; { $one } more leaves { $marginal }.
report-budget-note = The highest contribution within the budget, the channels’ capacity and the limits; fixed costs are shown beside it. Low and high: every figure at its worst and best, with the contacts held.

## Deciding


fault-duplicate-criterion = two criteria have the id { $id }
fault-unknown-criterion = there is no criterion { $id }
fault-compared-with-itself = a criterion is compared with itself: { $id }
fault-level-count = a scale can’t have { $levels } levels here
fault-floor = the floor { $floor } is not on the scale
fault-level = { $level } is not between 1 and { $highest }
fault-duplicate-participant = two participants have the id { $id }
fault-unknown-participant = there is no participant { $id } here
fault-duplicate-round = two rounds have the id { $id }
fault-unknown-round = there is no round { $id }
fault-twice-in-round = the cell stands twice in the round
fault-not-in-round = the cell is not in the round
fault-round-closed = the votes have been shown, so the round takes no more
fault-round-open = show the votes before you accept them

format-duplicate-score = the cell is scored twice by this criterion
format-duplicate-comparison = these criteria are compared twice
format-said-twice = this is said in the file twice
format-duplicate-vote = this participant votes twice on the cell

command-add-criteria = add criterion
command-set-levels = change levels
command-move-criterion = move criterion
command-remove-criteria = remove criterion
command-set-weighting = change the way of weighting
command-compare-criteria = compare criteria
command-set-scores = score
command-clear-scores = clear scores
command-set-participants = change participants
command-add-round = start round
command-vote = vote
command-reveal-round = reveal round
command-accept-round = accept round
command-remove-rounds = remove round

# The criteria to start with: a name, and a sentence for each level from 1.
criterion-buying-urge = Buying urge
criterion-buying-urge-1 = Irrelevant: no interest at all
criterion-buying-urge-2 = Slight interest: does fine without
criterion-buying-urge-3 = Enough interest: has a need, and buys if questions are answered and nothing derails it
criterion-buying-urge-4 = Intense interest: is looking, and evaluates many
criterion-buying-urge-5 = Desire: desperate to have it; feeling drives
criterion-buying-process = Buying process
criterion-buying-process-1 = On the spot
criterion-buying-process-2 = Quick check: some questions
criterion-buying-process-3 = Thorough check: many questions, several people and offers, a test, a contract
criterion-buying-process-4 = Very thorough check: stretched over time, and each next step must be sold
criterion-market-size = Market size
criterion-market-size-1 = A handful of customers
criterion-market-size-2 = Enough for a sideline
criterion-market-size-3 = Enough to live on
criterion-market-size-4 = Enough to grow on for some years
criterion-market-size-5 = More than we could ever serve
criterion-growth = Growth
criterion-growth-1 = Shrinking fast
criterion-growth-2 = Shrinking slowly
criterion-growth-3 = Standing still
criterion-growth-4 = Growing faster than the economy
criterion-growth-5 = Growing so fast that suppliers can’t keep up
criterion-ability-to-pay = Ability to pay
criterion-ability-to-pay-1 = No money for this
criterion-ability-to-pay-2 = Has to take the money from something else
criterion-ability-to-pay-3 = Can pay when the return is shown
criterion-ability-to-pay-4 = Has a budget for this
criterion-ability-to-pay-5 = The price hardly matters
criterion-strength = Our strength against the strongest rival
criterion-strength-1 = Far behind the strongest rival
criterion-strength-2 = Somewhat behind
criterion-strength-3 = As good
criterion-strength-4 = Better at what the buyer cares for
criterion-strength-5 = Nobody comes near us
criterion-reach = Reach through a channel
criterion-reach-1 = We know no way to reach them
criterion-reach-2 = One by one, and at great cost
criterion-reach-3 = Through a channel that we would have to build
criterion-reach-4 = Through a channel that we have
criterion-reach-5 = They come to us
criterion-reference = Value as a reference
criterion-reference-1 = Nobody would care
criterion-reference-2 = Known to their nearest only
criterion-reference-3 = Others of their kind would listen
criterion-reference-4 = The whole segment follows them
criterion-reference-5 = Opens other segments too

name-again = { $name } ({ $place })
cell-name = { $product } × { $customer }

# How hard the sale is.
difficulty-very-easy = very easy
difficulty-fairly-easy = fairly easy
difficulty-challenging = challenging
difficulty-very-challenging = very challenging

# Why no cell has a total.
rank-no-criteria = There are no criteria yet.
rank-no-weights = No criterion has any weight.
rank-no-scores = No cell is scored yet.

# What is odd about a cell; its name stands before.
contradiction-vetoed = vetoed by { $criterion }
contradiction-low-prio-1 = { $cell } is Prio 1, but number { $rank } of { $of } by score.
contradiction-high-prio-3 = { $cell } is Prio 3, but number { $rank } of { $of } by score.
contradiction-high-no-prio = { $cell } is number { $rank } of { $of } by score, but has no Prio.
contradiction-prio-vetoed = { $cell } has a Prio, and { $criterion } vetoes it.
contradiction-vetoed-why = A floor is what a cell must have. Take the Prio back, lower the floor, or score it again.
contradiction-rank-why = Either the Prio or a score isn’t what the team means. Change one of them, or set this aside and say why.
contradiction-undecided-why = It scores as well as what comes first. Give it a Prio, or say why not.

# How little would change who is first.
flip-weight-above = Overtaken by { $cell } if { $criterion } weighs more than { $share }% (now { $now }%)
flip-weight-below = Overtaken by { $cell } if { $criterion } weighs less than { $share }% (now { $now }%)
flip-tie-above = { $cell } is first alone as soon as { $criterion } weighs more than now ({ $now }%)
flip-tie-below = { $cell } is first alone as soon as { $criterion } weighs less than now ({ $now }%)
flip-score-own = { $cell } becomes first if it scores { $level } instead of { $now } for { $criterion }
flip-score-leader = { $cell } becomes first if { $changed } scores { $level } instead of { $now } for { $criterion }

# A ranking as a table.
rank-cell = Cell
rank-total = Total
rank-closeness = TOPSIS
rank-flow = PROMETHEE II
rank-scored = Scored
rank-first = First in
rank-top-three = Top 3 in
rank-depends = TOPSIS and PROMETHEE II depend on which cells are compared: one more or one less may reorder the others.
rank-shared-first = { $count } cells share the first place: { $cells }. Their order in the list means nothing.
rank-vetoed-last = A vetoed cell has no rank.
rank-missing-counts = A missing score counts as the middle of its scale.
rank-left-out = { $count ->
    [one] One candidate is not ranked, because scores are missing or it is vetoed.
   *[other] { $count } candidates are not ranked, because scores are missing or they are vetoed.
}

# Criteria, scores and rounds in a report.
report-rank = Rank by score
report-difficulty = The sale is
report-vetoed-by = Vetoed by
report-criterion = { $criterion } ({ $weight })
report-criteria = Criteria
report-criterion-name = Criterion
report-weight = Weight
report-level = Level { $level }
report-weights-sliders = Weights: set one by one.
report-weights-order = Weights: rank order centroid of the criteria in this order.
report-weights-pairs = Weights: from answers to which of two criteria matters more (RANCOM).
report-reasons = Reasons
report-score = Score
report-reason-of-score = Reason
report-rounds = Rounds
report-round = Round
report-round-number = Round { $number }
report-question = Question
report-votes = Votes
report-median = Median
report-spread = Spread
report-round-open = { $round }: not revealed yet.
report-agreement = { $round }: Kendall’s W = { $w }, of { $raters } participants over { $cells } cells (0 no agreement, 1 full); mean correlation { $rho }: { $verdict }.
report-no-agreement = { $round }: no measure of agreement, of { $raters } participants over { $cells } cells.
report-sum = Total: weighted sum of the criteria, each from 0 to 1 on its own scale, as points of 100.
report-smaa = “First in” and “Top 3 in”: the share of { $draws } weightings drawn from all weights alike (SMAA-2, seed { $seed }); missing scores are drawn from their scale.

## Customer segments

fault-duplicate-attribute = two attributes have the id { $id }
fault-unknown-attribute = there is no attribute { $id }
fault-attribute-value = a value isn’t of the kind of the attribute { $id }, or none of its choices
fault-choices = a choice is blank or appears twice

command-split-segment = split customer segment
command-add-attribute = add attribute
command-set-attribute = change attribute
command-move-attribute = move attribute
command-remove-attribute = remove attribute
command-set-value = change the value of an attribute

attributes-profile = Profile
attributes-behaviour = Behaviour
attributes-needs = Needs
attributes-size = Size of the market
attribute-text = text
attribute-number = number
attribute-choice = choice
revenue-none = none yet
trend-falling = falling
trend-steady = steady
trend-rising = rising
growth-shrinking = shrinking
growth-growing = growing
growth-growing-fast = growing fast
need-latent = latent
need-conscious = conscious
need-vision = buying vision
answer-yes = yes
answer-no = no

attribute-not-a-level = “{ $typed }” is not a whole number from { $low } to { $high }
attribute-not-a-choice = “{ $typed }” is not one of the choices: { $choices }
market-no-same-purchase = { $segment } don’t buy the same thing
market-no-same-purchase-why = What fits some of them doesn’t fit the others: split the segment by what they buy.
market-no-same-process = { $segment } don’t buy in the same way
market-no-same-process-why = One way of selling doesn’t serve them all: split the segment by how they buy.
market-no-talk-together = { $segment } don’t talk to each other
market-no-talk-together-why = A reference from one doesn’t help with the next: split the segment into circles that know each other.

report-market-finding = Finding in a segment
finding-why = Why it matters
report-attributes = Own attributes
report-choices = choices to pick from

## Reaching segments: plans, budgets and funnels

fault-unknown-scenario = there is no scenario { $id }
fault-duplicate-scenario = two scenarios have the id { $id }
fault-duplicate-step = two next steps have the id { $id }
fault-unknown-step = there is no next step { $id }
fault-date = a date is written as 2026-09-01
fault-zero = { $field } must be above zero
fault-preference = { $level } is not a preference (0–3)
fault-off-map = { $field } must be between −{ $most } and { $most } degrees
fault-duplicate-entry = two have the id { $id }
fault-unknown-entry = there is no { $id } in the team
command-add-scenario = add scenario
command-remove-scenarios = remove scenario
command-reload = reload the file
command-restore = restore an earlier version
command-add-step = add next step
command-move-step = move next step
command-aim-step = say what a step is for
command-remove-step = remove next step
command-set-aside = set finding aside
command-bring-back = bring finding back
# As decide-stage-open, but of a step
step-open = open
step-done = done
command-team-add = add { $kind ->
    [role] role
    [task] task
    [followup] follow-up
    [territory] territory
   *[account] account
 }
command-team-move = move { $kind ->
    [role] role
    [task] task
    [followup] follow-up
    [territory] territory
   *[account] account
 }
command-team-remove = remove { $kind ->
    [role] role
    [task] task
    [followup] follow-up
    [territory] territory
   *[account] account
 }
command-team-assign = assign accounts
usage-none = not used
usage-main = main
usage-supporting = supporting
delivery-unknown = not said
delivery-yes = can deliver
delivery-no = can’t deliver

never-no-sales = never: a contact brings no sales
never-no-margin = never: the contribution margin is zero
never-commission = never: the variable selling cost takes the whole margin
never-loses = never: a contact costs at least what it leaves
standing-cant-deliver = can’t deliver here
indifference-at = At sales of { $sales } both cost { $cost }. Below that { $below } is cheaper, above it { $above }.
indifference-beyond = { $cheaper } is cheaper up to { $most }, the most that { $ends } can sell in the period. Both would cost the same only at { $sales }.
indifference-always = { $cheaper } is cheaper whatever is sold.
indifference-same = Both cost the same whatever is sold.
funnel-no-target = no sales target
funnel-no-rate = a rate is missing
funnel-zero-rate = a rate is zero, so no number of contacts is enough
funnel-rate-zero = { $segment }: sales are wanted, and a rate is zero, so no number of contacts leads to one.
funnel-rate-zero-why = Give the rate that you expect, or want no sales there.
funnel-target-too-high = { $segment }: { $sales } sales are wanted, and the customers there buy { $most } times a year.
funnel-target-too-high-why = The target needs more customers than there are. Lower it, or check customers and purchases a year.
funnel-two-accounts = { $segment }: the sales wanted take { $own } contacts by { $channel } by its own sales, and { $stages } by the stages.
funnel-two-accounts-why = Both describe the same way to a sale, and are apart by more than a factor of two. At least one of them is wrong.
funnel-market-too-small = { $segment }: the sales wanted take { $contacts } contacts by { $channel }, and the customers there allow { $most } in a year.
funnel-market-too-small-why = This channel alone can’t reach the target within a year. Lower the target, raise a rate, or share it among channels.
coverage-prio1-without-channel = { $segment } is Prio 1, and no channel is chosen for it.
coverage-prio1-without-channel-why = What comes first has to be met somewhere. Choose a main channel for it.
coverage-prio1-none-delivers = { $segment } is Prio 1, and none of the channels chosen for it can deliver.
coverage-prio1-none-delivers-why = As it stands, no sale can be made there. Choose a channel that can deliver.
coverage-cant-deliver = { $channel } is chosen for { $segment } though it can’t deliver there.
coverage-cant-deliver-why = Choose another channel there, or take back that it can’t deliver.
coverage-clearly-dominated = { $channel } is chosen for { $segment }, where { $by } clearly beats it.
coverage-clearly-dominated-why = The other costs no more a contact and leaves at least as much, whatever the figures turn out to be.
coverage-loses = { $channel } is chosen for { $segment }, where a contact costs at least what it leaves.
coverage-loses-why = Every further contact adds to the loss. Choose another channel, or check price, close rate and cost.
coverage-sales-above-price = { $channel } sells more per contact with { $segment } than one sale brings: check the two figures.
coverage-sales-above-price-why = Then more than every contact would buy. Usually sales per contact or revenue per sale is typed wrongly.
coverage-price-ignored = { $channel } is chosen for { $segment } with typed sales per contact and no revenue per sale of its own, so the price of the product segment does not count.
coverage-price-ignored-why = Give the channel its own revenue per sale, and its sales follow the price.
coverage-market-too-small = With { $segment } alone, { $channel } pays for its fixed cost after { $needed } contacts a month, and the customers there allow { $most }.
coverage-market-too-small-why = It pays only if other segments carry part of the fixed cost.
coverage-not-preferred = { $channel } is chosen for { $segment }, who would rather not be met there.
coverage-not-preferred-why = Customers who don’t like the channel buy less in it. Choose one that they like better.
coverage-preferred-unused = { $segment } likes { $channel } best, and it isn’t chosen.
coverage-preferred-unused-why = Where customers want to be met, a sale is easier. Choose it, or say that it can’t deliver.
coverage-only-prio3 = { $channel } is chosen for Prio 3 segments only.
coverage-only-prio3-why = Time and money go to what comes last. Drop it for now, or use it for what comes first.
coverage-none-picked = No channel is chosen for { $segment } ({ $prio }): budget and funnel count every channel that can deliver there.
coverage-none-picked-why = Which channels should sell there? Once one is chosen, the others count only where a minimum asks for them.

budget-unspent-capped = Everything that pays for itself is at its cap.
budget-unspent-fixed-cost = What is left pays for contacts, but not for the fixed cost of another channel.
# A line: Find the budget [that leaves …] [amount]
goal-find = Find the budget
goal-contribution = that leaves, after fixed costs
goal-sales = that sells for
goal-customers = that closes so many sales
goal-worth = of which each unit of money still leaves
goal-amount = wanted
goal-leaves = leaves { $amount } after fixed costs
goal-alike = Counted with all Prios alike: the cheapest way there. In the order of Prios the same money may lead to less.
goal-use = Use as budget
goal-out-of-reach = no budget reaches that; the most that there can be is { $most }
goal-boundless = { $count ->
    [one] ever more money pays: nothing limits the contacts of one channel with one segment. Give it a cap, or the segment its number of customers
   *[other] ever more money pays: nothing limits the contacts of { $count } channels with segments. Give them caps, or the segments their numbers of customers
}
goal-not-a-number = the wanted result must not be below zero
budget-not-proven = The best that was found; it is not proved that there is none better.
budget-unspent-nothing-pays = Nothing pays for itself.
budget-solver-failed = The best use could not be worked out: { $reason }
clash-bounds = { $channel } for { $segment }: at least { $least } contacts, but at most { $most }.
clash-capacity = { $channel }: the minimums add up to { $least } contacts, and it can make { $capacity } in the period.
clash-budget = The minimums cost { $cost }, and the budget is { $budget }.
clash-market = { $segment }: the minimums add up to { $least } contacts, and there are customers for { $most }.
clash-purchases = { $segment }: the minimums would sell { $least } times, and the customers buy { $most } times.
clash-hours = The minimums take { $least } hours, and there are { $most }.
clash-delivery = The minimums would sell { $least } times, and { $most } can be delivered.
clash-cant-deliver = { $channel } for { $segment }: at least { $least } contacts, but it can’t deliver there.
clash-missing = { $channel } for { $segment }: at least { $least } contacts, but a figure is missing.
clash-why = { $scenario }: nothing keeps these limits together, so there is no allocation. Lower a minimum, or raise what bounds it.
idle-not-prioritised = the segment has no Prio
idle-cant-deliver = it can’t deliver there
idle-not-picked = other channels are chosen for the segment
idle-unlimited = a contact costs nothing and nothing caps the contacts: give it a cap
idle-missing = missing: { $what }
idle-too-large = its figures are too large to calculate with
idle-nothing-left = a contact costs at least what it leaves
idle-cap-zero = its cap is zero
idle-capacity-taken = the channel’s contacts are worth more with other segments
idle-pays-less = the money is worth more elsewhere
idle-no-capacity = the channel can make no contacts
idle-no-customers = the segment has no customers to contact
idle-no-purchases = the customers of the segment buy nothing
idle-no-hours = there are no hours for it
idle-no-delivery = nothing can be delivered
idle-no-money = there is no money
idle-minimums-take-money = the minimums of others take all the money
idle-minimums-take-capacity = the minimums with other segments take all contacts of the channel
idle-later-prio = the money goes to an earlier Prio first
idle-fixed-cost = what its contacts leave does not carry its fixed cost
idle-market-taken = the segment’s customers are worth more through other channels
idle-purchases-taken = the segment buys no more, and other channels sell it better
idle-hours-taken = the hours are worth more elsewhere
idle-delivery-taken = what can be delivered is worth more elsewhere
idle-as-good = another use is as good
input-of-channel = { $channel }: { $input }
input-of-product = { $product }: { $input }
input-of-pair = { $channel } for { $segment }: { $input }

## Actions and menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
menu-export-position = Export position
menu-export-beachhead = Export beachhead
menu-export-segments = Export segments
menu-export-matrix = Export matrix
menu-export-priorities = Export priority list
menu-export-channels = Export channels
menu-export-budget = Export budget
menu-export-project = Export whole project
action-undo = Undo
action-redo = Redo
action-undo-step = Undo: { $step }
action-redo-step = Redo: { $step }
action-new-blank = New project
action-new-lecture = New project from the 9 × 9 lecture matrix
action-new-example = New project from the worked example
action-open = Open…
action-open-recent = Open { $name }
action-save = Save
action-save-as = Save as…
action-export = { $export } as { $format }…
export-format-csv = CSV
export-format-markdown = Markdown
export-format-xlsx = Excel (XLSX)
export-format-json = JSON
export-format-svg = SVG picture
export-format-png = PNG picture
action-close-project = Close project
action-quit = Quit
action-show-start = Go to the start screen
action-go = Go to { $screen }
action-go-part = { $screen }: { $part }
action-part-next = Next part of the screen
action-part-previous = Previous part of the screen
action-rail-focus = Move between the navigation and the screen
action-next-step = Show or hide the next step
action-rail-fold = Show or hide the names in the navigation
action-speak-english = English
action-speak-norwegian = Norsk
action-look-system = Match system appearance
action-look-light = Light
action-look-dark = Dark
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-zoom-reset = Reset zoom
action-full-screen = Full screen
action-palette = Command palette…
action-keys = Keyboard shortcuts
action-find = Find a segment…
tab-position = Position
tab-matrix = Matrix
tab-decide = Decide
tab-beachhead = Beachhead
tab-channels = Channels
rail-findings = { $count ->
    [one] 1 open finding
   *[other] { $count } open findings
}
shell-name = Project name
shell-name-hint = Name the project
shell-other-language = Bytt til norsk
palette-field = Type a command
palette-nothing = No matching commands
status-counts = { $fits ->
        [one] 1 fit
       *[other] { $fits } fits
    }: { $one } Prio 1 · { $two } Prio 2 · { $three } Prio 3 · { $undecided } undecided
status-saved = Saved
status-unsaved = Unsaved changes
status-saving = Saving…
status-new = Nothing to save yet
status-undone = Undid: { $step }
status-redone = Redid: { $step }
next-step = Next: { $step }
next-step-hide = Put the next step away (View menu brings it back)
next-products = name what you sell, as rows of the matrix
next-customers = name who you sell to, as columns of the matrix
next-fits = mark where the offer fits
next-criteria = choose the criteria that candidates are scored on
next-scores = { $count ->
    [one] one fit has no scores
   *[other] { $count } fits have no scores
 }
next-prios = { $count ->
    [one] one fit has no Prio
   *[other] { $count } fits have no Prio
 }
next-channels = add the channels that you sell through
next-figures = { $count ->
    [one] one channel has no figures
   *[other] { $count } channels have no figures
 }
next-margin = set the contribution margin; 100% counts all revenue as earned
next-budget = set up a budget for the channels
status-written = Saved { $name }
status-exported = Exported to { $path }
export-open = Open file
export-show = Show in folder
error-open-elsewhere = Could not open { $path }: { $reason }
status-recovered = Unsaved work restored. Save to keep it.
status-reloaded = Reloaded { $name }. Undo brings back what was here before.
status-changed = { $name } was changed by another program.
status-changed-look = What differs…
status-gone = { $name } is gone from the disk. Saving writes it again.
status-elsewhere = { $name } is open in another window, too.
status-no-versions = There are no earlier versions: the project hasn’t been saved yet.
status-version-restored = Restored an earlier version. Undo takes it back.
status-version-copied = This is a copy of an earlier version, not saved to a file yet.
status-recovery-discarded = Discarded the unsaved work of { $name }.
status-recovery-none = There is no discarded work to bring back.
status-failed = That failed: { $why }.
status-calculation-stopped = A calculation stopped: { $why }.
status-not-kept = A crash would lose unsaved work, because no copy can be written: { $why }.
untitled = Untitled
dialog-discard = Don’t save
dialog-cancel = Cancel
dialog-close = Close
dialog-copy = Copy text
dialog-open = Open
dialog-export = Export
dialog-replace = Replace
dialog-unsaved-title = Save changes to { $name }?
dialog-unsaved-detail = Changes since the last save are lost if you don’t save.
dialog-changed-title = { $name } has been changed by another program
dialog-changed-detail = Overwriting would lose those changes. Save under another name to keep both, or reload: undo then brings yours back.
dialog-changed-differs = From yours to what is in the file
dialog-recovery-title = { $name } has unsaved work
dialog-recovery-detail = The program ended without saving it { $age }. Restoring changes nothing on disk until you save.
dialog-recovery-later = Not now
dialog-retry = Try again
dialog-elsewhere = Save elsewhere…
action-versions = Earlier versions…
versions-title = Earlier versions of { $name }
versions-detail = The last 20 saved states, and what other programs had written before a save. Restoring is one step of undo.
versions-reading = Reading the versions…
versions-none = None yet. Each save keeps one.
versions-differs = From now to that version
versions-restore = Restore this version
versions-copy = Open a copy
versions-size = { $kilobytes } kB
differs-comparing = Comparing…
differs-nothing = No differences.
differs-unknown = Can’t compare: { $why }.
dialog-comments-title = { $name } has comments that saving will remove
dialog-comments-detail = { $count ->
        [one] It is on line { $line }.
       *[other] There are { $count }; the first is on line { $line }.
    } Nisje doesn’t keep comments. Save under another name to keep this file as it is.
dialog-save-anyway = Save without them
dialog-save-over = Overwrite
dialog-reload = Reload
dialog-path-open = Open a project
dialog-path-save = Save the project as
dialog-path-export = Export to
dialog-path-field = Path of the file
dialog-path-hint = The system file dialog isn’t available. Type a path; ~ is your home folder.
dialog-path-late = The system file dialog hasn’t answered. Use it when it comes, or type a path here; ~ is your home folder.
dialog-path-replaces = This file exists and will be replaced.
dialog-path-missing = File not found.
error-open = Could not open { $name }
error-save = Could not save { $name }
error-export = Could not export { $name }
error-at =
    Line { $line }, column { $column }: { $why }

    { $excerpt }
error-recover = Could not restore { $name }
files-projects = Nisje projects
files-all = All files
file-part-position = position
# In the name of a file; lower case.
file-part-beachhead = beachhead pins
file-part-segments = segments
file-part-matrix = matrix
file-part-priorities = priorities
file-part-channels = channels
# In the name of a file; field-budget has the same text in English.
file-part-budget = budget
file-part-project = project
window-failed = the window could not be opened: { $reason }. The jobs without a window work all the same: nisje --help
keys-everywhere = Everywhere

## Start screen

start-tagline = Lay out your market, decide what to attack first, choose the channels. All in one file.
start-new = Start
start-blank = Blank project
start-blank-detail = Type or paste your own segments
start-lecture = The lecture’s 9 × 9
start-lecture-detail = A filled-in matrix to adapt; priorities are illustrative
start-example = Worked example
start-example-detail = A small company; its figures are illustrative
start-open-file = Open a file…
start-open-file-detail = Or drop a file on this window
start-recent = Recent
start-recent-none = Projects that you open or save are listed here.
start-recent-missing = not found
start-recent-forget = Remove { $name } from the list
start-recovery = Unsaved work
start-recovery-line = { $name } – { $age }
start-recovery-open = Restore
start-recovery-discard = Discard
start-recovery-no-file = Never saved to a file
start-recovery-newer = The file has been changed since. Saving will ask before it overwrites that.
start-recovery-differs = What it changes in the file
action-recovery-take-back = Bring back discarded unsaved work
start-drop = Drop to open the file
priorities-title = Priorities
priorities-empty = Mark where the offer fits, then give Prio 1, 2 or 3. The candidates are listed here.
priorities-by-prio = Sort by Prio
priorities-by-score = Sort by score
priorities-unscored = Not scored
priorities-line = { $product } × { $customer }: { $fit }
age-minutes =
    { $minutes ->
        [0] just now
        [one] a minute ago
       *[other] { $minutes } minutes ago
    }
age-hours =
    { $hours ->
        [one] an hour ago
       *[other] { $hours } hours ago
    }
age-days = { $days } days ago

## Segments screen

segments-sheet = What is known of the customer segments
segments-mode-compare = Side by side
segments-columns = Columns
segments-search = Find in segments
segments-new = New segment
segments-several = { $count } segments at once
segments-bad-value = { $attribute }: { $fault }
segments-refused = Nothing was changed. { $fault }
segments-removed = { $count } { $count -> 
    [one] segment
   *[other] segments
 } removed; Undo brings back what stood there
segments-split = Split in two
segments-split-hint = Both halves get the marks, notes, scores, figures and attributes of the whole
segments-split-done = { $segment } is two segments now: rename them, and change what differs
segments-second-half = { $name } 2
segments-duplicate = Duplicate segment
segments-compare-this = Compare with another segment
segments-remove = Remove segments
segments-hide-column = Hide this column
segments-choose = Choose a segment in the table.
segments-attribute = Attribute
segments-not-known = not known
segments-why = Why? What was seen?
segments-need = Level of need
segments-need-ask = How far have these buyers come with their need? It decides what a seller should talk of.
need-latent-is = The seller sees the need, the buyer doesn’t.
need-latent-do = Diagnose first: ask, and let the buyer discover the need.
need-latent-not = Don’t talk of a solution yet.
need-conscious-is = The buyer knows the need, but not how to meet it.
need-conscious-do = Find causes and consequences together, and build the buying vision.
need-conscious-not = Still wait with the solution.
need-vision-is = The buyer sees how the need can be met.
need-vision-do = Find out who created the vision; diagnose again before you confirm it.
need-vision-not = Don’t simply answer a vision that someone else created.
market-title = One market?
market-same-purchase = Do they buy the same thing?
market-same-process = Do they buy in the same way, so that one way of selling serves?
market-talk-together = Do they talk to each other, so that one reference leads to the next?
segments-compare-first = First segment
segments-compare-second = Second segment
segments-compare-differing = Only what differs
segments-compare-fixed = This line is changed in the matrix.
segments-none-title = Who are the customers?
segments-none-what = A customer segment is a group of customers who buy alike. Describe who they are, what they do and what they need.
segments-none-why = What is different for the seller is another segment; what is the same is one.
segments-none-example = For example: hospitals, municipalities with more than 20,000 inhabitants, chains of private clinics.
segments-none-hint = The matrix shows the same segments as columns.
segments-add-first = Add a customer segment
segments-first-name = First customers
attribute-new = New attribute
attribute-change = Change attribute
attribute-remove = Remove attribute and its values
attribute-add = Add attribute
attribute-group = Part of
attribute-kind = Kind of value
attribute-choices = Choices
attribute-choices-hint = One on each line
attribute-needs-name = Give the attribute a name.
arrange = Arrange
arrange-up = Sort upwards
arrange-down = Sort downwards
arrange-group = Group by this
arrange-show = Show only
arrange-show-all = Show all values
arrange-not-given = not given
arrange-by-name = Sort by name
arrange-nothing = No segment has attributes yet.
arrange-reset = The team’s own order, all segments
arrange-of = { $shown } of { $all } segments
arrange-grouped = by { $attribute }

sheet-key-walk = ↑ ↓ ← →, Tab, Shift+Tab
sheet-key-walk-does = go to another cell; with Shift select several
sheet-key-type = Letters and digits
sheet-key-type-does = replace what stands in the cell, in all selected rows
sheet-key-edit-does = change what stands in the cell; on a heading its menu
sheet-key-commit = Enter, Tab in a cell
sheet-key-commit-does = keep what was typed and go on; Esc drops it
sheet-key-fill-does = fill down from the first selected row
sheet-key-copy-does = copy, cut and paste as a spreadsheet does
sheet-key-clear = Delete, Backspace
sheet-key-clear-does = empty the selected cells
sheet-key-remove = Ctrl+Delete
sheet-key-remove-does = remove the selected segments
sheet-key-menu-does = menu of the selected segments

## Matrix screen

matrix-add-product = Add product segment
matrix-add-customer = Add customer segment
matrix-new-product = Name of the new product segment
matrix-new-customer = Name of the new customer segment
matrix-new-hint = Name; Enter adds another
matrix-name = Name of the segment
matrix-arranged-fixed = Columns are moved in the team’s own order: choose it under Arrange first
matrix-copy-of = { $name } (copy)
matrix-note-of-cell = Note: why it is so
matrix-note-hint = Why? Enter saves, Shift+Enter adds a line
matrix-fit-prio1 = fit, Prio 1
matrix-fit-prio2 = fit, Prio 2
matrix-fit-prio3 = fit, Prio 3
matrix-marks =
    { $marks ->
        [0] no marks
        [one] one mark
       *[other] { $marks } marks
    }
matrix-removed =
    { $marks ->
        [0] Removed “{ $name }”. Ctrl+Z brings it back.
        [one] Removed “{ $name }” with one mark. Ctrl+Z brings it back.
       *[other] Removed “{ $name }” with { $marks } marks. Ctrl+Z brings it back.
    }
matrix-removed-several =
    { $marks ->
        [0] Removed { $count } segments. Ctrl+Z brings them back.
        [one] Removed { $count } segments with one mark. Ctrl+Z brings them back.
       *[other] Removed { $count } segments with { $marks } marks. Ctrl+Z brings them back.
    }

matrix-filter-all = All marks
matrix-filter-hint = Highlight these; dim the rest
matrix-find = Find a segment
matrix-found = { $at } of { $of }
matrix-find-next = Next match (Enter)
matrix-find-previous = Previous match (Shift+Enter)

matrix-empty-title = What do you sell, and to whom?
matrix-empty-rows = Product segments are rows: products, services or solutions that are sold each in its own way.
matrix-empty-columns = Customer segments are columns: customers who buy alike. Then mark where the offer fits.
matrix-empty-paste = Or paste a table from a spreadsheet: Ctrl+V
matrix-empty-example = For example: training and support as rows, schools and hospitals as columns.

matrix-rename = Rename
matrix-add-before = Add one before
matrix-add-after = Add one after
matrix-duplicate = Duplicate
matrix-move-up = Move up
matrix-move-down = Move down
matrix-move-left = Move left
matrix-move-right = Move right
matrix-delete = Delete
matrix-set-undecided = Fit, undecided
matrix-set-no = No fit
matrix-write-note = Note…
matrix-clear = Clear
matrix-cut = Cut
matrix-copy = Copy
matrix-copy-headings = Copy with headings
matrix-paste = Paste
matrix-copied =
    { $cells ->
        [one] Copied one cell
       *[other] Copied { $cells } cells
    }
matrix-copy-too-much = Too much for a spreadsheet. Select fewer cells.
matrix-pasted =
    { $cells ->
        [0] { $segments ->
            [one] Pasted one new segment
           *[other] Pasted { $segments } new segments
        }
        [one] { $segments ->
            [0] Pasted one cell
            [one] Pasted one cell and one new segment
           *[other] Pasted one cell and { $segments } new segments
        }
       *[other] { $segments ->
            [0] Pasted { $cells } cells
            [one] Pasted { $cells } cells and one new segment
           *[other] Pasted { $cells } cells and { $segments } new segments
        }
    }{ $left ->
        [0] .
        [one] ; one value was left out.
       *[other] ; { $left } values were left out.
    }
matrix-pasted-nothing = Nothing to paste. Copy X, 1, 2, 3 or a table with headings.

matrix-key-arrows = Arrows
matrix-does-arrows = move; headings can be reached too
matrix-key-extend = Shift+arrows
matrix-does-extend = select a range
matrix-key-ends = Home, End, Ctrl+arrows
matrix-does-ends = first and last of the row or column
matrix-key-corners = Ctrl+Home, Ctrl+End
matrix-does-corners = first and last cell
matrix-key-pages = Page Up, Page Down (Alt: sideways)
matrix-does-pages = by a screenful
matrix-key-tab = Tab, Shift+Tab
matrix-does-tab = next and previous cell
matrix-key-mark = Space, X
matrix-does-mark = mark or unmark a fit
matrix-key-prio = 1, 2, 3
matrix-does-prio = give Prio 1, 2 or 3
matrix-key-clear = 0, Delete
matrix-does-clear = clear; the note stays
matrix-key-beachhead = Ctrl+Shift+B
matrix-does-beachhead = make the cell the beachhead, or no longer
matrix-key-remove = Delete on a heading
matrix-does-remove = delete the segments
matrix-key-letters = Letters
matrix-does-letters = write a note that begins with them
matrix-key-write = F2, Enter
matrix-does-write = edit the name, or the cell’s note
matrix-key-insert = Insert (Alt: a column)
matrix-does-insert = add a segment after this one
matrix-key-shift = Alt+arrows
matrix-does-shift = move the row or column
matrix-key-duplicate = Ctrl+D
matrix-does-duplicate = duplicate the segment
matrix-key-all = Ctrl+A (twice: headings too)
matrix-does-all = select everything
matrix-key-clipboard = Ctrl+C, Ctrl+X, Ctrl+V
matrix-does-clipboard = copy, cut, paste; also with a spreadsheet
matrix-key-menu = Shift+F10
matrix-does-menu = open the menu of the cell or heading
matrix-key-leave = F6, Escape
matrix-does-leave = leave the grid

## Decide screen

decide-mode-scores = Scores
decide-mode-ranking = Ranking
decide-mode-agreement = Agreement

decide-criteria = List of criteria
decide-empty-title = What makes a segment worth attacking first?
decide-empty-detail = Criteria say it: each with a weight, and a scale of anchored levels that cells are scored on. Start from the method’s eight, and change what you like.
decide-empty-example = For example: market size, weight 20, from 1 “one buyer” to 5 “thousands of buyers”.
decide-use-default = Use the default set
decide-own-criterion = Start with a criterion of your own
decide-add-criterion = Add criterion
decide-weigh = Set weights by
decide-weigh-sliders = Sliders
decide-weigh-order = Order
decide-weigh-pairs = Which matters more
decide-weigh-sliders-hint = Drag right for what matters more; shares always add up to 100%.
decide-weigh-order-hint = Drag, or Alt+↑ and Alt+↓: what matters most comes first (rank order centroid).
decide-weigh-pairs-hint = One question at a time, with ← = → (RANCOM). Pairs without an answer count as equal.
decide-no-weight = No criterion has a weight, so there are no totals.
decide-criterion-line = { $place }. { $name }: { $share }
decide-criterion-name = Name of the criterion
decide-weight-of = Weight of { $name }
remove-named = Remove { $name }
removed-named = Removed { $name }
decide-removed =
    { $scores ->
        [0] Removed “{ $name }”. Ctrl+Z brings it back.
        [one] Removed “{ $name }” with one score. Ctrl+Z brings it back.
       *[other] Removed “{ $name }” with { $scores } scores. Ctrl+Z brings it back.
    }
decide-more-is-better = More is better
decide-less-is-better = Less is better
decide-floor = Floor
decide-floor-hint = A cell that scores worse than the floor is vetoed: it can’t be proposed for any Prio
decide-floor-none = No floor
decide-floor-name = Floor { $sign }
decide-levels = Levels
decide-levels-name = { $count } levels
decide-anchor = What level { $level } stands for
decide-anchor-hint = Describe this level so that everyone would score it the same
decide-veto = veto
decide-pairs-question = Which matters more?
decide-pairs-done = Every pair is answered
decide-pairs-too-few = There must be at least two criteria to compare.
decide-pairs-progress = { $answered } of { $all } answered
decide-pairs-equal = Equally
decide-pairs-back = Previous pair
decide-pairs-forward = Next pair

decide-scores = Scores of the cell
decide-no-candidates = Mark in the matrix where the offer fits. The marked cells are scored here.
decide-no-criteria = There are no criteria to score by yet. Add some under Criteria.
decide-scores-empty-title = Nothing to score yet
decide-scores-empty-example = For example: training × schools gets 4 of 5 for market size.
decide-candidate = { $cell }: { $fit }, { $scored } of { $of } scored
decide-difficulty = The sale is { $difficulty }
decide-difficulty-unknown = Score the buying urge and the buying process to see how hard the sale is.
decide-total-of = Total { $total }, with { $scored } of the weight scored
decide-level = { $criterion }: { $level }
decide-reason = Reason for { $criterion }
decide-reason-hint = Why? (Enter)
decide-fill-row = { $level } for all { $count } of { $segment } (R)
decide-fill-column = { $level } for all { $count } of { $segment } (C)
decide-scores-keys = 1–5 score and move on · 0 clears · ↑ ↓ criteria · Page Up, Page Down cells · Enter a reason

decide-by-score = By score
decide-scored-of = { $scored } of { $all } candidates scored
decide-ranked-cell = { $rank }. { $cell }: { $total } points; { $fit }
decide-contribution = { $criterion }: { $level } → { $points } points
decide-weight-scored = { $share } of the weight is scored
decide-total-between = with the other scores the total lies between { $low } and { $high }
decide-tied = { $count ->
    [one] One cell has the same total as others that would not all fit, and gets no Prio.
   *[other] { $count } cells have the same total and would not all fit, so they get no Prio.
}

decide-ranking = Ranking by score
decide-ranking-empty-title = No ranking yet
decide-ranking-empty-what = Scores times weights put the candidates in order, with how sure that order is.
decide-column-parts = By criterion
decide-column-ranks = Ranks 1 to 12
decide-column-first = First
decide-column-top = Top { $k }
decide-total-hint = Weighted sum, 0 to 100; below it how much of the weight is scored
decide-ranks-hint = How often the cell gets each rank when the weights are drawn at random
decide-first-hint = The share of weightings in which the cell is first
decide-top-hint = The share of weightings in which the cell is among those that Prio 1 has room for
decide-topsis-hint = Second opinion: rank and closeness to the best of these cells
decide-promethee-hint = Second opinion: rank and net flow of PROMETHEE II among these cells
decide-second-opinions = TOPSIS and PROMETHEE II depend on which cells are compared: one more or less can reorder the others. The weighted sum doesn’t.
decide-first-in = first in { $share } of weightings
decide-sure = First in { $first } of weightings, in the top { $k } in { $top }
decide-central = When it is first, the weights are on average: { $weights } …
decide-draws = { $draws } random weightings (fixed seed)
decide-draws-near = { $draws } weightings drawn near yours, always the same ones
decide-draw-all = All weights
decide-draw-all-name = Draw from all weights alike: how much hangs on the weights at all
decide-draw-near = Near ours
decide-draw-near-name = Draw near our weights: how much a small change of them matters
decide-computing = Recomputing…
decide-ranks-are = Ranks: { $ranks }
decide-go-to-scores = Go to its scores
decide-flips = What would change who is first
decide-no-flips = No change of one weight or one score would.
decide-contradictions =
    { $count ->
        [0] No contradictions
        [one] One contradiction
       *[other] { $count } contradictions
    }
decide-contradictions-more = { $count } more…
decide-propose = Propose Prios
decide-by-capacity = By capacity
decide-by-thresholds = By thresholds
decide-most-prio-1 = The most cells in Prio 1
decide-most-prio-2 = The most cells in Prio 2
decide-least-prio-1 = The least total for Prio 1
decide-least-prio-2 = The least total for Prio 2
decide-also-decided = Include cells that already have a Prio
decide-also-decided-hint = Otherwise only undecided cells get a Prio, and those that have one count
decide-apply =
    { $changes ->
        [0] Nothing to apply
        [one] Apply one change
       *[other] Apply { $changes } changes
    }
decide-applied =
    { $changes ->
        [one] One cell got a Prio. Ctrl+Z takes it back.
       *[other] { $changes } cells got a Prio. Ctrl+Z takes it back.
    }

decide-agreement-hint = Add who is in the room and start a round. Everyone votes in secret; then you see together where you agree.
decide-name-participants = Name who is in the room
decide-agreement-empty-title = No round yet
decide-agreement-empty-example = For example: Kari gives a cell Prio 1 and Ola Prio 3: that is the one to talk about.
decide-participants = In the room
decide-participant-name = Name of { $name }
decide-remove-participant = Take { $name } off the list
decide-new-participant = Name of a new participant
decide-new-round = New round
decide-question = What the round asks
decide-question-prio = Which Prio?
decide-question-score = Score: { $criterion }
decide-cells-all = All { $count }
decide-cells-undecided = Undecided { $count }
decide-start-round = Start the round
decide-start-round-needs = A round needs participants and cells to vote on
decide-no-rounds = None yet.
decide-round-name = Name of the round
decide-stage-revealed = W { $w }
decide-stage-accepted = W { $w }, accepted
decide-hand-to = Hand the laptop to { $name }
decide-hand-over = Hand-over to { $name }
decide-hand-over-hint = Nobody else sees what { $name } enters until the round is revealed.
decide-i-am = I am { $name }
decide-stop-voting = Back to the round
decide-ballot-of = Votes of { $name }
decide-ballot-prio-hint = 1 first, 2 next, 3 later. A digit goes on to the next cell; 0 clears; Enter when done. Leave blank what you have no opinion on.
decide-ballot-score-hint = A digit goes on to the next cell; 0 clears; Enter when done. Leave blank what you have no opinion on.
decide-done-voting = Done
decide-voted-of = { $voted } of { $of } answered
decide-vote-of = { $name }, { $cell }: { $vote }
decide-has-voted = { $name }: { $voted } of { $of } answered
decide-vote = Vote…
decide-votes = { $name } votes
decide-open-hint = The votes aren’t shown until the round is revealed. After that they can’t be changed.
decide-sheet = Enter for several
decide-sheet-hint = One person enters everybody’s votes, side by side
decide-sheet-done = Done entering
decide-sheet-keys = A digit votes and goes on to the next person, then to the next cell · arrows move · 0 clears
decide-reveal = Reveal the votes
decide-reveal-hint = Shows everybody’s votes; the round takes no more after that
decide-w = Kendall’s W { $w }, mean correlation { $rho }
decide-w-hint = W is 0 for no agreement on the order and 1 for full. The mean correlation of the raters is 0 at chance level: with two raters W is then about 0.5.
decide-w-none = too few votes to tell
decide-w-chance = no more agreement than by chance
decide-w-weak = little agreement
decide-w-some = some agreement
decide-w-strong = strong agreement
decide-w-of = { $raters } people, { $cells } cells that all voted on; split on { $split }
decide-split-hint = Split: votes that are two or more apart
decide-between-count = { $count ->
    [one] One cell lies between two votes: choose in its row.
   *[other] { $count } cells lie between two votes: choose in their rows.
 }
decide-choose-between = { $cell }: choose { $vote } (between { $low } and { $high })
decide-compare = Compare with
decide-compared = W { $before } → { $now } · { $shifted ->
        [0] no median has shifted
        [one] one median has shifted
       *[other] { $shifted } medians have shifted
    }
decide-accept-prio = Accept the medians as Prio
decide-accept-score = Accept the medians as scores
decide-accepted = The medians are accepted. Ctrl+Z takes it back.
decide-is-accepted = The medians of this round are accepted.
decide-repeat = Vote again
decide-repeat-hint = A new round on the same cells; this one is kept to compare with
decide-split-first = Most divisive first
decide-lane-prio = Prio { $prio }
decide-votes-on = { $cell }: { $votes }; median { $median }
decide-votes-between = { $cell }: { $votes }; between { $median }, to be chosen

decide-key-levels = 1–5
decide-does-levels = score, and go on to the next criterion or cell
decide-does-clear = take the score away
decide-key-reason = Enter, F2
decide-does-reason = write the reason, or the criterion’s name
decide-key-criteria = ↑ ↓ ← →
decide-does-criteria = criteria; a level down or up
decide-key-cells = Page Up, Page Down, Ctrl+↑ ↓
decide-does-cells = previous and next cell
decide-key-fill = R, C
decide-does-fill = same score for the whole row or column
decide-key-move = Alt+↑ ↓, Insert, Delete
decide-does-move = move, add, remove a criterion
decide-key-pairs = ← = →, Backspace
decide-does-pairs = answer which matters more; previous pair

## Channels screen

owner-own = own
owner-external = external
kind-web = Web
kind-direct-sales-force = Direct sales force
kind-consultants = Consultants
kind-managers = Managers
kind-telesales = Telesales
kind-own-shops = Own shops
kind-catalogue = Catalogue
kind-agents = Agents, brokers
kind-distributors = Distributors, wholesalers, importers
kind-value-adding-resellers = Value-adding resellers
kind-mail-order = Mail order, internet players
kind-franchisees = Franchisees
kind-dealers = Dealers
kind-joint-ventures = Joint ventures, co-marketing
kind-system-integrators = System integrators

# Where a channel stands among the others, as in a table.
standing-efficient = efficient
standing-dominated = dominated by { $by }
standing-clearly-dominated = clearly dominated by { $by }
standing-below-mixture = below a mixture of { $cheaper } and { $dearer }, per customer contacted
standing-below-part = below a mixture of { $dearer } and no contact, per customer contacted
standing-loses = loses: a contact costs at least what it leaves
gap-zero-cost = cost is zero
gap-zero-sales = sales are zero
list-and-more = { $names } and { $more } more
list-of-two = { $before }, { $last }

channels-table = Table
channels-chart = Chart
channels-add = Add channel
channels-use-lecture = Use the lecture’s six
channels-empty-title = No channels yet
channels-empty-what = A channel is a way to reach and sell to customers: the web, a phone call, a visit, a dealer.
channels-empty-why = Enter what one contact costs and sells for; see which channels pay off and which never will.
channels-empty-example = For example: a telephone call costs 100 and sells for 250 on average.
channels-currency = Currency
channels-margin = Contribution margin
channels-margin-hint = The share of revenue that is left after the variable costs of what is sold. Break-even rests on it.

# Headings of the table, in two lines.
channels-name = Name
channels-owner = Run by
channels-cost = Cost, { $currency }
channels-sales = Sales, { $currency }
channels-contribution = Contribution, { $currency }
channels-per-contact = per contact
channels-per-sale = per sale
channels-return = Return
channels-break-even-in = Break-even, { $currency }

# The figures of one channel.
channels-sales-from = Sales come from
fixed-cost-avoidable = avoidable
fixed-cost-committed = committed
prio-order-in-order = in order
prio-order-alike = alike
channels-sales-typed = what is typed
channels-sales-close-rate = close rate × revenue
channels-note-hint = Note: where do the figures come from?
channels-low = low
channels-likely = likely
channels-high = high
channels-kind-other = Another kind
channels-kind-own-words = kind in your own words
channels-kind-hint = Which kind?
channels-kinds-own = Own
channels-kinds-external = External
channels-duplicate = Duplicate { $name }
# The name of a field for screen readers: “Telesales: likely cost per contact”.
channels-field-of = { $channel }: { $field }
channels-end-of = { $end } { $figure }
channels-bad-figure = “{ $typed }”: { $fault }

# What follows from them.
channels-return-on-contact = Return on contact
channels-contribution-per-contact = Contribution per contact
channels-contribution-per-month = Contribution a month
channels-break-even-sales-per-contact = Break-even sales
channels-break-even-close-rate = Break-even close rate
channels-out-of-reach = { $rate }, out of reach
channels-cost-per-sale = Cost per sale
channels-range = { $likely } ({ $low } to { $high })

# The chart.
channels-scale-log = Log
channels-scale-linear = Linear
channels-reset-view = Show all channels
channels-axis-cost = Cost per contact, { $currency }
channels-axis-sales = Sales per contact, { $currency }
channels-return-line = return { $ratio }
channels-absent = Not in the chart:
channels-absent-why = { $name } ({ $why })
channels-point = { $name }: point in the chart
channels-readout = cost { $cost } · sales { $sales }
channels-readout-close-rate = close rate { $rate }
channels-dragged = { $name }: cost { $cost } and sales { $sales } per contact
channels-dragged-close-rate = { $name }: cost { $cost } and sales { $sales } per contact, by a close rate of { $rate }
channels-dragged-capped = { $name }: the close rate can’t be above 100%, so sales stay at { $sales } per contact

# Keys, and what they do.
channels-key-choose = ↑ ↓ Home End
channels-key-choose-does = choose a channel
channels-key-edit-does = edit it: go on where you were, or at its name
channels-key-next-does = next or previous field
channels-key-leave = Enter, Esc
channels-key-leave-does = in a field: accept it, or take it back
channels-key-add = Insert
channels-key-add-does = add a channel
# The key on the keyboard; matrix-delete has the same text in English.
channels-key-remove = Delete
channels-key-remove-does = remove the channel
channels-key-move = Alt+↑, Alt+↓
channels-key-move-does = move it up or down
channels-key-copy-does = duplicate it

channels-mode-compare = Compare

channels-scope = Which segments
channels-scope-all = All segments
channels-scope-side-by-side = Side by side: Prio 1 and 2
channels-margin-here = Contribution margin { $margin }
channels-sold-here = Based on { $product }, which fits this segment most urgently.
channels-nothing-sold-here = No product segment fits here yet: the project’s margin counts.
channels-inherit = use the channel’s own { $figure }
channels-inherit-hint = Use the channel’s own figure again
channels-given-here = given here
channels-from-product = from the product
channels-from-channel = from the channel
channels-break-even-contacts = Contacts a month to break even
reach-preference = Preference
reach-no-preference = No preference said
reach-preference-of = Preference { $level } of 3
channels-key-scope = PageUp, PageDown
channels-key-scope-does = previous or next segment

## Channels screen: segments

channels-mode-segments = Segments
coverage-no-prio1 = Nothing clashes. No segment is Prio 1.
coverage-nothing = Every Prio 1 segment has a channel, and nothing clashes.
segments-grid = Channels by customer segment
segments-pair = { $channel } for { $segment }
segments-selected = { $count } pairs selected: choices and keys change all of them
segments-edit-figures = Figures for this segment…
segments-figures = Cost { $cost }, sales { $sales } per contact
segments-empty-title = No customer segments yet
segments-empty-what = Channels are chosen per customer segment: lay out the segments in the matrix first.
segments-to-matrix = Go to the matrix
segments-no-fits-title = No segment has a fit yet
segments-no-fits-what = Channels are chosen where something fits: mark in the matrix what fits whom first.
segments-empty-example = For example: hospitals prefer visits, and your own salespeople can deliver them.
segments-own-figures = figures of its own
segments-inherit = Use the channel’s own again
segments-reckoned = Based on { $product }, margin { $margin }
segments-given-here = given here; otherwise { $own }
segments-legend-usage = main, supporting
segments-legend-preference = preference 0–3
segments-legend-delivery = can, can’t deliver
segments-key-walk = ↑ ↓ ← →, Home, End
segments-key-walk-does = go from pair to pair; with Ctrl to the end
segments-key-select = Shift+↑ ↓ ← →, Ctrl+A
segments-key-select-does = select several pairs, all pairs
segments-key-menu-does = open the menu of what is selected
segments-key-preference = 0–3, Delete
segments-key-preference-does = how much customers prefer the channel; take it back
segments-key-usage = M, S, N, Space
segments-key-usage-does = main, supporting, not used; the next of them
segments-key-delivery = D, X
segments-key-delivery-does = whether the channel can deliver: not said, yes, no
segments-key-figures-does = the figures of the pair

## Figures of the plan

economics-cost-lines = Selling cost over sales
economics-sales = Sales in the period, { $currency }
economics-cost = Cost in the period, { $currency }
economics-tornado = What moves the contribution most
economics-now = Now { $amount }
economics-more-inputs = { $count ->
    [one] One input moves
   *[other] { $count } inputs move
} it less.
economics-without-range = { $count ->
    [one] One figure has
   *[other] { $count } figures have
} no low and high.
budget-bars = Where the money goes
budget-nothing-spent = No money is spent.
budget-more-rows = { $count } more segments get money.
budget-other-channels = { $count ->
    [one] one more channel
   *[other] { $count } more channels
}
budget-curve = Contribution over budget
budget-no-curve = No curve yet: there is no money, or limits clash.
budget-contribution = Contribution
budget-here = { $contribution }; { $one } more leaves { $marginal }

budget-in-currency = { $what }, { $currency }

## Channels screen: funnel

channels-mode-funnel = Funnel
funnel-what = Enter the sales you want and the conversion at each stage to see the contacts needed.
funnel-meetings-rate = Meetings %
funnel-offers-rate = Offers %
funnel-sales-rate = Sales %
funnel-target = Sales wanted
funnel-contacts = Contacts
funnel-meetings = Meetings
funnel-offers = Offers
funnel-cost = Cost of the contacts
funnel-months = Months
funnel-how = Calculated from
funnel-by-channel = By channel for { $segment }
funnel-no-channels = No channel can deliver here.
funnel-by-stages = the stages
funnel-by-close-rate = the channel’s own sales
funnel-disagrees = the channel’s own sales; the stages say { $contacts }
funnel-beyond-market = the customers allow { $most } in a year
funnel-empty-title = No segment to sell to yet
funnel-empty-what = Mark where the offer fits in the matrix; the segments then appear here.
funnel-empty-example = For example: 10 sales, and one offer in four accepted, takes 40 offers.

funnel-less-than = < { $months }

## Channels screen: economics

channels-mode-economics = Economics
economics-own-or-external = Own or external
economics-first = First channel
economics-second = Second channel
economics-period-of = Over { $months } months
economics-no-rivals = Two channels with cost and sales per contact are needed, one own and one external. Fixed cost and variable selling cost are in Compare.
economics-line = { $channel }: { $fixed } fixed and { $share } of sales
economics-tornado-title = What affects the contribution per contact most
economics-moved = Channel to vary
economics-figures-missing = Its cost or sales per contact are missing.
economics-no-ranges = None of its figures has a low and a high. Give them in Compare to see what is worth finding out.
economics-tornado-said = Inputs, the one that moves most first: { $inputs }
economics-offers-what = Where revenue per sale or margin differ. Blank: the channel’s revenue and the project’s margin.

## Channels screen: budget

channels-mode-budget = Budget
budget-empty-title = No scenario yet
budget-empty-what = A scenario is an amount of money for contacts over a period, with caps and minimums.
budget-empty-how = It allocates the money for the highest contribution and shows what one more unit is worth.
budget-empty-example = For example: 200,000 over 12 months, with at least 10 visits a month.
budget-add = Add scenario
budget-is-old = calculating…
budget-beside = Beside it
budget-beside-none = none
budget-name = Name of the scenario
budget-clash = These can’t all be kept:
budget-show-pictures = Pictures
budget-tornado = What moves it most
budget-fixed-cost = Fixed costs
budget-after-fixed = After fixed costs
budget-spent = Spent
budget-marginal = { $one } more leaves
budget-hour-name = One more hour adds
budget-delivery-name = One more delivery adds
budget-marginal-name = Marginal value of money
budget-unspent = { $amount } is left. { $why }
budget-used = Gets money
budget-idle = Idle
budget-outside = Takes no part
budget-nothing-used = Nothing gets money. See what stands idle and why.
budget-nothing-idle = Nothing stands idle.
budget-nothing-outside = All channels take part for all segments.
budget-at-most = at its cap
budget-at-least = at its minimum
budget-column-segment = Segment
budget-column-least = At least
budget-column-most = At most
budget-column-money = Money
# Heading of a narrow column; budget-contribution has the same text in English.
budget-column-contribution = Contribution
budget-column-why = Why

## Team: who sells, how many, and whose customers are whose
tab-team = Team
menu-export-team = Export team
file-part-team = team
team-size = Size
team-roles = Roles
team-role = Role
team-tasks = Tasks
team-task = Task
team-follow-ups = Follow-up
team-follow-up = What is followed up
team-territories = Territories
team-territory = Territory
team-person = Person
team-accounts = Accounts
team-account = Account
team-needs = People per segment
team-map = Sketch map
team-chosen-cells = chosen cells
team-by-workload = Workload
team-by-breakdown = Breakdown
team-by-increments = Incremental
team-unknown = Segments without figures
team-imbalance = Imbalance
team-contacts-a-year = contacts a year
team-hours-a-year = hours a year
team-fits = Fits the people you have
team-to-hire = To hire
team-worth-after = Worth the cost after, months
team-never = never, within five years
team-work = hours with customers
team-travel = hours of travel
team-above-mean = above the mean
team-missing-contacts = Customers or a sales target missing
team-missing-hours = Hours per contact missing
team-missing-selling-hours = Selling hours of a role missing
team-focus = { $cells ->
    [one] 1 cell with { $prio } needs { $needed } people; you have { $people }.
   *[other] { $cells } cells with { $prio } need { $needed } people; you have { $people }.
 }
team-focus-at-least = { $cells ->
    [one] 1 cell with { $prio } needs at least { $needed } people; you have { $people }.
   *[other] { $cells } cells with { $prio } need at least { $needed } people; you have { $people }.
 } { $unknown ->
    [one] 1 segment has no figures yet.
   *[other] { $unknown } segments have no figures yet.
 }
team-fitting = In the order of Prios, { $whole } of { $all } segments fit whole.
team-no-needs = Nothing to size by yet: give segments a Prio, customers and contacts.
team-bar = { $people } people
team-bar-fits = { $people } people, { $share } fits
team-people-there = you have { $people }
team-no-map = Give customers coordinates to see them on a map.
team-km = { $km } km
team-load = { $hours } hours, { $above }
team-focus-why = Fewer cells, fewer contacts, or more people. What doesn’t fit is done by nobody.
team-no-hours = { $segment } has Prio 1, but nobody knows how many people it takes: { $missing }.
team-no-hours-why = The size of the team leaves it out until then.
team-never-worth = A new { $role } is not worth the cost within five years.
team-never-worth-why = At these sales a person, what is left of them doesn’t cover cost and commission.
team-unassigned = { $count ->
    [one] 1 account belongs to nobody.
   *[other] { $count } accounts belong to nobody.
 }
team-unassigned-why = Give them to a person, or split all of them evenly.
team-uneven = The heaviest territory is { $percent }% above the mean.
team-uneven-why = Move customers by hand, or take the even split.
team-people = People
team-hours = Hours
# report-sales-total has the same text.
team-sales = Sales
team-cost = Cost
team-commission = Commission
team-ramp-up = Ramp-up
team-selling-hours = Selling hours
team-share = Share
team-visits = Visits
# report-severity has the same text.
team-kind = Kind
team-by-whom = By whom
team-how-often = How often
team-place = Place
team-latitude = Latitude
team-longitude = Longitude
team-per-person-year = per person and year
team-per-customer-year = per customer and year
team-of-sales = of sales
team-of-contacts = of contacts
team-in-months = in months
team-a-year = a year
team-add-role = Add role
team-add-task = Add task
team-add-follow-up = Add follow-up
team-add-person = Add person
team-add-account = Add account
team-tasks-in-roles = Tasks, and what is in each role
team-duty-of = { $role }, { $task }: { $part }
team-roles-empty-title = Who does what?
team-roles-empty-what = Roles with their people, hours and cost; the tasks in each; who follows up what, and how often.
team-roles-empty-example = A field seller: 2 people, 900 selling hours a year, 2 hours a contact.
team-size-empty-title = No Prio to size by
team-size-empty-what = Three methods say how many people the prioritised segments need, and what fits into the people you have.
team-size-empty-example = 7 cells with Prio 1 need 4.2 people; you have 2.
team-territories-empty-title = Whose customers are whose?
team-territories-empty-what = Customers by place, split so that the heaviest load is least, with travel.
team-territories-empty-example = 40 customers over 3 people: the heaviest 4% above the mean.
team-paste-hint = Ctrl+V pastes a table: name, place, hours, visits, latitude, longitude.
team-paste-bad = row { $row }: “{ $cell }” doesn’t suit its column; nothing was pasted
team-pasted = { $count ->
    [one] Pasted 1 account
   *[other] Pasted { $count } accounts
 }
team-pasted-nothing = Nothing to paste. Copy a table with a name in each row.
team-workload-formula = Customers × contacts × hours, over selling hours
team-hire = To hire: { $people }
team-to-selling-hours = Selling hours and hours per contact
team-breakdown-formula = over { $sales } per person
team-breakdown-missing = Sales wanted a year over sales per person
team-to-sales = Sales per person
team-last-adds = The last of them adds { $profit } a year
team-next-adds = The next would add { $profit }
team-nothing-left = Nothing is left for one more to do
team-nobody-pays = Not even the first adds more than the cost
team-increments-missing = People as long as one more adds more than the cost
team-to-cost = Cost and commission
team-no-roles = Add a role with selling hours to see how many people that is.
team-contacts-by = Share and hours of
team-worth = { $months ->
    [one] A new { $role } is worth the cost after 1 month.
   *[other] A new { $role } is worth the cost after { $months } months.
 }
team-from-funnel = Contacts by the sales wanted and the stages of the funnel; customers and contacts per customer count first.
team-load-heading = Load
team-load-per = hours a year, against the mean
team-nobody = nobody
team-imbalance-is = Imbalance { $now }
team-imbalance-was = Imbalance { $now }, before { $before }
team-even-split = The evenest split found: { $imbalance }
team-even-best = The evenest split there is: { $imbalance }
team-use-even = Use it
team-drop-somewhere = Drop on a person or beside one of their customers
team-would-be = { $name }: imbalance { $before } → { $after }
team-key-remove-does = remove the selected row
team-key-assign = 1–9, 0
team-key-assign-does = give the selected customer to that person; 0 to nobody
team-key-paste = Ctrl+V
team-key-paste-does = add customers from a table

## The whole project on one page
tab-overview = Overview
menu-export-overview = Export overview
file-part-overview = overview
overview-page = Page
overview-findings = Findings
overview-finding = Finding
overview-set-aside = Set aside
overview-set-aside-count = Set aside · { $count }
overview-set-aside-do = Set aside…
overview-set-aside-done = Set it aside
overview-why-aside = Why is this set aside: { $finding }
overview-why-aside-hint = Why? It stays in the file, and the finding can be brought back.
overview-because = Because: { $reason }
overview-bring-back = Bring back
overview-no-findings = Nothing to look at.
overview-prios = What comes first
overview-channels = Chosen channels
overview-no-channel = no channel chosen
overview-main-and-supporting = { $main }; supporting: { $supporting }
overview-supporting-only = supporting: { $channels }
overview-nobody = No customer segment has a Prio yet.
overview-no-prio = No cell is Prio 1 yet.
overview-result = Result
overview-no-money = No scenario yet: say how much there is for contacts, and over how many months.
overview-budget-clash = The limits clash, so there is no result. See the findings.
overview-budget = { $budget } for contacts over { $months } leaves { $contribution } in contribution; { $left } after fixed costs of { $fixed }.
overview-budget-range = { $budget } for contacts over { $months } leaves { $contribution } in contribution ({ $low } to { $high }); { $left } after fixed costs of { $fixed }.
overview-months = { $count ->
    [one] one month
   *[other] { $count } months
 }
overview-about = About
overview-about-all = the whole project
overview-steps = Next steps
overview-no-steps = What is done next, by whom, and by when?
overview-add-step = Add next step
overview-step-number = Step { $number }
overview-step-hint = what to do
overview-by-hint = 2026-09-01
overview-aim = What it is for: { $name }
overview-look = Show what it is for: { $name }
overview-look-hint = Show what it is for
overview-up = Move up: { $name }
overview-next-title = Next
overview-next = Next: { $what }. { $why }
way-products = Add product segments
way-products-why = A row for each product, service or solution that is sold in its own way.
way-customers = Add customer segments
way-customers-why = A column for customers who buy in the same way.
way-fits = Mark where the offer fits
way-fits-why = A cell without a fit is no candidate, so the rest of the method looks only at these.
way-prios = Give a cell Prio 1
way-prios-why = Few things can be attacked first. Scores in Decide help where the team is unsure.
way-beachhead = Choose the beachhead
way-beachhead-why = One cell that everything is bet on first; the cells beside it follow.
way-channels = Add channels
way-channels-why = What a contact costs and sells for shows which ways of reaching customers pay.
way-picks = Choose channels for each Prio 1 segment
way-picks-why = What comes first must be met somewhere: one main channel, and some to support it.
way-money = Add a budget
way-money-why = It shows where the money leaves most, and what more money would leave.
way-steps = Write down the next steps
way-steps-why = What, who, and by when: a plan without them changes nothing on Monday.
