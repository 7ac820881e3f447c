# Ordene i Nisje på norsk (bokmål). Faguttrykk: se ordlisten i ARCHITECTURE.md.
# Ett avsnitt per del av programmet; samme rekkefølge i alle språk.

## The project

# Navn på felter, slik de står i setninger og, med stor forbokstav, som ledetekster.
field-name = navn
field-currency = valuta
field-margin = dekningsgrad
field-fit = treff
field-note = notat
field-rung = trinn
field-strategy = pris eller verdi
field-perceived-value = opplevd verdi
field-perceived-cost = opplevd kostnad
field-target-group = målgruppe
field-statement = posisjon i én setning
field-owner = egen eller ekstern
field-kind = type
field-cost-per-contact = kostnad per kontakt
field-sales-from = salget kommer fra
field-sales-per-contact = salg per kontakt
field-close-rate = tilslagsprosent
field-revenue-per-sale = inntekt per salg
field-contacts-per-month = kontakter per måned
field-fixed-cost-per-month = fast kostnad per måned
field-fixed-cost-is = den faste kostnaden er
field-variable-cost = variabel salgskostnad
field-hours-per-contact = egne timer per kontakt
field-preference = preferanse
field-delivery = leveranse
field-usage = brukes som
field-meeting-rate = møter per kontakt
field-offer-rate = tilbud per møte
field-sale-rate = salg per tilbud
field-sales-target = ønsket antall salg
field-customers = kunder
field-contacts-per-customer-per-year = kontakter per kunde per år
field-purchases-per-year = kjøp per kunde per år
field-meeting-cost = kostnad for et møte
field-offer-cost = kostnad for et tilbud
field-budget = budsjett
field-months = måneder
field-prio-order = Prio teller
field-hours-per-month = egne timer per måned
field-deliveries-per-month = leveranser per måned
field-least = færrest kontakter
field-most = flest kontakter
field-role = rolle i metoden
field-direction = retning
field-weight = vekt
field-floor = minstekrav
field-reason = begrunnelse
field-industry = bransje
field-geography = geografi
field-employees = ansatte per kunde
field-revenue-history = inntektshistorikk
field-loyalty = lojalitet
field-innovation-response = respons på innovasjon og kreativitet
field-promotion-response = respons på kampanjer
field-purchase-volume = innkjøp hos én kunde per år
field-growth = vekst
field-need-level = behovsnivå
field-special-needs = særskilt kompetanse, prosess eller standard
field-sales-approach = salgstilnærming
field-importance = viktighet for kunden
field-centralisation = sentraliserte beslutninger
field-service-knowledge = kjennskap til tjenestene
field-same-purchase = de kjøper det samme
field-same-purchase-note = notat om at de kjøper det samme
field-same-process = de kjøper på samme måte
field-same-process-note = notat om at de kjøper på samme måte
field-talk-together = de snakker med hverandre
field-talk-together-note = notat om at de snakker med hverandre
field-group = gruppe
field-what = hva
field-who = hvem
field-by = frist
field-progress = framdrift
field-sized-for = dimensjonert for
field-revenue-target = ønsket salg per år
field-travel-speed = reisefart, km/t
field-people = personer
field-selling-hours-per-year = salgstimer per person per år
field-sales-per-year = salg per person per år
field-cost-per-year = kostnad per person per år
field-commission = provisjon
field-ramp-up-months = måneder med opplæring
field-part = del i oppgaven
field-followed-up-by = følges opp av
field-interval = hvor ofte
field-share = andel av kontaktene
field-place = sted
field-latitude = breddegrad
field-longitude = lengdegrad
field-workload = timer per år
field-visits-per-year = besøk per år
role-other = annet kriterium

fault-not-finite = { $field } må være et tall
fault-negative = { $field } kan ikke være negativ
fault-too-large = { $field } kan ikke være over 1 000 000 000 000 000
fault-too-long = { $field } kan ikke ha mer enn { $most } tegn
fault-above-one = { $field } kan ikke være over 100 %
fault-above-ten = { $field } kan ikke være over 10 poeng
fault-not-a-fit = bare en rute med treff kan være brohode eller neste mål
fault-not-beside = et neste mål har produktsegment eller kundesegment felles med brohodet
fault-no-beachhead = velg brohodet først: neste mål ligger ved siden av det
fault-out-of-order = { $field } må stige fra lav via sannsynlig til høy
fault-duplicate-segment = to segmenter har id-en { $id }
fault-duplicate-channel = to kanaler har id-en { $id }
fault-unknown-segment = segmentet { $id } finnes ikke
fault-unknown-channel = kanalen { $id } finnes ikke
fault-unknown-field = feltet { $name } finnes ikke

# Navn på steg, som i «Angre: gi nytt navn til segment».
command-set = endre { $field }
command-add-segments = legg til segment
command-move-segments = flytt segment
command-duplicate-segment = lag kopi av segment
command-remove-segments = fjern segment
command-clear-cells = tøm ruter
command-mark-cells = sett kryss
command-set-prio = sett Prio
command-set-cells = endre ruter
command-set-beachhead = velg brohode
command-clear-beachhead = fjern brohode
command-set-follow-ons = endre neste mål
command-add-channels = legg til kanal
command-move-channel = flytt kanal
command-remove-channels = fjern kanal
command-nothing = ingenting

## Words used in many places

product-segments = Produktsegmenter
customer-segments = Kundesegmenter
# Tilbudets stige, fra operativt til strategisk.
rung-product = Produkt
rung-solution = Løsning
rung-business-process = Kundens forretningsprosess
rung-value-proposition = Kundens verdiforslag
rung-customers-customers = Kundens kunder
strategy-price = Volum, lav pris
strategy-value = Verdiskaping
# Hva hvert trinn gjør for kjøperen.
rung-product-means = Løser et enkelt operativt behov
rung-solution-means = Produkter, innføring og støtte for et forretningsproblem
rung-business-process-means = Endrer måten kunden arbeider på
rung-value-proposition-means = En del av det kunden tilbyr sitt eget marked
rung-customers-customers-means = Gir kundens kunder det de vil ha
position-ladder = Tilbudets stige
position-map = Opplevd verdi og kostnad
position-strategic = Strategisk: kundens ledelse
position-operative = Operativt: kundens ansatte
position-not-placed = Ikke plassert
position-not-placed-means = Dra opp på stigen
position-no-strategy = Pris eller verdi ikke valgt
position-open = Ikke valgt
position-zero = verdi = kostnad
position-equal-return = lik opplevd gevinst
position-return-line = gevinst { $return }
position-axis-cost = Opplevd kostnad, poeng av 10
position-axis-value = Opplevd verdi, poeng av 10
position-not-on-map = Uten opplevd verdi eller kostnad:
position-does-choose = velg den neste i den retningen
position-does-move = flytt opp, ned eller til siden; på kartet et halvt poeng
position-does-edit = skriv hvem det er for
position-at = verdi { $value }, kostnad { $cost }, gevinst { $return }
position-of-ten = av 10
position-loses = koster mer enn det er verdt
position-group-hint = Hvem som bruker det, hvem som bestemmer
position-hint = For hvem, hva de får, hvorfor oss
position-empty-title = Hvor står hvert tilbud?
position-empty-what = Plasser hvert produktsegment på stigen, fra et enkelt produkt til kundens kunder.
position-empty-how = Angi om det selges på pris eller verdi, og hva kjøperen får igjen for kostnaden.
position-empty-example = Legg først til produktsegmenter i matrisen; det gjennomarbeidede eksempelet har plassert seks.
beachhead = brohode
follow-on-number = Neste mål { $number }
beachhead-set = Gjør til brohode
beachhead-clear = Ikke lenger brohode
sale-level = { $level } { $words }
sale-differs = ulike
sale-unknown = Angi begge for å se hvor vanskelig salget er.
sale-cells = { $count } ruter med treff
sale-criterion-added = Kriteriet «{ $criterion }» er lagt til i Beslutning: nivået er poenget der.
beachhead-and-follow-ons = Brohode og neste mål
beachhead-none = Ikke valgt brohode ennå
follow-ons = Neste mål
follow-ons-none = Ingen ennå. Legg til ruter som brohodet åpner veien til.
follow-on-add = Legg til { $cell } som neste mål
follow-on-remove = Fjern { $cell } fra neste mål
follow-on-earlier = { $cell } tidligere
follow-on-later = { $cell } senere
beachhead-beside = Også ved siden av brohodet
beachhead-choose = Velg et annet brohode
beachhead-show = Vis i matrisen
beachhead-does-choose = gå gjennom kjeglene, forfra
beachhead-does-move = flytt et neste mål tidligere eller senere
beachhead-does-remove = fjern et neste mål; lengst fram: brohodet
beachhead-empty-title = Hvilken rute satser dere alt på først?
beachhead-empty-what = Brohodet er den ene ruten som skal vinnes før alle andre.
beachhead-empty-how = Rutene ved siden av faller så, som kjegler: samme produkt til et annet segment, eller mer til samme segment.
beachhead-empty-choose = Velg en av de viktigste, eller en annen i matrisen.
beachhead-empty-no-fits = Kryss av i matrisen hvor tilbudet passer; en av rutene blir brohodet.
beachhead-not-prio-1 = { $cell } er brohodet, men ikke Prio 1
beachhead-not-prio-1-why = Alt satses på brohodet først. Gi det Prio 1, eller velg et annet.
beachhead-no-channel = Ingen kanal er valgt for segmentet i brohodet, { $cell }
beachhead-no-channel-why = Velg en hovedkanal for det i Kanaler, etter segment.
beachhead-hard-sale = Salget i brohodet, { $cell }, er svært utfordrende
beachhead-hard-sale-why = Lav kjøpetrang og en grundig prosess: den første seieren tar tid. Finnes det en lettere rute ved siden av?
position-negative-return = { $product } koster mer enn det er verdt for kjøperen
position-negative-return-why = Opplevd kostnad er over opplevd verdi. Øk verdien, senk kostnad og risiko, eller sikt mot noen andre.
beachhead-part = Rolle
perceived-return = opplevd gevinst

fit-no = ikke treff
fit-undecided = treff, ikke prioritert
fit-prio1 = Prio 1
fit-prio2 = Prio 2
fit-prio3 = Prio 3
sized-for-prio-2 = Prio 1 og 2
sized-for-prio-3 = Prio 1, 2 og 3
task-sales = salg
task-marketing = markedsføring
duty-none = ikke i rollen
duty-responsible = har ansvaret
duty-takes-part = deltar
interval-daily = daglig
interval-weekly = ukentlig
interval-monthly = månedlig
interval-quarterly = hvert kvartal
interval-yearly = årlig
unnamed = Uten navn

## Files

file-not-found = filen finnes ikke
file-no-folder = mappen { $folder } finnes ikke
file-is-folder = dette er en mappe, ikke en fil
file-not-regular = dette er et rør eller en enhet, ikke en fil
file-denied = du har ikke tilgang til å gjøre det her
file-read-only = filen eller disken er skrivebeskyttet
file-disk-full = disken er full
file-changed = et annet program har endret filen siden den ble åpnet
file-too-large-to-open = filen ville blitt større enn { $megabytes } MB, som er det meste som kan åpnes igjen
file-interrupted = en feil i programmet stoppet dette; prøv igjen, eller lagre et annet sted
file-other = { $text }
crash-said = En feil i programmet stoppet dette. Det som ikke var lagret, er tatt vare på der det er mulig.
crash-reported = En feil i programmet stoppet dette. Det som ikke var lagret, er tatt vare på der det er mulig. En rapport uten prosjektets innhold ligger i { $path }
file-no-thread = systemet har ikke plass til mer arbeid akkurat nå; lukk andre programmer og prøv igjen

# Beløp som skrives eller limes inn
amount-no-number = det mangler et tall
amount-not-understood = { $word } forstås ikke her: skriv et beløp som 1500, kr 1 500, 5k, 2,5 mill eller 10–20
amount-grouping = sifrene i { $number } er ikke delt i grupper på tre
amount-too-large = tallet er for stort
amount-no-range = her trengs ett tall, ikke et spenn
amount-three-numbers = det er mer enn to tall
amount-range-order = den nedre grensen, { $low }, er høyere enn den øvre, { $high }
amount-read-as = { $typed } er lest som { $number }
amount-read-as-range = { $typed } er lest som { $low } til { $high }

