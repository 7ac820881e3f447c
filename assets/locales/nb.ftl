# Ordene i Nisje på norsk (bokmål). Faguttrykk: se ordlista i ARCHITECTURE.md.
# Ett avsnitt per del av programmet; samme rekkefølge i alle språk.

## The project

field-margin = dekningsgrad
field-cost-per-contact = kostnad per kontakt
field-sales-per-contact = salg per kontakt
field-close-rate = tilslagsprosent
field-revenue-per-sale = inntekt per salg
field-contacts-per-month = kontakter per måned

fault-not-finite = { $field } må være et tall
fault-negative = { $field } kan ikke være negativ
fault-above-one = { $field } kan ikke være over 100 %
fault-out-of-order = { $field } må stige fra lav via sannsynlig til høy
fault-duplicate-segment = to segmenter har id-en { $id }
fault-duplicate-channel = to kanaler har id-en { $id }
fault-unknown-segment = segmentet { $id } finnes ikke
fault-unknown-channel = kanalen { $id } finnes ikke

# Navn på steg, som i «Angre: gi nytt navn til segment».
command-set-name = gi prosjektet navn
command-set-currency = bytt valuta
command-set-margin = endre dekningsgrad
command-add-segments = legg til segment
command-rename-segment = gi segment nytt navn
command-move-segments = flytt segment
command-duplicate-segment = lag kopi av segment
command-remove-segments = fjern segment
command-clear-cells = tøm ruter
command-mark-cells = sett kryss
command-set-prio = sett Prio
command-set-cells = endre ruter
command-set-note = skriv notat
command-add-channels = legg til kanal
command-set-channel = endre kanal
command-move-channel = flytt kanal
command-remove-channels = fjern kanal
command-nothing = ingenting

## Words used in many places

product-segments = Produktsegmenter
customer-segments = Kundesegmenter
fit-no = ikke treff
fit-undecided = treff, ikke prioritert
fit-prio1 = Prio 1
fit-prio2 = Prio 2
fit-prio3 = Prio 3
unnamed = Uten navn

## Files

file-not-found = filen finnes ikke
file-no-folder = mappen { $folder } finnes ikke
file-is-folder = dette er en mappe, ikke en fil
file-denied = du har ikke tilgang til å gjøre det her
file-read-only = filen eller disken er skrivebeskyttet
file-disk-full = disken er full
file-changed = et annet program har endret filen siden den ble åpnet
file-too-large-to-open = filen ville blitt større enn { $megabytes } MB, som er det meste som kan åpnes igjen
file-other = { $text }

# Hva som er galt inne i en prosjektfil. Stedet står foran.
format-too-large = filen er større enn { $megabytes } MB
format-empty = filen er tom
format-not-utf8 = dette er ikke tekst (ikke UTF-8)
format-too-deep = det er mer enn { $limit } parenteser inni hverandre
format-newer = filen er laget av en nyere Nisje (format { $format })
format-missing = filen sier ikke hvilket format den har; den skal begynne med «format: { $format }»
format-bad = formatet må være et helt tall som { $format }, ikke { $text }
format-ends = filen slutter midt i
format-expected = her skulle det stått «{ $text }»
format-expected-text = her skulle det stått en tekst i anførselstegn
format-expected-number = her skulle det stått et tall
format-expected-name = her skulle det stått et navn
format-unclosed-text = teksten som begynner her, mangler anførselstegn på slutten
format-unclosed-comment = en kommentar er ikke avsluttet
format-bad-escape = etter omvendt skråstrek står det noe som ikke betyr noe
format-unexpected = «{ $text }» kan ikke stå her
format-trailing = etter slutten på prosjektet kan det ikke stå mer
format-bad-attribute = dette attributtet finnes ikke
format-wrong-kind = dette er feil slags verdi
format-unknown-field = feltet «{ $name }» finnes ikke her, bare { $allowed }
format-unknown-choice = valget «{ $name }» finnes ikke her, bare { $allowed }
format-missing-field = feltet «{ $name }» mangler
format-repeated-field = feltet «{ $name }» står her to ganger
format-bad-id = { $text } er ikke en id; en id er 8 av bokstavene abcdefghijkmnpqrstuvwxyz23456789
format-duplicate-cell = denne ruten står to ganger i filen
format-other = { $text }

## The command line

