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

## Actions and menus

## Start screen

## Matrix screen

## Channels screen