# Hva som er ulikt i to utgaver av et prosjekt
diff-project-name = Prosjektets navn: { $from } → { $to }
diff-currency = Valuta: { $from } → { $to }
diff-margin = Dekningsgraden
diff-added = { $kind ->
    [product] Produktsegmentet
    [customer] Kundesegmentet
    [channel] Kanalen
    [criterion] Kriteriet
    [attribute] Kjennetegnet
    [participant] Deltakeren
    [round] Runden
    [step] Steget
    [role] Rolle
    [task] Oppgave
    [followup] Oppfølging
    [territory] Distrikt
    [account] Kunde
   *[scenario] Scenarioet
 } { $name } er lagt til
diff-removed = { $kind ->
    [product] Produktsegmentet
    [customer] Kundesegmentet
    [channel] Kanalen
    [criterion] Kriteriet
    [attribute] Kjennetegnet
    [participant] Deltakeren
    [round] Runden
    [step] Steget
    [role] Rolle
    [task] Oppgave
    [followup] Oppfølging
    [territory] Distrikt
    [account] Kunde
   *[scenario] Scenarioet
 } { $name } er fjernet
diff-renamed = { $kind ->
    [product] Produktsegmentet
    [customer] Kundesegmentet
    [channel] Kanalen
    [criterion] Kriteriet
    [attribute] Kjennetegnet
    [participant] Deltakeren
    [round] Runden
    [step] Steget
    [role] Rolle
    [task] Oppgave
    [followup] Oppfølging
    [territory] Distrikt
    [account] Kunde
   *[scenario] Scenarioet
 } { $old } heter nå { $name }
diff-changed = { $kind ->
    [product] Produktsegmentet
    [customer] Kundesegmentet
    [channel] Kanalen
    [criterion] Kriteriet
    [attribute] Kjennetegnet
    [participant] Deltakeren
    [round] Runden
    [step] Steget
    [role] Rolle
    [task] Oppgave
    [followup] Oppfølging
    [territory] Distrikt
    [account] Kunde
   *[scenario] Scenarioet
 } { $name } er endret
diff-order = Rekkefølgen på { $kind ->
    [product] produktsegmentene
    [customer] kundesegmentene
    [channel] kanalene
    [criterion] kriteriene
    [attribute] kjennetegnene
    [participant] deltakerne
    [round] rundene
    [step] neste steg
    [role] roller
    [task] oppgaver
    [followup] oppfølginger
    [territory] distrikter
    [account] kunder
   *[scenario] scenarioene
 }
diff-fit = { $product } × { $customer }: { $from } → { $to }
diff-note = { $product } × { $customer }: notatet
diff-positions = Posisjonen til produktsegmenter
diff-beachhead = { $product } × { $customer } er brohodet
diff-no-beachhead = { $product } × { $customer } er ikke lenger brohodet
diff-follow-ons = De neste målene etter brohodet
diff-score = { $product } × { $customer }, { $criterion }: { $from } → { $to }
diff-none = ingen poeng
diff-weights = Hvordan kriteriene er vektet
diff-reaches = Hvordan kanalene når kundesegmentene
diff-offers = Priser og dekningsgrader for produktsegmenter
diff-profiles = Det som er kjent om kundesegmentene
diff-funnels = Salgstrakter
diff-set-aside = Funn som er lagt til side
diff-team = Størrelsen på teamet og hva som ligger i rollene
diff-more = … og { $count } til

# Hvordan en tabell er lest, før den limes inn
paste-title = Lime inn denne tabellen?
paste-headings = Overskriftene står i rad { $row } og kolonne { $column }
paste-nothing = Ingenting ble limt inn. { $how }
paste-source = Teksten er lest som { $format }
paste-tabs = celler med tabulator mellom
paste-commas = en tabell med komma mellom cellene
paste-semicolons = en tabell med semikolon mellom cellene
paste-markdown = en Markdown-tabell
paste-titles = Utelatt som tittel: { $names }
paste-totals = Utelatt som summer: { $names }
paste-groups = Overskrifter over overskriftene er ikke segmenter: { $names }
paste-scores = Tallene er lest som poeng, siden noen er høyere enn 3, og er utelatt: Prio går fra 1, som haster mest, til 3
paste-word = { $word } er lest som { $meaning }

# Hva som er galt inne i en prosjektfil. Stedet står foran.
format-too-large = filen er større enn { $megabytes } MB
format-empty = filen er tom
format-only-zeros = filen inneholder bare nullbyte, slik en avbrutt kopiering eller en disk med feil etterlater den; åpne en tidligere versjon eller en sikkerhetskopi
format-not-utf8 = dette er ikke tekst (ikke UTF-8)
format-utf16 = dette er UTF-16-tekst («Unicode» i Notisblokk), ikke UTF-8; lagre den på nytt med tegnkodingen UTF-8
format-windows-1252 = dette er ikke UTF-8, men trolig Windows-1252 («ANSI» i Notisblokk); lagre den på nytt med tegnkodingen UTF-8
format-conflict = git kunne ikke flette to versjoner her; behold den ene og slett linjene med <<<<<<<, ======= og >>>>>>>
format-too-deep = det er mer enn { $limit } parenteser inni hverandre
format-newer = filen er laget av en nyere Nisje (format { $format })
format-missing = filen sier ikke hvilket format den har; den skal begynne med «format: { $format }»
format-bad = formatet må være et helt tall som { $format }, ikke { $text }
format-ends = filen slutter midt i
format-expected = her skulle det stått «{ $text }»
format-expected-text = her skulle det stått en tekst i anførselstegn
format-expected-number = her skulle det stått et tall
format-decimal-comma = tallet { $number } har desimalkomma; i en fil skrives det med punktum
format-expected-name = her skulle det stått et navn
format-unclosed-text = teksten som begynner her, mangler anførselstegn på slutten
format-unclosed-comment = en kommentar er ikke avsluttet
format-bad-escape = ukjent escape-sekvens etter omvendt skråstrek
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

## The command line

cli-error = feil
cli-about = { $place }: { $message }
cli-wrote = Skrev { $file }
cli-exists = filen finnes allerede; --force erstatter den
cli-no-window = denne Nisje er bygd uten vindu; se nisje --help
cli-comments = { $count ->
        [one] en kommentar på linje { $line }
       *[other] { $count } kommentarer, den første på linje { $line }
    }; lagring i vinduet fjerner { $count ->
        [one] den
       *[other] dem
    }
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

cli-ambiguous-segment = flere kundesegmenter heter «{ $name }»; oppgi id-en til ett: { $ids }
cli-no-segment = det finnes ikke noe kundesegment «{ $name }»
cli-no-scenario = det finnes ikke noe scenario «{ $name }»
cli-clash = disse grensene kan ikke oppfylles samtidig: { $clashes }
cli-currency = Beløp i { $currency }.
cli-outside = { $count ->
    [one] Ett par er
   *[other] { $count } par er
} ikke med (--json sier hvorfor).

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
report-frontier = beste kanaler
report-return-line = avkastning: salg ÷ kostnad
report-loss = går med tap
report-range = lav til høy
report-margin = Nullpunkt ved en dekningsgrad på { $margin }.
report-without-name = Uten navn i diagrammet, av plasshensyn: { $count }.
report-reason = { $channel } ({ $reason })
report-dominated = Dominert: { $channels }.
report-dominated-count = Dominert: { $count } av { $all } kanaler; tabellen sier av hvilke.
report-not-in-chart = Ikke i diagrammet: { $channels }.
report-prio = Prio
report-channel = Kanal
report-low = { $what }, lav
report-high = { $what }, høy
report-return = Avkastning (salg ÷ kostnad)
report-break-even-sales = Salg per kontakt ved nullpunkt
report-standing = Vurdering
report-marks = I diagrammet er en sirkel en egen kanal, en rombe en ekstern; grått er dominert.
report-cut-rows = Utelatt, regnearket har ikke plass: { $count } rader.
report-cut-columns = Utelatt, regnearket har ikke plass: { $count } kolonner.
report-cut-texts = Forkortet til det en celle i regnearket rommer, med «…» til slutt: { $count } tekster.
report-cut-notes = Notater som er utelatt fra cellene sine, regnearket har ikke plass: { $count }.
report-cut-points = Kanaler som er utelatt fra diagrammet, regnearket har ikke plass: { $count }.

report-channels-for = Kanaler til { $segment }
report-channels-side-by-side = Kanaler per segment, Prio 1 og 2
report-outside-window = { $count ->
    [one] Én kanal ligger
   *[other] { $count } kanaler ligger
} utenfor det som vises.
report-more-segments = { $count ->
    [one] Ett segment til har
   *[other] { $count } segmenter til har
} Prio 1 eller 2.
report-no-prioritised = Ingen segmenter har Prio 1 eller 2 ennå.
report-axes = Kostnad per kontakt mot høyre, salg per kontakt oppover, i { $currency }; samme akser i alle

report-given = Tall
report-segments-tab = Kanaler per segment
report-segments-note = Hvert segment er beregnet med produktsegmentet som haster mest der. Variabel salgskostnad trekkes fra dekningsgraden.
report-contradiction = Motsigelse
report-warning = Advarsel
report-gap = Mangler
report-hint = Tips
report-severity = Type
report-finding = Dekning
# Name of a worksheet; report-finding has the same text in English.
report-coverage-tab = Dekning av segmenter
report-line-fixed = Fast kostnad
report-line-share = Andel av salget
report-needs-tab = Kontakter per kanal
report-scenario = Scenario
report-scenarios-tab = Scenarioer
report-allocation-tab = Fordeling
report-limits-tab = Grenser
report-idle-tab = Uten penger
report-excluded-tab = Holdt utenfor
report-curve-tab = Dekningsbidrag ved ulike budsjett
report-tornado-tab = Hva som påvirker det mest
report-tornado-note = Ett tall endres om gangen; kontaktene holdes fast.
report-input = Tall
report-input-low = Tall, lav
report-input-high = Tall, høy
report-at-low = Dekningsbidrag ved lav
report-at-high = Dekningsbidrag ved høy
report-sales-total = Salg
report-budget = Budsjett per scenario
report-about = Om prosjektet
report-project = Hele prosjektet
report-budget-line = { $budget } over { $months } måneder
report-budget-result = Dekningsbidrag { $contribution } ({ $low } til { $high }); faste kostnader for kanalene som brukes, { $fixed }; { $one } til gir { $marginal }.
report-budget-note = Størst dekningsbidrag innenfor budsjettet, kanalenes kapasitet og grensene; faste kostnader vises ved siden av. Lav og høy: alle tall på sitt dårligste og beste, mens kontaktene holdes fast.

## Deciding


fault-duplicate-criterion = to kriterier har id-en { $id }
fault-unknown-criterion = kriteriet { $id } finnes ikke
fault-compared-with-itself = et kriterium er sammenlignet med seg selv: { $id }
fault-level-count = en skala kan ikke ha { $levels } nivåer her
fault-floor = minstekravet { $floor } er ikke på skalaen
fault-level = { $level } er ikke mellom 1 og { $highest }
fault-duplicate-participant = to deltakere har id-en { $id }
fault-unknown-participant = deltakeren { $id } finnes ikke her
fault-duplicate-round = to runder har id-en { $id }
fault-unknown-round = runden { $id } finnes ikke
fault-twice-in-round = ruten står to ganger i runden
fault-not-in-round = ruten er ikke med i runden
fault-round-closed = stemmene er vist, så runden tar ikke imot flere
fault-round-open = vis stemmene før dere godtar dem

format-duplicate-score = ruten er vurdert to ganger etter dette kriteriet
format-duplicate-comparison = disse kriteriene er sammenlignet to ganger
format-said-twice = dette står to ganger i filen
format-duplicate-vote = denne deltakeren stemmer to ganger på ruten

command-add-criteria = legg til kriterium
command-set-levels = endre nivåer
command-move-criterion = flytt kriterium
command-remove-criteria = fjern kriterium
command-set-weighting = bytt måte å vekte på
command-compare-criteria = sammenlign kriterier
command-set-scores = gi poeng
command-clear-scores = fjern poeng
command-set-participants = endre deltakere
command-add-round = start runde
command-vote = stem
command-reveal-round = vis stemmene i runden
command-accept-round = godta runden
command-remove-rounds = fjern runde