cli-error = feil
cli-about = { $place }: { $message }
cli-wrote = Skrev { $file }
cli-exists = filen finnes fra før; --force erstatter den
cli-no-window = denne Nisje er bygd uten vindu; se nisje --help
cli-summary = { $name }: { $products ->
        [one] 1 produktsegment
       *[other] { $products } produktsegmenter
    }, { $customers ->
        [one] 1 kundesegment
       *[other] { $customers } kundesegmenter
    }, { $cells ->
        [one] 1 rute
       *[other] { $cells } ruter
    }, { $channels ->
        [one] 1 kanal
       *[other] { $channels } kanaler
    }

## Reports and figures

export-failed = kan ikke eksporteres: { $reason }

report-matrix = Prioritert matrise
report-priorities = Prioriteringsliste
report-channels = Sammenligning av kanaler
report-title = { $project } – { $part }
report-products = { $count ->
    [one] 1 produktsegment
   *[other] { $count } produktsegmenter
}
report-customers = { $count ->
    [one] 1 kundesegment
   *[other] { $count } kundesegmenter
}
report-product = Produktsegment
report-customer = Kundesegment
report-fits = Treff
report-undecided = Ikke prioritert
report-note = Notat
report-has-note = har notat
report-no-segments = Ingen segmenter ennå
report-no-fits = Ingen treff ennå
report-first-products = Vist: de første { $shown } av { $all } produktsegmenter; tallene gjelder alle.
report-first-customers = Vist: de første { $shown } av { $all } kundesegmenter; tallene gjelder alle.
report-more-entries = Ikke vist: { $count } til.
report-no-channels = Ingen kanaler med kostnad og salg per kontakt ennå
report-cost-axis = Kostnad per kontakt
report-sales-axis = Salg per kontakt
report-break-even = nullpunkt
report-own = egen kanal
report-external = ekstern kanal
report-is-dominated = dominert
report-frontier = effektiv front
report-break-even-line = nullpunkt
report-return-line = avkastning: salg ÷ kostnad
report-range = lav til høy
report-margin = Nullpunkt ved en dekningsgrad på { $margin }.
report-without-name = Uten navn i diagrammet, av plasshensyn: { $count }.
report-reason = { $channel } ({ $reason })
report-dominated = Dominert: { $channels }.
report-dominated-count = Dominert: { $count } av { $all } kanaler; tabellen sier av hvilke.
report-not-in-chart = Ikke i diagrammet: { $channels }.
report-matrix-tab = Matrise
report-channels-tab = Kanaler
report-prio = Prio
report-channel = Kanal
report-owner = Egen eller ekstern
report-kind = Type
report-cost-low = Kostnad per kontakt, lav
report-cost-likely = Kostnad per kontakt, sannsynlig
report-cost-high = Kostnad per kontakt, høy
report-sales-low = Salg per kontakt, lavt
report-sales-likely = Salg per kontakt, sannsynlig
report-sales-high = Salg per kontakt, høyt
report-close-rate = Tilslagsprosent
report-revenue-per-sale = Inntekt per salg
report-contacts-per-month = Kontakter per måned
report-cost-per-sale = Kostnad per salg
report-return = Avkastning (salg ÷ kostnad)
report-contribution = Bidrag per kontakt
report-break-even-close-rate = Tilslagsprosent ved nullpunkt
report-break-even-sales = Salg per kontakt ved nullpunkt
report-standing = Stilling
report-marks = I diagrammet er en sirkel en egen kanal, en rombe en ekstern; grått er dominert.
report-cut-rows = Utelatt fordi et regneark tar slutt: { $count } rader.
report-cut-columns = Utelatt fordi et regneark tar slutt: { $count } kolonner.
report-cut-texts = Kuttet til det en rute i et regneark rommer, med «…» til slutt: { $count } tekster.
report-cut-notes = Notater som ikke vises på rutene, fordi de er for mange: { $count }.
report-cut-points = Kanaler som ikke er med i diagrammet, fordi de er for mange: { $count }.

## Actions and menus

