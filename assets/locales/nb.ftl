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

product-segment = produktsegment
customer-segment = kundesegment
product-segments = Produktsegmenter
customer-segments = Kundesegmenter
fit-no = ikke treff
fit-undecided = treff, ikke prioritert
fit-prio1 = Prio 1
fit-prio2 = Prio 2
fit-prio3 = Prio 3
unnamed = Uten navn

## Files

## The command line

## Reports and figures

## Actions and menus

## Start screen

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
matrix-pasted-nothing = Det var ingenting å lime inn her: matrisen tar X, 1, 2, 3, eller en tabell med overskrifter.

## Channels screen