# Kriteriene å begynne med: et navn, og en setning for hvert nivå fra 1.
criterion-buying-urge = Kjøpetrang
criterion-buying-urge-1 = Irrelevant: ingen interesse i det hele tatt
criterion-buying-urge-2 = Litt interesse: klarer seg fint uten
criterion-buying-urge-3 = Nok interesse: har et behov, og kjøper hvis spørsmål blir besvart og ingenting kommer i veien
criterion-buying-urge-4 = Intens interesse: er på jakt og vurderer mange
criterion-buying-urge-5 = Begjær: må bare ha det; følelsene styrer
criterion-buying-process = Kjøpeprosess
criterion-buying-process-1 = På stedet
criterion-buying-process-2 = Rask sjekk: noen spørsmål
criterion-buying-process-3 = Grundig sjekk: mange spørsmål, flere personer og tilbud, en test, en kontrakt
criterion-buying-process-4 = Svært grundig sjekk: trekker ut i tid, og hvert neste skritt må selges inn
criterion-market-size = Markedets størrelse
criterion-market-size-1 = En håndfull kunder
criterion-market-size-2 = Nok til en bigeskjeft
criterion-market-size-3 = Nok til å leve av
criterion-market-size-4 = Nok til å vokse på i noen år
criterion-market-size-5 = Mer enn vi noen gang kan betjene
criterion-growth = Vekst
criterion-growth-1 = Krymper raskt
criterion-growth-2 = Krymper langsomt
criterion-growth-3 = Står stille
criterion-growth-4 = Vokser raskere enn økonomien ellers
criterion-growth-5 = Vokser så fort at leverandørene ikke holder følge
criterion-ability-to-pay = Betalingsevne
criterion-ability-to-pay-1 = Har ikke penger til dette
criterion-ability-to-pay-2 = Må ta pengene fra noe annet
criterion-ability-to-pay-3 = Kan betale når gevinsten er vist
criterion-ability-to-pay-4 = Har et budsjett for dette
criterion-ability-to-pay-5 = Prisen betyr nesten ingenting
criterion-strength = Vår styrke mot den sterkeste rivalen
criterion-strength-1 = Langt bak den sterkeste rivalen
criterion-strength-2 = Litt bak
criterion-strength-3 = Like gode
criterion-strength-4 = Bedre på det som kjøperen bryr seg om
criterion-strength-5 = Ingen er i nærheten
criterion-reach = Rekkevidde gjennom en kanal
criterion-reach-1 = Vi vet ingen måte å nå dem på
criterion-reach-2 = Én for én, og dyrt
criterion-reach-3 = Gjennom en kanal som vi må bygge
criterion-reach-4 = Gjennom en kanal som vi har
criterion-reach-5 = De kommer til oss
criterion-reference = Verdi som referanse
criterion-reference-1 = Ingen ville bry seg
criterion-reference-2 = Bare kjent blant sine nærmeste
criterion-reference-3 = Andre av samme slag ville lytte
criterion-reference-4 = Hele segmentet følger dem
criterion-reference-5 = Åpner andre segmenter også

name-again = { $name } ({ $place })
cell-name = { $product } × { $customer }

# Hvor vanskelig salget er.
difficulty-very-easy = svært lett
difficulty-fairly-easy = ganske lett
difficulty-challenging = utfordrende
difficulty-very-challenging = svært utfordrende

# Hvorfor ingen rute har en sum.
rank-no-criteria = Det er ingen kriterier ennå.
rank-no-weights = Ingen av kriteriene har vekt.
rank-no-scores = Ingen rute har fått poeng ennå.

# Hva som er rart med en rute; navnet står foran.
contradiction-vetoed = stoppet av { $criterion }
contradiction-low-prio-1 = { $cell } er Prio 1, men nummer { $rank } av { $of } etter poeng.
contradiction-high-prio-3 = { $cell } er Prio 3, men nummer { $rank } av { $of } etter poeng.
contradiction-high-no-prio = { $cell } er nummer { $rank } av { $of } etter poeng, men ikke prioritert.
contradiction-prio-vetoed = { $cell } har en Prio, men stoppes av { $criterion }.
contradiction-vetoed-why = Et minstekrav er det en rute må ha. Ta bort Prio, senk kravet, eller gi nye poeng.
contradiction-rank-why = Enten Prio eller poengene er ikke det dere mener. Endre en av dem, eller legg funnet til side og si hvorfor.
contradiction-undecided-why = Den får like gode poeng som det som kommer først. Gi den en Prio, eller si hvorfor ikke.

# Hvor lite som skal til for at en annen blir først.
flip-weight-above = Forbigått av { $cell } hvis { $criterion } veier mer enn { $share } % (nå { $now } %)
flip-weight-below = Forbigått av { $cell } hvis { $criterion } veier mindre enn { $share } % (nå { $now } %)
flip-tie-above = { $cell } blir alene først så snart { $criterion } veier mer enn nå ({ $now } %)
flip-tie-below = { $cell } blir alene først så snart { $criterion } veier mindre enn nå ({ $now } %)
flip-score-own = { $cell } blir først hvis den får { $level } i stedet for { $now } på { $criterion }
flip-score-leader = { $cell } blir først hvis { $changed } får { $level } i stedet for { $now } på { $criterion }

# En rangering som tabell.
rank-cell = Rute
rank-total = Sum
rank-closeness = TOPSIS
rank-flow = PROMETHEE II
rank-scored = Vurdert
rank-first = Først i
rank-top-three = Topp 3 i
rank-depends = TOPSIS og PROMETHEE II avhenger av hvilke ruter som sammenlignes: én rute mer eller mindre kan stokke om på de andre.
rank-shared-first = { $count } ruter deler førsteplassen: { $cells }. Rekkefølgen i listen betyr ingenting.
rank-vetoed-last = En rute som er stoppet, har ingen plass i rangeringen.
rank-missing-counts = Poeng som mangler, teller som midten av skalaen.
rank-left-out = { $count ->
    [one] Én kandidat er ikke rangert, fordi poeng mangler eller den er stoppet.
   *[other] { $count } kandidater er ikke rangert, fordi poeng mangler eller de er stoppet.
}

# Kriterier, poeng og runder i en rapport.
report-rank = Plass etter poeng
report-difficulty = Salget er
report-vetoed-by = Stoppet av
report-criterion = { $criterion } ({ $weight })
report-criteria = Kriterier
report-criterion-name = Kriterium
report-weight = Vekt
report-level = Nivå { $level }
report-weights-sliders = Vekter: satt én for én.
report-weights-order = Vekter: «rank order centroid» av kriteriene i denne rekkefølgen.
report-weights-pairs = Vekter: fra svar på hvilket av to kriterier som betyr mest (RANCOM).
report-reasons = Begrunnelser
report-score = Poeng
report-reason-of-score = Begrunnelse
report-rounds = Runder
report-round = Runde
report-round-number = Runde { $number }
report-question = Spørsmål
report-votes = Stemmer
report-median = Median
report-spread = Spredning
report-round-open = { $round }: ikke vist ennå.
report-agreement = { $round }: Kendalls W = { $w }, av { $raters } deltakere over { $cells } ruter (0 ingen enighet, 1 full); gjennomsnittlig korrelasjon { $rho }: { $verdict }.
report-no-agreement = { $round }: ikke noe mål på enighet, av { $raters } deltakere over { $cells } ruter.
report-sum = Sum: vektet sum av kriteriene, hvert fra 0 til 1 på sin egen skala, som poeng av 100.
report-smaa = «Først i» og «Topp 3 i»: andelen av { $draws } vektinger trukket likt fra alle vekter (SMAA-2, frø { $seed }); poeng som mangler, trekkes fra skalaen sin.

## Customer segments

fault-duplicate-attribute = to kjennetegn har id-en { $id }
fault-unknown-attribute = kjennetegnet { $id } finnes ikke
fault-attribute-value = en verdi er ikke av samme slag som kjennetegnet { $id }, eller ikke blant valgene
fault-choices = et valg er tomt eller står to ganger

command-split-segment = del kundesegment i to
command-add-attribute = legg til kjennetegn
command-set-attribute = endre kjennetegn
command-move-attribute = flytt kjennetegn
command-remove-attribute = fjern kjennetegn
command-set-value = endre verdien av et kjennetegn

attributes-profile = Profil
attributes-behaviour = Atferd
attributes-needs = Behov
attributes-size = Markedets størrelse
attribute-text = tekst
attribute-number = tall
attribute-choice = valg
revenue-none = ingen ennå
trend-falling = fallende
trend-steady = stabil
trend-rising = økende
growth-shrinking = krymper
growth-growing = vokser
growth-growing-fast = vokser raskt
need-latent = latent
need-conscious = bevisst
need-vision = kjøpsvisjon
answer-yes = ja
answer-no = nei

attribute-not-a-level = «{ $typed }» er ikke et helt tall fra { $low } til { $high }
attribute-not-a-choice = «{ $typed }» er ikke blant valgene: { $choices }
market-no-same-purchase = { $segment } kjøper ikke det samme
market-no-same-purchase-why = Det som passer for noen, passer ikke for andre: del segmentet etter hva de kjøper.
market-no-same-process = { $segment } kjøper ikke på samme måte
market-no-same-process-why = Én måte å selge på holder ikke for alle: del segmentet etter hvordan de kjøper.
market-no-talk-together = { $segment } snakker ikke med hverandre
market-no-talk-together-why = En referanse fra én hjelper ikke hos den neste: del segmentet i miljøer der de kjenner hverandre.

report-market-finding = Funn i et segment
finding-why = Hvorfor det betyr noe
report-attributes = Egne kjennetegn
report-choices = valg å velge blant

## Reaching segments: plans, budgets and funnels

fault-unknown-scenario = scenarioet { $id } finnes ikke
fault-duplicate-scenario = to scenarioer har id-en { $id }
fault-duplicate-step = to neste steg har id-en { $id }
fault-unknown-step = neste steg { $id } finnes ikke
fault-date = en dato skrives som 2026-09-01
fault-zero = { $field } må være over null
fault-preference = { $level } er ingen preferanse: 0 til 3
fault-off-map = { $field } må være mellom −{ $most } og { $most } grader
fault-duplicate-entry = to har id-en { $id }
fault-unknown-entry = { $id } finnes ikke i teamet
command-add-scenario = legg til scenario
command-remove-scenarios = fjern scenario
command-reload = les inn filen på nytt
command-restore = gjenopprett en tidligere versjon
command-add-step = legg til neste steg
command-move-step = flytt neste steg
command-aim-step = si hva et steg gjelder
command-remove-step = fjern neste steg
command-set-aside = legg funn til side
command-bring-back = ta funn fram igjen
# As decide-stage-open, but of a step
step-open = åpen
step-done = gjort
command-team-add = legg til { $kind ->
    [role] rolle
    [task] oppgave
    [followup] oppfølging
    [territory] distrikt
   *[account] kunde
 }
command-team-move = flytt { $kind ->
    [role] rolle
    [task] oppgave
    [followup] oppfølging
    [territory] distrikt
   *[account] kunde
 }
command-team-remove = fjern { $kind ->
    [role] rolle
    [task] oppgave
    [followup] oppfølging
    [territory] distrikt
   *[account] kunde
 }
command-team-assign = fordel kunder
usage-none = brukes ikke
usage-main = hovedkanal
usage-supporting = støttekanal
delivery-unknown = ikke sagt
delivery-yes = kan levere
delivery-no = kan ikke levere