menu-file = Fil
menu-edit = Rediger
menu-view = Vis
menu-help = Hjelp
menu-export-matrix = Eksporter matrise
menu-export-priorities = Eksporter prioriteringsliste
menu-export-channels = Eksporter kanaler
action-undo = Angre
action-redo = Gjør om
action-undo-step = Angre: { $step }
action-redo-step = Gjør om: { $step }
action-new-blank = Nytt prosjekt
action-new-lecture = Nytt fra forelesningens 9 × 9
action-new-example = Nytt fra det gjennomførte eksempelet
action-open = Åpne…
action-save = Lagre
action-save-as = Lagre som…
action-export-matrix-csv = Eksporter matrisen som CSV…
action-export-matrix-markdown = Eksporter matrisen som Markdown…
action-export-matrix-xlsx = Eksporter matrisen som Excel (XLSX)…
action-export-matrix-svg = Eksporter matrisen som SVG-bilde…
action-export-matrix-png = Eksporter matrisen som PNG-bilde…
action-export-priorities-csv = Eksporter prioriteringslista som CSV…
action-export-priorities-markdown = Eksporter prioriteringslista som Markdown…
action-export-priorities-xlsx = Eksporter prioriteringslista som Excel (XLSX)…
action-export-priorities-svg = Eksporter prioriteringslista som SVG-bilde…
action-export-priorities-png = Eksporter prioriteringslista som PNG-bilde…
action-export-channels-csv = Eksporter kanalene som CSV…
action-export-channels-markdown = Eksporter kanalene som Markdown…
action-export-channels-xlsx = Eksporter kanalene som Excel (XLSX)…
action-export-channels-svg = Eksporter kanalene som SVG-bilde…
action-export-channels-png = Eksporter kanalene som PNG-bilde…
action-close-project = Lukk prosjektet
action-quit = Avslutt
action-show-start = Gå til startskjermen
action-show-matrix = Gå til matrisen
action-show-channels = Gå til kanalene
action-speak-english = English
action-speak-norwegian = Norsk
action-look-system = Lyst eller mørkt som systemet
action-look-light = Lyst
action-look-dark = Mørkt
action-zoom-in = Zoom inn
action-zoom-out = Zoom ut
action-zoom-reset = Normal størrelse
action-palette = Kommandopalett…
action-keys = Tastatur
action-find = Finn et segment…
tab-matrix = Matrise
tab-channels = Kanaler
shell-name = Prosjektets navn
shell-name-hint = Gi prosjektet et navn
shell-other-language = Switch to English
palette-field = Skriv en kommando
palette-nothing = Ingen kommando har disse ordene i navnet.
status-counts = { $fits } treff: { $one } Prio 1 · { $two } Prio 2 · { $three } Prio 3 · { $undecided } ikke prioritert
status-saved = Lagret
status-unsaved = Ikke lagret
status-undone = Angret: { $step }
status-redone = Gjort om igjen: { $step }
status-written = Lagret { $name }
status-exported = Eksportert til { $path }
status-recovered = Arbeidet ditt er tilbake. Lagre det for å beholde det.
untitled = Uten tittel
dialog-save = Lagre
dialog-discard = Ikke lagre
dialog-cancel = Avbryt
dialog-close = Lukk
dialog-copy = Kopier teksten
dialog-open = Åpne
dialog-export = Eksporter
dialog-replace = Erstatt
dialog-unsaved-title = Vil du lagre endringene i { $name }?
dialog-unsaved-detail = Uten lagring går endringene siden sist lagring tapt.
dialog-changed-title = { $name } er endret av et annet program
dialog-changed-detail = Lagrer du her, erstattes det som står i fila nå. Lagre under et annet navn for å beholde begge.
dialog-save-elsewhere = Lagre som…
dialog-save-over = Erstatt fila
dialog-reload = Åpne fila på nytt
dialog-path-open = Åpne et prosjekt
dialog-path-save = Lagre prosjektet som
dialog-path-export = Eksporter til
dialog-path-field = Filas plassering
dialog-path-hint = Ingen fildialog svarer her, så skriv plasseringen. ~ er hjemmemappa di.
dialog-path-replaces = Fila finnes fra før. Den blir erstattet.
dialog-path-missing = Fila finnes ikke ennå.
error-open = Kunne ikke åpne { $name }
error-save = Kunne ikke lagre { $name }
error-export = Kunne ikke eksportere { $name }
error-at =
    Linje { $line }, kolonne { $column }: { $why }

    { $excerpt }
error-recover = Kunne ikke hente tilbake { $name }
files-projects = Nisje-prosjekter
files-all = Alle filer
file-part-matrix = matrise
file-part-priorities = prioriteringer
file-part-channels = kanaler
window-failed = vinduet kunne ikke åpnes: { $reason }. Jobbene uten vindu virker likevel: nisje --help
keys-title = Tastatur
keys-everywhere = Overalt

## Start screen

