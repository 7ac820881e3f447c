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

file-not-found = there is no such file
file-no-folder = there is no folder { $folder }
file-is-folder = this is a folder, not a file
file-denied = you don’t have permission to do that here
file-read-only = the file or the disk is write-protected
file-disk-full = there is no room left on the disk
file-changed = another program has changed the file since it was opened
file-too-large-to-open = the file would be larger than { $megabytes } MB, which is the most that can be opened again
file-other = { $text }

# What is wrong inside a project file. The place stands before it.
format-too-large = the file is larger than { $megabytes } MB
format-empty = the file is empty
format-not-utf8 = this is not text (not UTF-8)
format-too-deep = there are more than { $limit } brackets inside one another
format-newer = the file was made by a newer Nisje (format { $format })
format-missing = the file doesn’t say its format; it should start with “format: { $format }”
format-bad = the format must be a whole number such as { $format }, not { $text }
format-ends = the file ends in the middle
format-expected = “{ $text }” is expected here
format-expected-text = a text in quotation marks is expected here
format-expected-number = a number is expected here
format-expected-name = a name is expected here
format-unclosed-text = the text that starts here has no closing quotation mark
format-unclosed-comment = a comment is not closed
format-bad-escape = there is no such escape after a backslash
format-unexpected = “{ $text }” can’t stand here
format-trailing = nothing may follow the end of the project
format-bad-attribute = there is no such attribute
format-wrong-kind = this is the wrong kind of value
format-unknown-field = there is no field “{ $name }” here, only { $allowed }
format-unknown-choice = there is no choice “{ $name }” here, only { $allowed }
format-missing-field = the field “{ $name }” is missing
format-repeated-field = the field “{ $name }” stands here twice
format-bad-id = { $text } is not an id; an id is 8 of the letters abcdefghijkmnpqrstuvwxyz23456789
format-duplicate-cell = this cell stands in the file twice
format-other = { $text }

## The command line

cli-error = error
cli-about = { $place }: { $message }
cli-wrote = Wrote { $file }
cli-exists = the file is there already; --force replaces it
cli-no-window = this Nisje was built without the window; see nisje --help
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

## Reports and figures

export-failed = can’t be exported: { $reason }

## Actions and menus

## Start screen

## Matrix screen

## Channels screen