never-no-sales = aldri: en kontakt gir ikke noe salg
never-no-margin = aldri: dekningsgraden er null
never-commission = aldri: den variable salgskostnaden spiser hele dekningsgraden
never-loses = aldri: en kontakt koster minst like mye som den gir igjen
standing-cant-deliver = kan ikke levere her
indifference-at = Ved et salg på { $sales } koster begge { $cost }. Under det er { $below } billigst, over det { $above }.
indifference-beyond = { $cheaper } er billigst opp til { $most }, det meste { $ends } kan selge i perioden. Først ved { $sales } ville begge koste det samme.
indifference-always = { $cheaper } er billigst uansett hvor mye som selges.
indifference-same = Begge koster det samme uansett hvor mye som selges.
funnel-no-target = ikke noe salgsmål
funnel-no-rate = en andel mangler
funnel-zero-rate = en andel er null, så ingen mengde kontakter er nok
funnel-rate-zero = { $segment }: dere vil ha salg, men en andel er null, så uansett antall kontakter blir det ingen.
funnel-rate-zero-why = Angi andelen dere venter, eller ta bort salgsmålet.
funnel-target-too-high = { $segment }: målet er { $sales } salg, og kundene der kjøper { $most } ganger i året.
funnel-target-too-high-why = Målet krever flere kunder enn det finnes. Senk det, eller se over kunder og kjøp i året.
funnel-two-accounts = { $segment }: ønsket salg krever { $own } kontakter med { $channel } etter kanalens eget salg, og { $stages } etter salgstrinnene.
funnel-two-accounts-why = Begge beskriver den samme veien til et salg, og det ene tallet er over dobbelt så stort som det andre. Minst ett av dem er feil.
funnel-market-too-small = { $segment }: ønsket salg krever { $contacts } kontakter med { $channel }, og kundene der gir rom for { $most } i året.
funnel-market-too-small-why = Denne kanalen når ikke målet på ett år alene. Senk målet, øk en andel, eller fordel det på flere kanaler.
coverage-prio1-without-channel = { $segment } er Prio 1, og ingen kanal er valgt for det.
coverage-prio1-without-channel-why = Det som kommer først, må møtes et sted. Velg en hovedkanal for det.
coverage-prio1-none-delivers = { $segment } er Prio 1, og ingen av kanalene som er valgt for det, kan levere.
coverage-prio1-none-delivers-why = Slik det er nå, blir det ikke noe salg der. Velg en kanal som kan levere.
coverage-cant-deliver = { $channel } er valgt for { $segment }, men kan ikke levere der.
coverage-cant-deliver-why = Velg en annen kanal der, eller ta tilbake at den ikke kan levere.
coverage-clearly-dominated = { $channel } er valgt for { $segment }, der { $by } er klart bedre.
coverage-clearly-dominated-why = Den andre koster ikke mer per kontakt og gir minst like mye igjen, hvordan tallene enn slår ut.
coverage-loses = { $channel } er valgt for { $segment }, der en kontakt koster minst det den gir.
coverage-loses-why = Hver ny kontakt øker tapet. Velg en annen kanal, eller se over pris, tilslagsprosent og kostnad.
coverage-sales-above-price = { $channel } selger for mer per kontakt i { $segment } enn ett salg gir: se over de to tallene.
coverage-sales-above-price-why = Da ville mer enn hver kontakt kjøpe. Som regel er salg per kontakt eller inntekt per salg skrevet feil.
coverage-price-ignored = { $channel } er valgt for { $segment } med salg per kontakt skrevet inn og uten egen inntekt per salg, så prisen på produktsegmentet teller ikke.
coverage-price-ignored-why = Gi kanalen sin egen inntekt per salg, så følger salget prisen.
coverage-market-too-small = Med { $segment } alene dekker { $channel } den faste kostnaden etter { $needed } kontakter i måneden, og kundene der gir rom for { $most }.
coverage-market-too-small-why = Den lønner seg bare hvis andre segmenter bærer en del av den faste kostnaden.
coverage-not-preferred = { $channel } er valgt for { $segment }, som helst ikke vil møtes der.
coverage-not-preferred-why = Kunder som ikke liker kanalen, kjøper mindre der. Velg en de liker bedre.
coverage-preferred-unused = { $segment } liker { $channel } best, og den er ikke valgt.
coverage-preferred-unused-why = Det er lettere å selge der kundene vil møtes. Velg den, eller si at den ikke kan levere.
coverage-only-prio3 = { $channel } er bare valgt for segmenter med Prio 3.
coverage-only-prio3-why = Tid og penger går til det som kommer sist. La den ligge, eller bruk den til det som kommer først.
coverage-none-picked = Ingen kanal er valgt for { $segment } ({ $prio }): budsjett og salgstrakt regner med alle kanaler som kan levere der.
coverage-none-picked-why = Hvilke kanaler skal selge der? Når en er valgt, teller de andre bare der et minimum krever dem.

budget-unspent-capped = Alt som lønner seg, har nådd taket.
budget-unspent-fixed-cost = Resten holder til kontakter, men ikke til den faste kostnaden i en kanal til.
# En linje: Finn budsjettet [som gir …] [beløp]
goal-find = Finn budsjettet
goal-contribution = som gir, etter faste kostnader
goal-sales = som selger for
goal-customers = som gir så mange salg
goal-worth = der hver pengeenhet fortsatt gir
goal-amount = ønsket
goal-leaves = gir { $amount } etter faste kostnader
goal-alike = Regnet uten hensyn til Prio: den billigste veien dit. I rekkefølge etter Prio kan de samme pengene gi mindre.
goal-use = Bruk som budsjett
goal-out-of-reach = ikke noe budsjett når det; det meste som kan oppnås, er { $most }
goal-boundless = { $count ->
    [one] mer penger lønner seg alltid: ingenting begrenser kontaktene for én kanal i ett segment. Gi den et tak, eller oppgi hvor mange kunder segmentet har
   *[other] mer penger lønner seg alltid: ingenting begrenser kontaktene for { $count } kanaler i segmentene. Gi dem tak, eller oppgi hvor mange kunder segmentene har
}
goal-not-a-number = det ønskede resultatet kan ikke være under null
budget-not-proven = Det beste som ble funnet; det er ikke bevist at det ikke finnes noe bedre.
budget-unspent-nothing-pays = Ingenting lønner seg.
budget-solver-failed = Den beste bruken kunne ikke regnes ut: { $reason }
clash-bounds = { $channel } for { $segment }: minst { $least } kontakter, men høyst { $most }.
clash-capacity = { $channel }: minstekravene er til sammen { $least } kontakter, og den rekker { $capacity } i perioden.
clash-budget = Minstekravene koster { $cost }, og budsjettet er { $budget }.
clash-market = { $segment }: minstekravene er til sammen { $least } kontakter, og det er kunder til { $most }.
clash-purchases = { $segment }: minstekravene ville gi { $least } salg, og kundene kjøper { $most } ganger.
clash-hours = Minstekravene tar { $least } timer, og det er { $most }.
clash-delivery = Minstekravene ville gi { $least } salg, og det kan leveres { $most }.
clash-cant-deliver = { $channel } for { $segment }: minst { $least } kontakter, men den kan ikke levere der.
clash-missing = { $channel } for { $segment }: minst { $least } kontakter, men et tall mangler.
clash-why = { $scenario }: grensene kan ikke holdes samtidig, så det blir ingen fordeling. Senk et minimum, eller øk det som begrenser.
idle-not-prioritised = segmentet har ingen Prio
idle-cant-deliver = den kan ikke levere der
idle-not-picked = andre kanaler er valgt for segmentet
idle-unlimited = en kontakt koster ingenting og ingenting begrenser antallet: sett et tak
idle-missing = mangler: { $what }
idle-too-large = tallene er for store å regne med
idle-nothing-left = en kontakt koster minst like mye som den gir igjen
idle-cap-zero = taket er null
idle-capacity-taken = kanalens kontakter er mer verdt i andre segmenter
idle-pays-less = pengene er mer verdt andre steder
idle-no-capacity = kanalen kan ikke ta noen kontakter
idle-no-customers = segmentet har ingen kunder å kontakte
idle-no-purchases = kundene i segmentet kjøper ingenting
idle-no-hours = det er ingen timer til den
idle-no-delivery = det kan ikke leveres noe
idle-no-money = det er ingen penger
idle-minimums-take-money = minstekravene til andre tar alle pengene
idle-minimums-take-capacity = minstekravene i andre segmenter tar alle kontaktene i kanalen
idle-later-prio = pengene går først til en tidligere Prio
idle-fixed-cost = det kontaktene gir, dekker ikke den faste kostnaden
idle-market-taken = kundene i segmentet er verdt mer gjennom andre kanaler
idle-purchases-taken = segmentet kjøper ikke mer, og andre kanaler selger det bedre
idle-hours-taken = timene er verdt mer andre steder
idle-delivery-taken = det som kan leveres, er verdt mer andre steder
idle-as-good = en annen bruk er like god
input-of-channel = { $channel }: { $input }
input-of-product = { $product }: { $input }
input-of-pair = { $channel } for { $segment }: { $input }

## Actions and menus

menu-file = Fil
menu-edit = Rediger
menu-view = Vis
menu-help = Hjelp
menu-export-position = Eksporter posisjon
menu-export-beachhead = Eksporter brohode
menu-export-segments = Eksporter segmenter
menu-export-matrix = Eksporter matrise
menu-export-priorities = Eksporter prioriteringsliste
menu-export-channels = Eksporter kanaler
menu-export-budget = Eksporter budsjett
menu-export-project = Eksporter hele prosjektet
action-undo = Angre
action-redo = Gjør om
action-undo-step = Angre: { $step }
action-redo-step = Gjør om: { $step }
action-new-blank = Nytt prosjekt
action-new-lecture = Nytt prosjekt fra forelesningens 9 × 9
action-new-example = Nytt prosjekt fra gjennomarbeidet eksempel
action-open = Åpne …
action-open-recent = Åpne { $name }
action-save = Lagre
action-save-as = Lagre som …
action-export = { $export } som { $format } …
export-format-csv = CSV
export-format-markdown = Markdown
export-format-xlsx = Excel (XLSX)
export-format-json = JSON
export-format-svg = SVG-bilde
export-format-png = PNG-bilde
action-close-project = Lukk prosjektet
action-quit = Avslutt
action-show-start = Gå til startskjermen
action-go = Gå til { $screen }
action-go-part = { $screen }: { $part }
action-part-next = Neste del av skjermbildet
action-part-previous = Forrige del av skjermbildet
action-rail-focus = Veksle mellom sidemenyen og skjermbildet
action-next-step = Vis eller skjul neste steg
action-rail-fold = Vis eller skjul navnene i sidemenyen
action-speak-english = English
action-speak-norwegian = Norsk
action-look-system = Følg systemet
action-look-light = Lyst
action-look-dark = Mørkt
action-zoom-in = Zoom inn
action-zoom-out = Zoom ut
action-zoom-reset = Tilbakestill zoom
action-full-screen = Fullskjerm
action-palette = Kommandopalett …
action-keys = Hurtigtaster
action-find = Finn et segment …
tab-position = Posisjon
tab-matrix = Matrise
tab-decide = Beslutning
tab-beachhead = Brohode
tab-channels = Kanaler
rail-findings = { $count ->
    [one] 1 åpent funn
   *[other] { $count } åpne funn
}
shell-name = Prosjektets navn
shell-name-hint = Gi prosjektet et navn
shell-other-language = Switch to English
palette-field = Skriv en kommando
palette-nothing = Fant ingen kommando
status-counts = { $fits } treff: { $one } Prio 1 · { $two } Prio 2 · { $three } Prio 3 · { $undecided } ikke prioritert
status-saved = Lagret
status-unsaved = Ulagrede endringer
status-saving = Lagrer …
status-new = Ingenting å lagre ennå
status-undone = Angret: { $step }
status-redone = Gjort om: { $step }
next-step = Neste: { $step }
next-step-hide = Legg bort neste steg (Vis-menyen henter det fram)
next-products = skriv hva dere selger, som rader i matrisen
next-customers = skriv hvem dere selger til, som kolonner i matrisen
next-fits = sett kryss der tilbudet treffer
next-criteria = velg kriteriene som kandidatene får poeng på
next-scores = { $count ->
    [one] ett treff mangler poeng
   *[other] { $count } treff mangler poeng
 }
next-prios = { $count ->
    [one] ett treff mangler Prio
   *[other] { $count } treff mangler Prio
 }
next-channels = legg til kanalene dere selger gjennom
next-figures = { $count ->
    [one] én kanal mangler tall
   *[other] { $count } kanaler mangler tall
 }