start-tagline = Tegn opp markedet, bestem hva dere angriper først, velg kanalene. Alt i én fil.
start-new = Begynn
start-blank = Tomt prosjekt
start-blank-detail = Skriv eller lim inn egne segmenter
start-lecture = Forelesningens 9 × 9
start-lecture-detail = En utfylt matrise å endre på; Prio er illustrasjon
start-example = Gjennomført eksempel
start-example-detail = Et lite selskap; tallene er illustrasjon
start-open = Åpne
start-open-file = Åpne en fil…
start-open-file-detail = Eller slipp en fil på dette vinduet
start-recent = Sist brukt
start-recent-none = Prosjekter du åpner eller lagrer, står her.
start-recent-missing = finnes ikke
start-recent-forget = Ta { $name } bort fra lista
start-recovery = Arbeid som ikke ble lagret
start-recovery-line = { $name } – { $age }
start-recovery-open = Hent tilbake
start-recovery-discard = Kast
start-drop = Slipp for å åpne fila
priorities-title = Prioriteringer
priorities-empty = Sett kryss der tilbudet treffer, og gi så Prio 1, 2 eller 3. Kandidatene står her.
priorities-undecided = Ikke prioritert
priorities-line = { $product } × { $customer }: { $fit }
start-recovery-age =
    { $minutes ->
        [0] nå nettopp
        [one] for ett minutt siden
       *[other] for { $minutes } minutter siden
    }

## Matrix screen

matrix-grid = Matrise
matrix-add-product = Legg til produktsegment
matrix-add-customer = Legg til kundesegment
matrix-new-product = Navn på det nye produktsegmentet
matrix-new-customer = Navn på det nye kundesegmentet
matrix-new-hint = Navn, Enter for neste
matrix-name = Navn på segmentet
matrix-copy-of = { $name } (kopi)
matrix-note = notat
matrix-note-of-cell = Notat: hvorfor det er slik
matrix-note-hint = Hvorfor? Enter lagrer, Shift+Enter gir ny linje
matrix-fit-prio1 = treff, Prio 1
matrix-fit-prio2 = treff, Prio 2
matrix-fit-prio3 = treff, Prio 3
matrix-marks =
    { $marks ->
        [0] ingen kryss
        [one] ett kryss
       *[other] { $marks } kryss
    }
matrix-removed =
    { $marks ->
        [0] Fjernet «{ $name }». Ctrl+Z henter det tilbake.
        [one] Fjernet «{ $name }» med ett kryss. Ctrl+Z henter det tilbake.
       *[other] Fjernet «{ $name }» med { $marks } kryss. Ctrl+Z henter det tilbake.
    }
matrix-removed-several =
    { $marks ->
        [0] Fjernet { $count } segmenter. Ctrl+Z henter dem tilbake.
        [one] Fjernet { $count } segmenter med ett kryss. Ctrl+Z henter dem tilbake.
       *[other] Fjernet { $count } segmenter med { $marks } kryss. Ctrl+Z henter dem tilbake.
    }

matrix-filter-all = Alle kryss
matrix-filter-undecided = Ikke prioritert
matrix-filter-hint = Vis bare disse; de andre trer tilbake
matrix-find = Finn et segment
matrix-found = { $at } av { $of }
matrix-find-next = Neste treff (Enter)
matrix-find-previous = Forrige treff (Shift+Enter)

matrix-empty-title = Hva selger dere, og til hvem?
matrix-empty-rows = Produktsegmenter er rader: produkter, tjenester eller løsninger som selges hver på sin måte.
matrix-empty-columns = Kundesegmenter er kolonner: kunder som kjøper likt. Kryss så av der tilbudet treffer.
matrix-empty-paste = Eller lim inn en tabell fra et regneark: Ctrl+V

matrix-rename = Gi nytt navn
matrix-add-before = Legg til én foran
matrix-add-after = Legg til én etter
matrix-duplicate = Lag kopi
matrix-move-up = Flytt opp
matrix-move-down = Flytt ned
matrix-move-left = Flytt til venstre
matrix-move-right = Flytt til høyre
matrix-delete = Slett
matrix-set-undecided = Treff, ikke prioritert
matrix-set-no = Ikke treff
matrix-write-note = Notat …
matrix-clear = Tøm
matrix-cut = Klipp ut
matrix-copy = Kopier
matrix-copy-headings = Kopier med overskrifter
matrix-paste = Lim inn
matrix-copied =
    { $cells ->
        [one] Kopierte én rute
       *[other] Kopierte { $cells } ruter
    }
