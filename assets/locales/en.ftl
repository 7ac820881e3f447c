# The words of Nisje in English. Terms: see the word list in ARCHITECTURE.md.
# One section a part of the program; keep the sections in this order in every language.

## The project

field-margin = contribution margin
field-cost-per-contact = cost per contact
field-sales-per-contact = sales per contact
field-close-rate = close rate
field-revenue-per-sale = revenue per sale
field-contacts-per-month = contacts per month

fault-not-finite = { $field } must be a number
fault-negative = { $field } can’t be negative
fault-above-one = { $field } can’t be above 100%
fault-out-of-order = { $field } must rise from low over likely to high
fault-duplicate-segment = two segments have the id { $id }
fault-duplicate-channel = two channels have the id { $id }
fault-unknown-segment = there is no segment { $id }
fault-unknown-channel = there is no channel { $id }

# Names of steps, as in “Undo: rename segment”.
command-set-name = name the project
command-set-currency = change currency
command-set-margin = change margin
command-add-segments = add segment
command-rename-segment = rename segment
command-move-segments = move segment
command-duplicate-segment = duplicate segment
command-remove-segments = remove segment
command-clear-cells = clear cells
command-mark-cells = mark fit
command-set-prio = set Prio
command-set-cells = change cells
command-set-note = write note
command-add-channels = add channel
command-set-channel = change channel
command-move-channel = move channel
command-remove-channels = remove channel
command-nothing = nothing

## Words used in many places

product-segment = product segment
customer-segment = customer segment
product-segments = Product segments
customer-segments = Customer segments
fit-no = no fit
fit-undecided = fit, undecided
fit-prio1 = Prio 1
fit-prio2 = Prio 2
fit-prio3 = Prio 3
unnamed = Unnamed

## Files

## The command line

## Reports and figures

export-failed = can’t be exported: { $reason }

## Actions and menus

## Start screen

## Matrix screen

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
standing-missing = missing: { $what }
gap-cost = cost per contact
gap-sales = sales per contact
gap-close-rate = close rate
gap-revenue-per-sale = revenue per sale
gap-zero-cost = cost is zero
gap-zero-sales = sales are zero
list-of-two = { $before }, { $last }