next-margin = angi dekningsgraden; 100 % regner all inntekt som tjent
next-budget = sett opp et budsjett for kanalene
status-written = Lagret { $name }
status-exported = Eksportert til { $path }
export-open = Åpne filen
export-show = Vis i mappen
error-open-elsewhere = Kunne ikke åpne { $path }: { $reason }
status-recovered = Ulagret arbeid er gjenopprettet. Lagre for å beholde det.
status-reloaded = Leste inn { $name } på nytt. Angre henter tilbake det som sto her før.
status-changed = { $name } er endret av et annet program.
status-changed-look = Hva er forskjellig? …
status-gone = { $name } er borte fra disken. Lagring skriver den på nytt.
status-elsewhere = { $name } er også åpen i et annet vindu.
status-no-versions = Det finnes ingen tidligere versjoner: prosjektet er ikke lagret ennå.
status-version-restored = Gjenopprettet en tidligere versjon. Angre tar det tilbake.
status-version-copied = Dette er en kopi av en tidligere versjon, ikke lagret i en fil ennå.
status-recovery-discarded = Forkastet det ulagrede arbeidet i { $name }.
status-recovery-none = Det finnes ikke noe forkastet arbeid å hente tilbake.
status-failed = Det gikk ikke: { $why }.
status-calculation-stopped = En beregning stoppet: { $why }.
status-not-kept = Ulagret arbeid ville gått tapt i et krasj, fordi ingen kopi kan skrives: { $why }.
untitled = Uten tittel
dialog-discard = Ikke lagre
dialog-cancel = Avbryt
dialog-close = Lukk
dialog-copy = Kopier teksten
dialog-open = Åpne
dialog-export = Eksporter
dialog-replace = Erstatt
dialog-unsaved-title = Vil du lagre endringene i { $name }?
dialog-unsaved-detail = Endringene siden sist går tapt hvis du ikke lagrer.
dialog-changed-title = { $name } er endret av et annet program
dialog-changed-detail = Overskriver du, går de endringene tapt. Lagre under et annet navn for å beholde begge, eller les inn på nytt: Angre henter da tilbake dine.
dialog-changed-differs = Fra ditt til det som står i filen
dialog-recovery-title = { $name } har ulagret arbeid
dialog-recovery-detail = Programmet ble avsluttet uten å lagre det { $age }. Gjenoppretting endrer ingenting på disken før du lagrer.
dialog-recovery-later = Ikke nå
dialog-retry = Prøv igjen
dialog-elsewhere = Lagre et annet sted …
action-versions = Tidligere versjoner …
versions-title = Tidligere versjoner av { $name }
versions-detail = De siste 20 lagrede tilstandene, og det andre programmer hadde skrevet før en lagring. Å gjenopprette er ett angresteg.
versions-reading = Leser versjonene …
versions-none = Ingen ennå. Hver lagring tar vare på én.
versions-differs = Fra nå til den versjonen
versions-restore = Gjenopprett versjonen
versions-copy = Åpne en kopi
versions-size = { $kilobytes } kB
differs-comparing = Sammenligner …
differs-nothing = Ingen forskjeller.
differs-unknown = Kan ikke sammenligne: { $why }.
dialog-comments-title = { $name } har kommentarer som forsvinner når du lagrer
dialog-comments-detail = { $count ->
        [one] Den står på linje { $line }.
       *[other] Det er { $count }; den første står på linje { $line }.
    } Nisje tar ikke vare på kommentarer. Lagre under et annet navn for å beholde denne filen som den er.
dialog-save-anyway = Lagre uten dem
dialog-save-over = Overskriv
dialog-reload = Les inn på nytt
dialog-path-open = Åpne et prosjekt
dialog-path-save = Lagre prosjektet som
dialog-path-export = Eksporter til
dialog-path-field = Filens plassering
dialog-path-hint = Systemets fildialog er ikke tilgjengelig. Skriv plasseringen; ~ er hjemmemappen din.
dialog-path-late = Systemets fildialog har ikke svart. Bruk den når den kommer, eller skriv plasseringen her; ~ er hjemmemappen din.
dialog-path-replaces = Filen finnes fra før. Den blir erstattet.
dialog-path-missing = Filen finnes ikke.
error-open = Kunne ikke åpne { $name }
error-save = Kunne ikke lagre { $name }
error-export = Kunne ikke eksportere { $name }
error-at =
    Linje { $line }, kolonne { $column }: { $why }

    { $excerpt }
error-recover = Kunne ikke gjenopprette { $name }
files-projects = Nisje-prosjekter
files-all = Alle filer
file-part-position = posisjon
# I navnet på en fil; små bokstaver.
file-part-beachhead = brohode og neste
file-part-segments = segmenter
file-part-matrix = matrise
file-part-priorities = prioriteringer
file-part-channels = kanaler
# In the name of a file; field-budget has the same text in English.
file-part-budget = budsjett
file-part-project = prosjekt
window-failed = vinduet kunne ikke åpnes: { $reason }. Kommandoene uten vindu virker likevel: nisje --help
keys-everywhere = Overalt

## Start screen

start-tagline = Tegn opp markedet, bestem hva dere angriper først, velg kanalene. Alt i én fil.
start-new = Begynn
start-blank = Tomt prosjekt
start-blank-detail = Skriv eller lim inn egne segmenter
start-lecture = Forelesningens 9 × 9
start-lecture-detail = En utfylt matrise å bygge videre på; prioriteringene er bare eksempler
start-example = Gjennomarbeidet eksempel
start-example-detail = Et lite selskap; tallene er bare eksempler
start-open-file = Åpne en fil …
start-open-file-detail = Eller slipp en fil på dette vinduet
start-recent = Sist brukt
start-recent-none = Prosjekter du åpner eller lagrer, vises her.
start-recent-missing = finnes ikke
start-recent-forget = Fjern { $name } fra listen
start-recovery = Ulagret arbeid
start-recovery-line = { $name } – { $age }
start-recovery-open = Gjenopprett
start-recovery-discard = Forkast
start-recovery-no-file = Aldri lagret i en fil
start-recovery-newer = Filen er endret siden. Lagring spør før det overskrives.
start-recovery-differs = Hva det endrer i filen
action-recovery-take-back = Hent tilbake forkastet ulagret arbeid
start-drop = Slipp for å åpne filen
priorities-title = Prioriteringer
priorities-empty = Sett kryss der tilbudet treffer, og gi så Prio 1, 2 eller 3. Kandidatene står her.
priorities-by-prio = Sorter etter Prio
priorities-by-score = Sorter etter poeng
priorities-unscored = Uten poeng
priorities-line = { $product } × { $customer }: { $fit }
age-minutes =
    { $minutes ->
        [0] nå nettopp
        [one] for ett minutt siden
       *[other] for { $minutes } minutter siden
    }
age-hours =
    { $hours ->
        [one] for en time siden
       *[other] for { $hours } timer siden
    }
age-days = for { $days } dager siden

## Segments screen

segments-sheet = Det som er kjent om kundesegmentene, i en tabell
segments-mode-compare = Side ved side
segments-columns = Kolonner
segments-search = Finn i segmenter
segments-new = Nytt segment
segments-several = { $count } segmenter på én gang
segments-bad-value = { $attribute }: { $fault }
segments-refused = Ingenting ble endret. { $fault }
segments-removed = { $count } { $count -> 
    [one] segment
   *[other] segmenter
 } fjernet; Angre henter tilbake det som sto der
segments-split = Del i to
segments-split-hint = Begge deler får kryssene, notatene, poengene, tallene og kjennetegnene som det hele hadde
segments-split-done = { $segment } er nå to segmenter: gi dem navn, og endre det som er ulikt
segments-second-half = { $name } 2
segments-duplicate = Lag kopi av segmentet
segments-compare-this = Sammenlign med et annet segment
segments-remove = Fjern segmenter
segments-hide-column = Skjul denne kolonnen
segments-choose = Velg et segment i tabellen.
segments-attribute = Kjennetegn
segments-not-known = ikke kjent
segments-why = Hvorfor? Hva er sett?
segments-need = Behovsnivå
segments-need-ask = Hvor langt har disse kjøperne kommet med behovet sitt? Det avgjør hva selgeren bør snakke om.
need-latent-is = Selgeren ser behovet, kjøperen gjør det ikke.
need-latent-do = Still diagnosen først: spør, og la kjøperen oppdage behovet.
need-latent-not = Ikke snakk om løsningen ennå.
need-conscious-is = Kjøperen kjenner behovet, men vet ikke hvordan det kan dekkes.
need-conscious-do = Finn årsaker og konsekvenser sammen, og bygg kjøpsvisjonen.
need-conscious-not = Vent fortsatt med løsningen.
need-vision-is = Kjøperen ser for seg hvordan behovet kan dekkes.
need-vision-do = Finn ut hvem som skapte visjonen; still diagnosen på nytt før du bekrefter den.
need-vision-not = Ikke bare svar på en visjon som noen andre har skapt.
market-title = Ett marked?
market-same-purchase = Kjøper de det samme?
market-same-process = Kjøper de på samme måte, slik at én måte å selge på holder?
market-talk-together = Snakker de med hverandre, slik at én referanse fører til den neste?
segments-compare-first = Første segment
segments-compare-second = Andre segment
segments-compare-differing = Bare det som er ulikt
segments-compare-fixed = Denne linjen endres i matrisen.
segments-none-title = Hvem er kundene?
segments-none-what = Et kundesegment er kunder som kjøper likt. Beskriv hvem de er, hva de gjør og hva de trenger.
segments-none-why = Det som er ulikt for selgeren, er et annet segment; det som er likt, er ett.
segments-none-example = For eksempel: sykehus, kommuner med over 20 000 innbyggere, kjeder av private klinikker.
segments-none-hint = Matrisen viser de samme segmentene som kolonner.
segments-add-first = Legg til et kundesegment
segments-first-name = Første kunder
attribute-new = Nytt kjennetegn
attribute-change = Endre kjennetegn
attribute-remove = Fjern kjennetegnet og verdiene
attribute-add = Legg til kjennetegn
attribute-group = Del av
attribute-kind = Slags verdi
attribute-choices = Valg
attribute-choices-hint = Ett på hver linje
attribute-needs-name = Gi kjennetegnet et navn.
arrange = Ordne
arrange-up = Sorter stigende
arrange-down = Sorter synkende
arrange-group = Grupper etter dette
arrange-show = Vis bare
arrange-show-all = Vis alle verdier
arrange-not-given = ikke oppgitt
arrange-by-name = Sorter etter navn
arrange-nothing = Ingen segmenter har kjennetegn ennå.
arrange-reset = Teamets egen rekkefølge, alle segmenter
arrange-of = { $shown } av { $all } segmenter
arrange-grouped = etter { $attribute }

sheet-key-walk = ↑ ↓ ← →, Tab, Shift+Tab
sheet-key-walk-does = gå til en annen celle; med Shift velges flere
sheet-key-type = Bokstaver og sifre
sheet-key-type-does = erstatte det som står i cellen, i alle valgte rader
sheet-key-edit-does = endre det som står i cellen; menyen på en overskrift
sheet-key-commit = Enter, Tab i en celle
sheet-key-commit-does = beholde det som er skrevet og gå videre; Esc forkaster det
sheet-key-fill-does = fylle nedover fra den første valgte raden
sheet-key-copy-does = kopiere, klippe ut og lime inn som i et regneark
sheet-key-clear = Delete, Backspace
sheet-key-clear-does = tømme de valgte cellene
sheet-key-remove = Ctrl+Delete
sheet-key-remove-does = fjerne de valgte segmentene
sheet-key-menu-does = meny for de valgte segmentene

## Matrix screen

matrix-add-product = Legg til produktsegment
matrix-add-customer = Legg til kundesegment
matrix-new-product = Navn på det nye produktsegmentet
matrix-new-customer = Navn på det nye kundesegmentet
matrix-new-hint = Navn, Enter for neste
matrix-name = Navn på segmentet
matrix-arranged-fixed = Kolonner flyttes i teamets egen rekkefølge: velg den under Ordne først
matrix-copy-of = { $name } (kopi)
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
matrix-filter-hint = Framhev disse; resten tones ned
matrix-find = Finn et segment
matrix-found = { $at } av { $of }
matrix-find-next = Neste treff (Enter)
matrix-find-previous = Forrige treff (Shift+Enter)