matrix-copy-too-much = Det er mer enn et regneark kan ta imot. Merk mindre.
matrix-pasted =
    { $cells ->
        [0] { $segments ->
            [one] Limte inn ett nytt segment
           *[other] Limte inn { $segments } nye segmenter
        }
        [one] { $segments ->
            [0] Limte inn én rute
            [one] Limte inn én rute og ett nytt segment
           *[other] Limte inn én rute og { $segments } nye segmenter
        }
       *[other] { $segments ->
            [0] Limte inn { $cells } ruter
            [one] Limte inn { $cells } ruter og ett nytt segment
           *[other] Limte inn { $cells } ruter og { $segments } nye segmenter
        }
    }{ $left ->
        [0] .
        [one] ; én verdi ble utelatt.
       *[other] ; { $left } verdier ble utelatt.
    }
matrix-pasted-same = Det som ble limt inn, står der fra før.
matrix-pasted-nothing = Det var ingenting å lime inn her: matrisen tar X, 1, 2, 3, eller en tabell med overskrifter.

matrix-key-arrows = Piltaster
matrix-does-arrows = flytt markøren; også til overskriftene
matrix-key-extend = Shift+piltaster
matrix-does-extend = merk et område
matrix-key-ends = Home, End, Ctrl+piltaster
matrix-does-ends = først og sist i raden eller kolonnen
matrix-key-corners = Ctrl+Home, Ctrl+End
matrix-does-corners = første og siste rute
matrix-key-pages = Page Up, Page Down (Alt: til siden)
matrix-does-pages = én skjermside
matrix-key-tab = Tab, Shift+Tab
matrix-does-tab = neste og forrige rute
matrix-key-mark = Mellomrom, X
matrix-does-mark = sett kryss, eller fjern det
matrix-key-prio = 1, 2, 3
matrix-does-prio = gi Prio 1, 2 eller 3
matrix-key-clear = 0, Delete
matrix-does-clear = tøm; notatet blir
matrix-key-remove = Delete på en overskrift
matrix-does-remove = slett segmentene
matrix-key-write = F2, Enter
matrix-does-write = rediger navnet, eller notatet til ruta
matrix-key-insert = Insert (Alt: en kolonne)
matrix-does-insert = legg til et segment etter dette
matrix-key-shift = Alt+piltaster
matrix-does-shift = flytt raden eller kolonnen
matrix-key-duplicate = Ctrl+D
matrix-does-duplicate = lag kopi av segmentet
matrix-key-all = Ctrl+A (to ganger: også overskrifter)
matrix-does-all = merk alt
matrix-key-clipboard = Ctrl+C, Ctrl+X, Ctrl+V
matrix-does-clipboard = kopier, klipp ut, lim inn; også med regneark
matrix-key-menu = Shift+F10
matrix-does-menu = åpne menyen til ruta eller overskriften
matrix-key-leave = F6, Escape
matrix-does-leave = forlat rutenettet

## Channels screen

owner-own = egen
owner-external = ekstern
kind-web = Nett
kind-direct-sales-force = Direkte salgskorps
kind-consultants = Konsulenter
kind-managers = Ledere
kind-telesales = Telesalg
kind-own-shops = Egne butikker
kind-catalogue = Katalog
kind-agents = Agenter, meglere
kind-distributors = Distributører, grossister, importører
kind-value-adding-resellers = Verdiøkende forhandlere
kind-mail-order = Postordre, nettaktører
kind-franchisees = Franchisetakere
kind-dealers = Forhandlere
kind-joint-ventures = Fellesforetak, felles markedsføring
kind-system-integrators = Systemintegratorer

# Hvor en kanal står blant de andre, som i en tabell.
standing-efficient = effektiv
standing-dominated = dominert av { $by }
standing-clearly-dominated = klart dominert av { $by }
standing-missing = mangler: { $what }
gap-cost = kostnad per kontakt
gap-sales = salg per kontakt
gap-close-rate = tilslagsprosent
gap-revenue-per-sale = inntekt per salg
gap-zero-cost = kostnaden er null
gap-zero-sales = salget er null
list-of-two = { $before }, { $last }

