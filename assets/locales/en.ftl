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
report-break-even-line = break-even
report-return-line = return: sales ÷ cost
report-range = low to high
report-margin = Break-even at a contribution margin of { $margin }.
report-without-name = Without a name in the chart, for want of room: { $count }.
report-reason = { $channel } ({ $reason })
report-dominated = Dominated: { $channels }.
report-dominated-count = Dominated: { $count } of { $all } channels; the table says by which.
report-not-in-chart = Not in the chart: { $channels }.
report-matrix-tab = Matrix
report-channels-tab = Channels
report-prio = Prio
report-channel = Channel
report-owner = Own or external
report-kind = Kind
report-cost-low = Cost per contact, low
report-cost-likely = Cost per contact, likely
report-cost-high = Cost per contact, high
report-sales-low = Sales per contact, low
report-sales-likely = Sales per contact, likely
report-sales-high = Sales per contact, high
report-close-rate = Close rate
report-revenue-per-sale = Revenue per sale
report-contacts-per-month = Contacts a month
report-cost-per-sale = Cost per sale
report-return = Return (sales ÷ cost)
report-contribution = Contribution per contact
report-break-even-close-rate = Break-even close rate
report-break-even-sales = Break-even sales per contact
report-standing = Standing
report-marks = In the chart a circle is an own channel, a diamond an external one; grey is dominated.
report-cut-rows = Left out, because a worksheet ends: { $count } rows.
report-cut-columns = Left out, because a worksheet ends: { $count } columns.
report-cut-texts = Cut to what a cell of a worksheet holds, ending in “…”: { $count } texts.
report-cut-notes = Notes that are not shown on their cells, because there are too many: { $count }.
report-cut-points = Channels that are not in the chart, because there are too many: { $count }.

## Actions and menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
menu-export-matrix = Export matrix
menu-export-priorities = Export priority list
menu-export-channels = Export channels
action-undo = Undo
action-redo = Redo
action-undo-step = Undo: { $step }
action-redo-step = Redo: { $step }
action-new-blank = New project
action-new-lecture = New from the lecture’s 9 × 9
action-new-example = New from the worked example
action-open = Open…
action-save = Save
action-save-as = Save as…
action-export-matrix-csv = Export matrix as CSV…
action-export-matrix-markdown = Export matrix as Markdown…
action-export-matrix-xlsx = Export matrix as Excel (XLSX)…
action-export-matrix-svg = Export matrix as SVG picture…
action-export-matrix-png = Export matrix as PNG picture…
action-export-priorities-csv = Export priority list as CSV…
action-export-priorities-markdown = Export priority list as Markdown…
action-export-priorities-xlsx = Export priority list as Excel (XLSX)…
action-export-priorities-svg = Export priority list as SVG picture…
action-export-priorities-png = Export priority list as PNG picture…
action-export-channels-csv = Export channels as CSV…
action-export-channels-markdown = Export channels as Markdown…
action-export-channels-xlsx = Export channels as Excel (XLSX)…
action-export-channels-svg = Export channels as SVG picture…
action-export-channels-png = Export channels as PNG picture…
action-close-project = Close project
action-quit = Quit
action-show-start = Go to the start screen
action-show-matrix = Go to the matrix
action-show-channels = Go to the channels
action-speak-english = English
action-speak-norwegian = Norsk
action-look-system = Light or dark as the system
action-look-light = Light
action-look-dark = Dark
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-zoom-reset = Normal size
action-palette = Command palette…
action-keys = Keyboard
action-find = Find a segment…
tab-matrix = Matrix
tab-channels = Channels
shell-name = Project name
shell-name-hint = Name the project
shell-other-language = Bytt til norsk
palette-field = Type a command
palette-nothing = No command has these words in its name.
status-counts = { $fits } fits: { $one } Prio 1 · { $two } Prio 2 · { $three } Prio 3 · { $undecided } undecided
status-saved = Saved
status-unsaved = Not saved
status-undone = Undone: { $step }
status-redone = Done again: { $step }
status-written = Saved { $name }
status-exported = Exported to { $path }
status-recovered = Your work is back. Save it to keep it.
untitled = Untitled
dialog-save = Save
dialog-discard = Don’t save
dialog-cancel = Cancel
dialog-close = Close
dialog-copy = Copy text
dialog-open = Open
dialog-export = Export
dialog-replace = Replace
dialog-unsaved-title = Save changes to { $name }?
dialog-unsaved-detail = Without saving, the changes since the last save are lost.
dialog-changed-title = { $name } has been changed by another program
dialog-changed-detail = Saving here would replace what stands in the file now. Save under another name to keep both.
dialog-save-elsewhere = Save as…
dialog-save-over = Replace the file
dialog-reload = Open the file again
dialog-path-open = Open a project
dialog-path-save = Save the project as
dialog-path-export = Export to
dialog-path-field = Path of the file
dialog-path-hint = No file dialog answers here, so type the path. ~ is your home folder.
dialog-path-replaces = There is such a file already. It will be replaced.
dialog-path-missing = There is no such file yet.
error-open = Could not open { $name }
error-save = Could not save { $name }
error-export = Could not export { $name }
error-at =
    Line { $line }, column { $column }: { $why }

    { $excerpt }
error-recover = Could not bring back { $name }
files-projects = Nisje projects
files-all = All files
file-part-matrix = matrix
file-part-priorities = priorities
file-part-channels = channels
window-failed = the window could not be opened: { $reason }. The jobs without a window work all the same: nisje --help
keys-title = Keyboard
keys-everywhere = Everywhere

## Start screen

start-tagline = Lay out your market, decide what to attack first, choose the channels. All in one file.
start-new = Start
start-blank = Blank project
start-blank-detail = Type or paste your own segments
start-lecture = The lecture’s 9 × 9
start-lecture-detail = A filled matrix to change; Prios are illustrative
start-example = Worked example
start-example-detail = A small company; its figures are illustrative
start-open = Open
start-open-file = Open a file…
start-open-file-detail = Or drop a file on this window
start-recent = Recent
start-recent-none = Projects that you open or save are listed here.
start-recent-missing = not found
start-recent-forget = Take { $name } off the list
start-recovery = Work that was not saved
start-recovery-line = { $name } – { $age }
start-recovery-open = Bring back
start-recovery-discard = Throw away
start-drop = Drop to open the file
priorities-title = Priorities
priorities-empty = Mark where the offer fits, then give Prio 1, 2 or 3. The candidates are listed here.
priorities-undecided = Undecided
priorities-line = { $product } × { $customer }: { $fit }
start-recovery-age =
    { $minutes ->
        [0] just now
        [one] a minute ago
       *[other] { $minutes } minutes ago
    }

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