matrix-empty-title = Hva selger dere, og til hvem?
matrix-empty-rows = Produktsegmenter er rader: produkter, tjenester eller løsninger som selges hver på sin måte.
matrix-empty-columns = Kundesegmenter er kolonner: kunder som kjøper likt. Kryss så av der tilbudet treffer.
matrix-empty-paste = Eller lim inn en tabell fra et regneark: Ctrl+V
matrix-empty-example = For eksempel: opplæring og support som rader, skoler og sykehus som kolonner.

matrix-rename = Gi nytt navn
matrix-add-before = Legg til ett foran
matrix-add-after = Legg til ett etter
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
matrix-does-clear = tøm; notatet beholdes
matrix-key-beachhead = Ctrl+Shift+B
matrix-does-beachhead = gjør ruten til brohode, eller ikke lenger
matrix-key-remove = Delete på en overskrift
matrix-does-remove = slett segmentene
matrix-key-letters = Bokstaver
matrix-does-letters = skriv et notat som begynner med dem
matrix-key-write = F2, Enter
matrix-does-write = rediger navnet, eller notatet til ruten
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
matrix-does-menu = åpne menyen til ruten eller overskriften
matrix-key-leave = F6, Escape
matrix-does-leave = forlat rutenettet

## Decide screen

decide-mode-scores = Poeng
decide-mode-ranking = Rangering
decide-mode-agreement = Enighet

decide-criteria = Liste over kriterier
decide-empty-title = Hva gjør et segment verdt å angripe først?
decide-empty-detail = Det sier kriteriene: hvert med en vekt og en skala med forankrede nivåer som rutene får poeng på. Begynn med metodens åtte, og endre det du vil.
decide-empty-example = For eksempel: markedets størrelse, vekt 20, fra 1 «én kjøper» til 5 «tusenvis av kjøpere».
decide-use-default = Bruk standardsettet
decide-own-criterion = Begynn med et eget kriterium
decide-add-criterion = Legg til kriterium
decide-weigh = Vekter ut fra
decide-weigh-sliders = Glidere
decide-weigh-order = Rekkefølge
decide-weigh-pairs = Hva betyr mest
decide-weigh-sliders-hint = Dra det som betyr mer, mot høyre; andelene blir alltid 100 prosent til sammen.
decide-weigh-order-hint = Dra, eller Alt+↑ og Alt+↓: det som betyr mest, står først (rank order centroid).
decide-weigh-pairs-hint = Ett spørsmål om gangen, med ← = → (RANCOM). Par uten svar teller som like.
decide-no-weight = Ingen kriterier har vekt, så det blir ingen summer.
decide-criterion-line = { $place }. { $name }: { $share }
decide-criterion-name = Navn på kriteriet
decide-weight-of = Vekten av { $name }
remove-named = Fjern { $name }
removed-named = Fjernet { $name }
decide-removed =
    { $scores ->
        [0] Fjernet «{ $name }». Ctrl+Z henter det tilbake.
        [one] Fjernet «{ $name }» med ett poeng. Ctrl+Z henter det tilbake.
       *[other] Fjernet «{ $name }» med { $scores } poeng. Ctrl+Z henter det tilbake.
    }
decide-more-is-better = Mer er bedre
decide-less-is-better = Mindre er bedre
decide-floor = Gulv
decide-floor-hint = En rute som gjør det dårligere enn gulvet, blir stoppet: den kan ikke foreslås til noen Prio
decide-floor-none = Ikke noe gulv
decide-floor-name = Gulv { $sign }
decide-levels = Nivåer
decide-levels-name = { $count } nivåer
decide-anchor = Hva nivå { $level } står for
decide-anchor-hint = Beskriv nivået slik at alle ville gitt samme poeng
decide-veto = stopper
decide-pairs-question = Hva betyr mest?
decide-pairs-done = Alle parene er besvart
decide-pairs-too-few = Det må være minst to kriterier å sammenligne.
decide-pairs-progress = { $answered } av { $all } besvart
decide-pairs-equal = Like mye
decide-pairs-back = Forrige par
decide-pairs-forward = Neste par

decide-scores = Rutens poeng
decide-no-candidates = Marker i matrisen hvor tilbudet treffer. De markerte rutene får poeng her.
decide-no-criteria = Det er ingen kriterier å gi poeng etter ennå. Legg til noen under Kriterier.
decide-scores-empty-title = Ingenting å gi poeng ennå
decide-scores-empty-example = For eksempel: opplæring × skoler får 4 av 5 for markedets størrelse.
decide-candidate = { $cell }: { $fit }, { $scored } av { $of } har poeng
decide-difficulty = Salget er { $difficulty }
decide-difficulty-unknown = Gi poeng for kjøpetrang og kjøpeprosess for å se hvor vanskelig salget er.
decide-total-of = Sum { $total }, der { $scored } av vekten har poeng
decide-level = { $criterion }: { $level }
decide-reason = Begrunnelse for { $criterion }
decide-reason-hint = Hvorfor? (Enter)
decide-fill-row = { $level } for alle { $count } i { $segment } (R)
decide-fill-column = { $level } for alle { $count } i { $segment } (C)
decide-scores-keys = 1–5 gir poeng og går videre · 0 tømmer · ↑ ↓ kriterier · Page Up, Page Down ruter · Enter begrunnelse

decide-by-score = Etter poeng
decide-scored-of = { $scored } av { $all } kandidater har poeng
decide-ranked-cell = { $rank }. { $cell }: { $total } poeng; { $fit }
decide-contribution = { $criterion }: { $level } → { $points } poeng
decide-weight-scored = { $share } av vekten har poeng
decide-total-between = med de andre poengene ligger summen mellom { $low } og { $high }
decide-tied = { $count ->
    [one] Én rute har samme sum som andre det ikke er plass til, og får ingen Prio.
   *[other] { $count } ruter har samme sum, og det er ikke plass til alle. De får ingen Prio.
}

decide-ranking = Rangering etter poeng
decide-ranking-empty-title = Ingen rangering ennå
decide-ranking-empty-what = Poeng ganger vekt setter kandidatene i rekkefølge, og viser hvor sikker den er.
decide-column-parts = Består av
decide-column-ranks = Plass 1 til 12
decide-column-first = Først
decide-column-top = Topp { $k }
decide-total-hint = Vektet sum, 0 til 100; under står hvor mye av vekten som har poeng
decide-ranks-hint = Hvor ofte ruten får hver plass når vektene trekkes tilfeldig
decide-first-hint = Andelen vektinger der ruten er først
decide-top-hint = Andelen vektinger der ruten er blant dem som Prio 1 har plass til
decide-topsis-hint = Annen vurdering: plass og nærhet til det beste blant disse rutene
decide-promethee-hint = Annen vurdering: plass og nettoflyt i PROMETHEE II blant disse rutene
decide-second-opinions = TOPSIS og PROMETHEE II avhenger av hvilke ruter som sammenlignes: én mer eller mindre kan bytte om på de andre. Det gjør ikke den vektede summen.
decide-first-in = først i { $share } av vektingene
decide-sure = Først i { $first } av vektingene, blant de { $k } øverste i { $top }
decide-central = Når den er først, er vektene i snitt: { $weights } …
decide-draws = { $draws } tilfeldige vektinger, de samme hver gang
decide-draws-near = { $draws } vektinger trukket nær deres, alltid de samme
decide-draw-all = Alle vekter
decide-draw-all-name = Trekk blant alle vekter: hvor mye står og faller med vektene i det hele tatt
decide-draw-near = Nær våre
decide-draw-near-name = Trekk nær vektene våre: hvor mye en liten endring betyr
decide-computing = Regner på nytt …
decide-ranks-are = Plasser: { $ranks }
decide-go-to-scores = Gå til poengene
decide-flips = Hva som skal til for at en annen blir først
decide-no-flips = Ingen endring av én vekt eller ett poeng ville det.
decide-contradictions =
    { $count ->
        [0] Ingen motsigelser
        [one] Én motsigelse
       *[other] { $count } motsigelser
    }
decide-contradictions-more = { $count } til …
decide-propose = Foreslå Prio
decide-by-capacity = Etter kapasitet
decide-by-thresholds = Etter grenser
decide-most-prio-1 = Flest ruter i Prio 1
decide-most-prio-2 = Flest ruter i Prio 2
decide-least-prio-1 = Minste sum for Prio 1
decide-least-prio-2 = Minste sum for Prio 2
decide-also-decided = Også ruter som har Prio
decide-also-decided-hint = Ellers får bare ruter uten Prio en; de som har en, regnes med
decide-apply =
    { $changes ->
        [0] Ingenting å bruke
        [one] Bruk én endring
       *[other] Bruk { $changes } endringer
    }
decide-applied =
    { $changes ->
        [one] Én rute fikk Prio. Ctrl+Z tar det tilbake.
       *[other] { $changes } ruter fikk Prio. Ctrl+Z tar det tilbake.
    }

decide-agreement-hint = Skriv hvem som er i rommet, og start en runde: alle stemmer uten å se hverandres svar, og så ser dere sammen hvor dere er enige og ikke.
decide-name-participants = Skriv hvem som er i rommet
decide-agreement-empty-title = Ingen runde ennå
decide-agreement-empty-example = For eksempel: Kari gir en rute Prio 1 og Ola Prio 3. Den bør dere snakke om.
decide-participants = I rommet
decide-participant-name = Navn på { $name }
decide-remove-participant = Ta { $name } av listen
decide-new-participant = Navn på ny deltaker
decide-new-round = Ny runde
decide-question = Hva runden spør om
decide-question-prio = Hvilken Prio?
decide-question-score = Poeng: { $criterion }
decide-cells-all = Alle { $count }
decide-cells-undecided = Ikke prioritert { $count }
decide-start-round = Start runden
decide-start-round-needs = En runde trenger noen i rommet og ruter å stemme på
decide-no-rounds = Ingen ennå.
decide-round-name = Navn på runden
decide-stage-revealed = W { $w }
decide-stage-accepted = W { $w }, godtatt
decide-hand-to = Gi maskinen til { $name }
decide-hand-over = Overlevering til { $name }
decide-hand-over-hint = Det { $name } skriver inn, ser ingen andre før stemmene vises.
decide-i-am = Jeg er { $name }
decide-stop-voting = Tilbake til runden
decide-ballot-of = Stemmene til { $name }
decide-ballot-prio-hint = 1 først, 2 deretter, 3 senere. Et tall går videre til neste rute; 0 tømmer; Enter når du er ferdig. La stå tomt det du ikke har noen mening om.
decide-ballot-score-hint = Et tall går videre til neste rute; 0 tømmer; Enter når du er ferdig. La stå tomt det du ikke har noen mening om.
decide-done-voting = Ferdig
decide-voted-of = { $voted } av { $of } besvart
decide-vote-of = { $name }, { $cell }: { $vote }
decide-has-voted = { $name }: { $voted } av { $of } besvart
decide-vote = Stem …
decide-votes = { $name } stemmer
decide-open-hint = Stemmene vises ikke før runden avsluttes med «Vis stemmene». Etter det kan de ikke endres.
decide-sheet = Før inn for flere
decide-sheet-hint = Én person fører inn stemmene til alle, side ved side
decide-sheet-done = Ferdig med å føre inn
decide-sheet-keys = Et tall stemmer og går videre til neste person, så til neste rute · piler flytter · 0 tømmer
decide-reveal = Vis stemmene
decide-reveal-hint = Viser alles stemmer; runden tar ikke imot flere etter det
decide-w = Kendalls W { $w }, gjennomsnittlig korrelasjon { $rho }
decide-w-hint = W er 0 uten enighet om rekkefølgen og 1 ved full enighet. Den gjennomsnittlige korrelasjonen er 0 når enigheten er tilfeldig: med to deltakere er W da omtrent 0,5.
decide-w-none = for få stemmer til å si noe
decide-w-chance = ikke mer enighet enn ved en tilfeldighet
decide-w-weak = liten enighet
decide-w-some = noe enighet
decide-w-strong = sterk enighet
decide-w-of = { $raters } personer, { $cells } ruter som alle stemte på; uenige om { $split }
decide-split-hint = Uenige: stemmer med to eller mer imellom
decide-between-count = { $count ->
    [one] Én rute ligger mellom to stemmer: velg i raden.
   *[other] { $count } ruter ligger mellom to stemmer: velg i radene.
 }
