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

## Actions and menus

## Start screen

## Matrix screen

matrix-grid = Matrix
matrix-add-product = Add product segment
matrix-add-customer = Add customer segment
matrix-new-product = Name of the new product segment
matrix-new-customer = Name of the new customer segment
matrix-new-hint = Name, Enter for the next
matrix-name = Name of the segment
matrix-copy-of = { $name } (copy)
matrix-note = note
matrix-note-of-cell = Note: why it is so
matrix-note-hint = Why? Enter keeps it, Shift+Enter starts a new line
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
matrix-filter-undecided = Undecided
matrix-filter-hint = Show these alone; the others step back
matrix-find = Find a segment
matrix-found = { $at } of { $of }
matrix-find-next = Next match (Enter)
matrix-find-previous = Previous match (Shift+Enter)

matrix-empty-title = What do you sell, and to whom?
matrix-empty-rows = Product segments are rows: products, services or solutions that are sold each in its own way.
matrix-empty-columns = Customer segments are columns: customers who buy alike. Then mark where the offer fits.
matrix-empty-paste = Or paste a table from a spreadsheet: Ctrl+V

matrix-rename = Rename
matrix-add-before = Add one before
matrix-add-after = Add one after
matrix-duplicate = Duplicate
matrix-move-up = Move up
matrix-move-down = Move down
matrix-move-left = Move left
matrix-move-right = Move right
matrix-delete = Delete
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
matrix-copy-too-much = That is more than a spreadsheet can take. Select less.
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
matrix-pasted-nothing = There was nothing to paste here: the matrix takes X, 1, 2, 3, or a table with headings.

## Channels screen