channels-table = Tabell
channels-chart = Diagram
channels-add = Legg til kanal
channels-use-lecture = Bruk forelesningens seks
channels-empty-title = Ingen kanaler ennå
channels-empty-what = En kanal er en måte å nå og selge til kunder på: nettet, en telefon, et besøk, en forhandler.
channels-empty-why = Skriv inn hva én kontakt koster og hva den selger for, og se hvilke kanaler som lønner seg og hvilke som aldri gjør det.
channels-currency = Valuta
channels-margin = Dekningsgrad
channels-margin-hint = Den delen av inntekten som er igjen etter de variable kostnadene ved det som selges. Nullpunktet bygger på den.

# Overskrifter i tabellen, på to linjer.
channels-table-name = Kanaler
channels-name = Navn
channels-owner = Drives av
channels-cost = Kostnad, { $currency }
channels-sales = Salg, { $currency }
channels-contribution = Bidrag, { $currency }
channels-per-contact = per kontakt
channels-per-sale = per salg
channels-return = Avkastning
channels-break-even = Nullpunkt
channels-break-even-in = Nullpunkt, { $currency }
channels-break-even-sales = salg per kontakt
channels-standing = Stilling

# Tallene for én kanal.
channels-cost-per-contact = Kostnad per kontakt
channels-sales-per-contact = Salg per kontakt
channels-close-rate = Tilslagsprosent
channels-revenue-per-sale = Inntekt per salg
channels-sales-from = Salget kommer fra
channels-sales-typed = det som skrives
channels-sales-close-rate = tilslag × inntekt
channels-contacts = Kontakter per måned
channels-note = notat
channels-note-hint = Notat: hvor kommer tallene fra?
channels-low = lav
channels-likely = sannsynlig
channels-high = høy
channels-kind = type
channels-kind-other = En annen type
channels-kind-own-words = type med egne ord
channels-kind-hint = Hvilken type?
channels-kinds-own = Egne
channels-kinds-external = Eksterne
channels-duplicate = Lag kopi av { $name }
channels-remove = Fjern { $name }
channels-removed = Fjernet { $name }
channels-copy-name = { $name } (kopi)
# Navnet på et felt for skjermlesere: «Telefonsalg: sannsynlig kostnad per kontakt».
channels-field-of = { $channel }: { $field }
channels-end-of = { $end } { $figure }
channels-bad-figure = «{ $typed }»: { $fault }

# Det som følger av dem.
channels-return-on-contact = Avkastning per kontakt
channels-contribution-per-contact = Dekningsbidrag per kontakt
channels-contribution-per-month = Dekningsbidrag per måned
channels-break-even-sales-per-contact = Salg ved nullpunktet
channels-break-even-close-rate = Tilslag ved nullpunktet
channels-out-of-reach = { $rate }, utenfor rekkevidde
channels-cost-per-sale = Kostnad per salg
channels-range = { $likely } ({ $low } til { $high })

# Diagrammet.
channels-scale-log = Logaritmisk
channels-scale-linear = Lineær
channels-reset-view = Vis alle kanalene
channels-axis-cost = Kostnad per kontakt, { $currency }
channels-axis-sales = Salg per kontakt, { $currency }
channels-return-line = avkastning { $ratio }
channels-legend-frontier = effektiv
channels-legend-dominated = dominert
channels-absent = Ikke i diagrammet:
channels-absent-why = { $name } ({ $why })
channels-chart-empty = Ingen kanal har både kostnad og salg å vise.
channels-point = { $name }: punkt i diagrammet
channels-readout = kostnad { $cost } · salg { $sales }
channels-readout-close-rate = tilslag { $rate }
channels-dragged = { $name }: kostnad { $cost } og salg { $sales } per kontakt
channels-dragged-close-rate = { $name }: kostnad { $cost } og salg { $sales } per kontakt, med et tilslag på { $rate }
channels-dragged-capped = { $name }: tilslaget kan ikke være over 100 %, så salget blir stående på { $sales } per kontakt

# Taster, og hva de gjør.
channels-key-choose = ↑ ↓ Home End
channels-key-choose-does = velg kanal
channels-key-edit = Enter, F2
channels-key-edit-does = rediger den: der du var, eller fra navnet
channels-key-next = Tab, Shift+Tab
channels-key-next-does = neste eller forrige felt
channels-key-leave = Enter, Esc
channels-key-leave-does = i et felt: godta, eller ta tilbake
channels-key-add = Insert
channels-key-add-does = legg til en kanal
channels-key-remove = Delete
channels-key-remove-does = fjern kanalen
channels-key-move = Alt+↑, Alt+↓
channels-key-move-does = flytt den opp eller ned
channels-key-copy = Ctrl+D
channels-key-copy-does = lag en kopi