decide-choose-between = { $cell }: velg { $vote } (mellom { $low } og { $high })
decide-compare = Sammenlign med
decide-compared = W { $before } → { $now } · { $shifted ->
        [0] ingen medianer er flyttet
        [one] én median er flyttet
       *[other] { $shifted } medianer er flyttet
    }
decide-accept-prio = Godta medianene som Prio
decide-accept-score = Godta medianene som poeng
decide-accepted = Medianene er godtatt. Ctrl+Z tar det tilbake.
decide-is-accepted = Medianene fra denne runden er godtatt.
decide-repeat = Stem på nytt
decide-repeat-hint = En ny runde om de samme rutene; denne beholdes til sammenligning
decide-split-first = Det dere er mest uenige om, først
decide-lane-prio = Prio { $prio }
decide-votes-on = { $cell }: { $votes }; median { $median }
decide-votes-between = { $cell }: { $votes }; mellom { $median }, skal velges

decide-key-levels = 1–5
decide-does-levels = gi poeng og gå videre til neste kriterium eller rute
decide-does-clear = ta poengene bort
decide-key-reason = Enter, F2
decide-does-reason = skriv begrunnelsen, eller kriteriets navn
decide-key-criteria = ↑ ↓ ← →
decide-does-criteria = kriterier; et nivå ned eller opp
decide-key-cells = Page Up, Page Down, Ctrl+↑ ↓
decide-does-cells = forrige og neste rute
decide-key-fill = R, C
decide-does-fill = samme poeng for hele raden eller kolonnen
decide-key-move = Alt+↑ ↓, Insert, Delete
decide-does-move = flytt, legg til, fjern et kriterium
decide-key-pairs = ← = →, Backspace
decide-does-pairs = svar på hva som betyr mest; forrige par

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
standing-below-mixture = under en blanding av { $cheaper } og { $dearer }, per kunde som kontaktes
standing-below-part = under en blanding av { $dearer } og ingen kontakt, per kunde som kontaktes
standing-loses = taper: en kontakt koster minst det den gir
gap-zero-cost = kostnaden er null
gap-zero-sales = salget er null
list-and-more = { $names } og { $more } til
list-of-two = { $before }, { $last }

channels-table = Tabell
channels-chart = Diagram
channels-add = Legg til kanal
channels-use-lecture = Bruk forelesningens seks
channels-empty-title = Ingen kanaler ennå
channels-empty-what = En kanal er en måte å nå og selge til kunder på: nettet, en telefon, et besøk, en forhandler.
channels-empty-why = Skriv inn hva én kontakt koster og hva den selger for, og se hvilke kanaler som lønner seg og hvilke som aldri gjør det.
channels-empty-example = For eksempel: en telefonsamtale koster 100 og selger for 250 i snitt.
channels-currency = Valuta
channels-margin = Dekningsgrad
channels-margin-hint = Den delen av inntekten som er igjen etter de variable kostnadene ved det som selges. Nullpunktet bygger på den.

# Overskrifter i tabellen, på to linjer.
channels-name = Navn
channels-owner = Drives av
channels-cost = Kostnad, { $currency }
channels-sales = Salg, { $currency }
channels-contribution = Bidrag, { $currency }
channels-per-contact = per kontakt
channels-per-sale = per salg
channels-return = Avkastning
channels-break-even-in = Nullpunkt, { $currency }

# Tallene for én kanal.
channels-sales-from = Salget kommer fra
fixed-cost-avoidable = unngåelig
fixed-cost-committed = bundet
prio-order-in-order = i rekkefølge
prio-order-alike = likt
channels-sales-typed = det som skrives
channels-sales-close-rate = tilslag × inntekt
channels-note-hint = Notat: hvor kommer tallene fra?
channels-low = lav
channels-likely = sannsynlig
channels-high = høy
channels-kind-other = En annen type
channels-kind-own-words = type med egne ord
channels-kind-hint = Hvilken type?
channels-kinds-own = Egne
channels-kinds-external = Eksterne
channels-duplicate = Lag kopi av { $name }
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
channels-absent = Ikke i diagrammet:
channels-absent-why = { $name } ({ $why })
channels-point = { $name }: punkt i diagrammet
channels-readout = kostnad { $cost } · salg { $sales }
channels-readout-close-rate = tilslag { $rate }
channels-dragged = { $name }: kostnad { $cost } og salg { $sales } per kontakt
channels-dragged-close-rate = { $name }: kostnad { $cost } og salg { $sales } per kontakt, med et tilslag på { $rate }
channels-dragged-capped = { $name }: tilslaget kan ikke være over 100 %, så salget blir stående på { $sales } per kontakt

# Taster, og hva de gjør.
channels-key-choose = ↑ ↓ Home End
channels-key-choose-does = velg kanal
channels-key-edit-does = rediger den: der du var, eller fra navnet
channels-key-next-does = neste eller forrige felt
channels-key-leave = Enter, Esc
channels-key-leave-does = i et felt: godta, eller ta tilbake
channels-key-add = Insert
channels-key-add-does = legg til en kanal
# The key on the keyboard; matrix-delete has the same text in English.
channels-key-remove = Delete
channels-key-remove-does = fjern kanalen
channels-key-move = Alt+↑, Alt+↓
channels-key-move-does = flytt den opp eller ned
channels-key-copy-does = lag en kopi

channels-mode-compare = Sammenlign

channels-scope = Hvilke segmenter
channels-scope-all = Alle segmenter
channels-scope-side-by-side = Side om side: Prio 1 og 2
channels-margin-here = Dekningsgrad { $margin }
channels-sold-here = Beregnet med { $product }, som haster mest i dette segmentet.
channels-nothing-sold-here = Ingen produktsegmenter har treff her ennå: prosjektets dekningsgrad gjelder.
channels-inherit = bruk kanalens egen { $figure }
channels-inherit-hint = Bruk kanalens eget tall igjen
channels-given-here = gitt her
channels-from-product = fra produktet
channels-from-channel = fra kanalen
channels-break-even-contacts = Kontakter i måneden for å gå i null
reach-preference = Preferanse
reach-no-preference = Ingen preferanse sagt
reach-preference-of = Preferanse { $level } av 3
channels-key-scope = PageUp, PageDown
channels-key-scope-does = forrige eller neste segment

## Channels screen: segments

channels-mode-segments = Segmenter
coverage-no-prio1 = Ingenting skurrer. Ingen segmenter er Prio 1.
coverage-nothing = Alle Prio 1-segmenter har en kanal, og ingenting skurrer.
segments-grid = Kanaler per kundesegment
segments-pair = { $channel } for { $segment }
segments-selected = { $count } par er merket; valg og taster gjelder alle
segments-edit-figures = Tall for dette segmentet…
segments-figures = Kostnad { $cost }, salg { $sales } per kontakt
segments-empty-title = Ingen kundesegmenter ennå
segments-empty-what = Kanaler velges per kundesegment: legg opp segmentene i matrisen først.
segments-to-matrix = Gå til matrisen
segments-no-fits-title = Ingen segmenter har treff ennå
segments-no-fits-what = Kanaler velges der noe treffer: merk først i matrisen hva som treffer hvem.
segments-empty-example = For eksempel: sykehus foretrekker besøk, og deres egne selgere kan levere dem.
segments-own-figures = egne tall
segments-inherit = Bruk kanalens egne igjen
segments-reckoned = Beregnet med { $product }, dekningsgrad { $margin }
segments-given-here = gitt her; ellers { $own }
segments-legend-usage = hoved, støtte
segments-legend-preference = preferanse 0–3
segments-legend-delivery = kan, kan ikke levere
segments-key-walk = ↑ ↓ ← →, Home, End
segments-key-walk-does = gå fra par til par; med Ctrl til enden
segments-key-select = Shift+↑ ↓ ← →, Ctrl+A
segments-key-select-does = velg flere par, alle par
segments-key-menu-does = åpne menyen for det som er valgt
segments-key-preference = 0–3, Delete
segments-key-preference-does = hvor godt kundene liker kanalen; ta det tilbake
segments-key-usage = M, S, N, mellomrom
segments-key-usage-does = hovedkanal, støttekanal, brukes ikke; den neste av dem
segments-key-delivery = D, X
segments-key-delivery-does = om kanalen kan levere: ikke sagt, ja, nei
segments-key-figures-does = tallene for paret

## Figures of the plan

economics-cost-lines = Salgskostnad ved ulikt salg
economics-sales = Salg i perioden, { $currency }
economics-cost = Kostnad i perioden, { $currency }
economics-tornado = Hva som flytter dekningsbidraget mest
economics-now = Nå { $amount }
economics-more-inputs = { $count ->
    [one] Ett tall flytter
   *[other] { $count } tall flytter
} det mindre.
economics-without-range = { $count ->
    [one] Ett tall har
   *[other] { $count } tall har
} ikke lav og høy.
budget-bars = Hvor pengene går
budget-nothing-spent = Ingen penger brukes.
budget-more-rows = { $count } segmenter til får penger.
budget-other-channels = { $count ->
    [one] én kanal til
   *[other] { $count } kanaler til
}
budget-curve = Dekningsbidrag etter budsjett
budget-no-curve = Ingen kurve ennå: det er ingen penger, eller grenser er i strid.
budget-contribution = Dekningsbidrag
budget-here = { $contribution }; { $one } til gir { $marginal }

budget-in-currency = { $what }, { $currency }

## Channels screen: funnel

channels-mode-funnel = Salgstrakt
funnel-what = Angi ønsket salg og andelen som går videre i hvert trinn, så beregnes kontaktene som trengs.
funnel-meetings-rate = Møter %
funnel-offers-rate = Tilbud %
funnel-sales-rate = Salg %
funnel-target = Ønsket salg
funnel-contacts = Kontakter
funnel-meetings = Møter
funnel-offers = Tilbud
funnel-cost = Kostnad for kontaktene
funnel-months = Måneder
funnel-how = Regnet ut fra
funnel-by-channel = Per kanal for { $segment }
funnel-no-channels = Ingen kanal kan levere her.
funnel-by-stages = salgstrinnene
funnel-by-close-rate = kanalens eget salg
funnel-disagrees = kanalens eget salg; trinnene sier { $contacts }
funnel-beyond-market = kundene gir rom for { $most } i året
funnel-empty-title = Ingen segmenter å selge til ennå
funnel-empty-what = Merk treff i matrisen, så kommer segmentene hit.
funnel-empty-example = For eksempel: 10 salg, når ett av fire tilbud blir godtatt, krever 40 tilbud.

funnel-less-than = < { $months }

## Channels screen: economics

channels-mode-economics = Økonomi
economics-own-or-external = Egen eller ekstern
economics-first = Første kanal
economics-second = Andre kanal
economics-period-of = Over { $months } måneder
economics-no-rivals = Det trengs to kanaler med kostnad og salg per kontakt, en egen og en ekstern. Fast kostnad og variabel salgskostnad står under Sammenlign.
economics-line = { $channel }: { $fixed } fast og { $share } av salget
economics-tornado-title = Hva som flytter dekningsbidraget per kontakt mest
economics-moved = Kanal der tallene flyttes
economics-figures-missing = Kostnad eller salg per kontakt mangler.
economics-no-ranges = Ingen av tallene har lav og høy. Gi dem under Sammenlign for å se hva det lønner seg å finne ut av.
economics-tornado-said = Tall, det som flytter mest først: { $inputs }
economics-offers-what = Der inntekt per salg eller dekningsgrad er forskjellig. Tomt: kanalens inntekt og prosjektets dekningsgrad.

## Channels screen: budget

