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

export-failed = kan ikke eksporteres: { $reason }

## Actions and menus

## Start screen

## Matrix screen

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