channels-mode-budget = Budsjett
budget-empty-title = Ingen scenarioer ennå
budget-empty-what = Et scenario er en pengesum til kontakter over en periode, med tak og minstekrav.
budget-empty-how = Det fordeler pengene slik at mest blir igjen, og sier hva én pengeenhet til er verdt.
budget-empty-example = For eksempel: 200 000 over 12 måneder, med minst 10 besøk i måneden.
budget-add = Legg til scenario
budget-is-old = regner…
budget-beside = Ved siden av
budget-beside-none = ingen
budget-name = Navn på scenarioet
budget-clash = Dette kan ikke oppfylles samtidig:
budget-show-pictures = Bilder
budget-tornado = Hva som flytter det mest
budget-fixed-cost = Faste kostnader
budget-after-fixed = Etter faste kostnader
budget-spent = Brukt
budget-marginal = { $one } til gir
budget-hour-name = Én time til gir
budget-delivery-name = Én leveranse til gir
budget-marginal-name = Grenseverdi av penger
budget-unspent = { $amount } er igjen. { $why }
budget-used = Får penger
budget-idle = Ubrukt
budget-outside = Er ikke med
budget-nothing-used = Ingenting får penger. Se hva som er ubrukt, og hvorfor.
budget-nothing-idle = Ingenting er ubrukt.
budget-nothing-outside = Alle kanaler er med for alle segmenter.
budget-at-most = på taket
budget-at-least = på minstekravet
budget-column-segment = Segment
budget-column-least = Minst
budget-column-most = Høyst
budget-column-money = Penger
# Heading of a narrow column; budget-contribution has the same text in English.
budget-column-contribution = Bidrag
budget-column-why = Hvorfor

## Team: who sells, how many, and whose customers are whose
tab-team = Team
menu-export-team = Eksporter team
file-part-team = team
team-size = Størrelse
team-roles = Roller
team-role = Rolle
team-tasks = Oppgaver
team-task = Oppgave
team-follow-ups = Oppfølging
team-follow-up = Hva som følges opp
team-territories = Distrikter
team-territory = Distrikt
team-person = Person
team-accounts = Kunder
team-account = Kunde
team-needs = Personer per segment
team-map = Kartskisse
team-chosen-cells = valgte ruter
team-by-workload = Arbeidsmengde
team-by-breakdown = Fra salgsmål
team-by-increments = Trinnvis
team-unknown = Segmenter uten tall
team-imbalance = Skjevhet
team-contacts-a-year = kontakter per år
team-hours-a-year = arbeidstimer per år
team-fits = Rekker personene til
team-to-hire = Å ansette
team-worth-after = Lønner seg etter, måneder
team-never = aldri, innen fem år
team-work = timer hos kunder
team-travel = reisetimer
team-above-mean = over snittet
team-missing-contacts = Kunder eller salgsmål mangler
team-missing-hours = Timer per kontakt mangler
team-missing-selling-hours = Salgstimer for en rolle mangler
team-focus = { $cells ->
    [one] 1 rute med { $prio } krever { $needed } personer; dere har { $people }.
   *[other] { $cells } ruter med { $prio } krever { $needed } personer; dere har { $people }.
 }
team-focus-at-least = { $cells ->
    [one] 1 rute med { $prio } krever minst { $needed } personer; dere har { $people }.
   *[other] { $cells } ruter med { $prio } krever minst { $needed } personer; dere har { $people }.
 } { $unknown ->
    [one] 1 segment har ikke tall ennå.
   *[other] { $unknown } segmenter har ikke tall ennå.
 }
team-fitting = I prioritert rekkefølge rekker personene til { $whole } av { $all } segmenter.
team-no-needs = Ingenting å regne ut fra ennå: gi segmenter Prio, kunder og kontakter.
team-bar = { $people } personer
team-bar-fits = { $people } personer, { $share } rekkes
team-people-there = dere har { $people }
team-no-map = Gi kundene koordinater for å se dem på et kart.
team-km = { $km } km
team-load = { $hours } timer, { $above }
team-focus-why = Færre ruter, færre kontakter eller flere personer. Det som ikke rekkes, blir ikke gjort.
team-no-hours = { $segment } har Prio 1, men ingen vet hvor mange personer det krever: { $missing }.
team-no-hours-why = Teamets størrelse regnes uten segmentet til da.
team-never-worth = { $role }: en ny lønner seg ikke innen fem år.
team-never-worth-why = Med dette salget per person dekker det som er igjen, verken kostnad eller provisjon.
team-unassigned = { $count ->
    [one] 1 kunde har ingen ansvarlig.
   *[other] { $count } kunder har ingen ansvarlig.
 }
team-unassigned-why = Gi dem til en person, eller fordel alle jevnt.
team-uneven = Det tyngste distriktet er { $percent } % over snittet.
team-uneven-why = Flytt kunder for hånd, eller bruk den jevne fordelingen.
team-people = Personer
team-hours = Timer
# report-sales-total has the same text.
team-sales = Salg
team-cost = Kostnad
team-commission = Provisjon
team-ramp-up = Opplæring
team-selling-hours = Salgstimer
team-share = Andel
team-visits = Besøk
# report-severity has the same text.
team-kind = Type
team-by-whom = Av hvem
team-how-often = Hvor ofte
team-place = Sted
team-latitude = Breddegrad
team-longitude = Lengdegrad
team-per-person-year = per person og år
team-per-customer-year = per kunde og år
team-of-sales = av salget
team-of-contacts = av kontaktene
team-in-months = i måneder
team-a-year = per år
team-add-role = Ny rolle
team-add-task = Ny oppgave
team-add-follow-up = Ny oppfølging
team-add-person = Ny person
team-add-account = Ny kunde
team-tasks-in-roles = Oppgaver, og hva som ligger i hver rolle
team-duty-of = { $role }, { $task }: { $part }
team-roles-empty-title = Hvem gjør hva?
team-roles-empty-what = Roller med personer, timer og kostnad; oppgavene i hver; hvem som følger opp hva, og hvor ofte.
team-roles-empty-example = En feltselger: 2 personer, 900 salgstimer i året, 2 timer per kontakt.
team-size-empty-title = Ingen Prio å regne ut fra
team-size-empty-what = Tre metoder viser hvor mange personer de prioriterte segmentene krever, og hva personene rekker.
team-size-empty-example = 7 ruter med Prio 1 krever 4,2 personer; dere har 2.
team-territories-empty-title = Hvem har hvilke kunder?
team-territories-empty-what = Kunder etter sted, fordelt så den tyngste belastningen blir minst mulig, med reiser.
team-territories-empty-example = 40 kunder på 3 personer: den tyngste 4 % over snittet.
team-paste-hint = Ctrl+V limer inn en tabell: navn, sted, timer, besøk, breddegrad, lengdegrad.
team-paste-bad = rad { $row }: «{ $cell }» passer ikke i kolonnen; ingenting ble limt inn
team-pasted = { $count ->
    [one] Limte inn 1 kunde
   *[other] Limte inn { $count } kunder
 }
team-pasted-nothing = Ingenting å lime inn. Kopier en tabell med et navn i hver rad.
team-workload-formula = Kunder × kontakter × timer, delt på salgstimer
team-hire = Å ansette: { $people }
team-to-selling-hours = Salgstimer og timer per kontakt
team-breakdown-formula = delt på { $sales } per person
team-breakdown-missing = Ønsket salg per år delt på salg per person
team-to-sales = Salg per person
team-last-adds = Den siste av dem gir { $profit } i året
team-next-adds = Den neste ville gitt { $profit }
team-nothing-left = Det er ikke mer å gjøre for én til
team-nobody-pays = Ikke engang den første gir mer enn kostnaden
team-increments-missing = Personer så lenge én til gir mer enn kostnaden
team-to-cost = Kostnad og provisjon
team-no-roles = Legg til en rolle med salgstimer for å se hvor mange personer det blir.
team-contacts-by = Andel og timer for
team-worth = { $months ->
    [one] { $role }: en ny lønner seg etter 1 måned.
   *[other] { $role }: en ny lønner seg etter { $months } måneder.
 }
team-from-funnel = Kontakter ut fra ønsket salg og trinnene i salgstrakten; kunder og kontakter per kunde teller først.
team-load-heading = Belastning
team-load-per = timer per år, mot snittet
team-nobody = ingen
team-imbalance-is = Skjevhet { $now }
team-imbalance-was = Skjevhet { $now }, før { $before }
team-even-split = Jevneste fordeling som er funnet: { $imbalance }
team-even-best = Jevneste fordeling som finnes: { $imbalance }
team-use-even = Bruk den
team-drop-somewhere = Slipp på en person eller ved en av kundene deres
team-would-be = { $name }: skjevhet { $before } → { $after }
team-key-remove-does = fjern den valgte raden
team-key-assign = 1–9, 0
team-key-assign-does = gi den valgte kunden til den personen; 0 til ingen
team-key-paste = Ctrl+V
team-key-paste-does = legg til kunder fra en tabell

## The whole project on one page
tab-overview = Oversikt
menu-export-overview = Eksporter oversikt
file-part-overview = oversikt
overview-page = Side
overview-findings = Funn
overview-finding = Funn i prosjektet
overview-set-aside = Lagt til side
overview-set-aside-count = Lagt til side · { $count }
overview-set-aside-do = Legg til side …
overview-set-aside-done = Legg til side
overview-why-aside = Hvorfor dette legges til side: { $finding }
overview-why-aside-hint = Hvorfor? Det blir i filen, og funnet kan tas fram igjen.
overview-because = Fordi: { $reason }
overview-bring-back = Ta fram igjen
overview-no-findings = Ingenting å se på.
overview-prios = Det som kommer først
overview-channels = Valgte kanaler
overview-no-channel = ingen kanal valgt
overview-main-and-supporting = { $main }; støtte: { $supporting }
overview-supporting-only = støtte: { $channels }
overview-nobody = Ingen kundesegmenter er prioritert ennå.
overview-no-prio = Ingen rute er Prio 1 ennå.
overview-result = Resultat
overview-no-money = Ingen scenarioer ennå: angi hvor mye som er til kontakter, og over hvor mange måneder.
overview-budget-clash = Grensene kan ikke holdes samtidig, så det blir ikke noe resultat. Se funnene.
overview-budget = { $budget } til kontakter over { $months } gir { $contribution } i dekningsbidrag; { $left } etter faste kostnader på { $fixed }.
overview-budget-range = { $budget } til kontakter over { $months } gir { $contribution } i dekningsbidrag ({ $low } til { $high }); { $left } etter faste kostnader på { $fixed }.
overview-months = { $count ->
    [one] én måned
   *[other] { $count } måneder
 }
overview-about = Gjelder
overview-about-all = hele prosjektet
overview-steps = Neste steg
overview-no-steps = Hva gjøres nå, av hvem, og innen når?
overview-add-step = Legg til et steg
overview-step-number = Steg { $number }
overview-step-hint = hva som skal gjøres
overview-by-hint = 2026-09-01
overview-aim = Hva det gjelder: { $name }
overview-look = Vis hva det gjelder: { $name }
overview-look-hint = Vis hva det gjelder
overview-up = Flytt opp: { $name }
overview-next-title = Neste
overview-next = Neste: { $what }. { $why }
way-products = Legg inn produktsegmenter
way-products-why = En rad for hvert produkt, hver tjeneste eller løsning som selges på sin egen måte.
way-customers = Legg inn kundesegmenter
way-customers-why = En kolonne for kunder som kjøper på samme måte.
way-fits = Merk hvor tilbudet treffer
way-fits-why = En rute uten treff er ingen kandidat, så resten av metoden ser bare på disse.
way-prios = Gi en rute Prio 1
way-prios-why = Bare noen få ting kan angripes først. Poeng i Beslutning hjelper når dere er usikre.
way-beachhead = Velg brohodet
way-beachhead-why = Én rute som alt satses på først; rutene ved siden av følger etter.
way-channels = Legg inn kanaler
way-channels-why = Hva en kontakt koster og selger for, viser hvilke veier til kundene som lønner seg.
way-picks = Velg kanaler for hvert Prio 1-segment
way-picks-why = Det som kommer først, må møtes et sted: én hovedkanal, og noen som støtter den.
way-money = Legg inn et budsjett
way-money-why = Det viser hvor pengene gir mest, og hva mer penger ville gitt.
way-steps = Skriv ned de neste stegene
way-steps-why = Hva, hvem og innen når: uten dem endrer en plan ingenting på mandag.
