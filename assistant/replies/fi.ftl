# Mitä avustaja sanoo itse. Summat ja päivät tulevat valmiiksi muotoiltuina.

## Laskut
invoices-none = Nimelläsi ei ole avoimia laskuja.
invoices-none-of-any-kind = Nimelläsi ei näy laskuja. Jos kirjeessä on MyRopo-tunnus, voit avata laskun sen avulla.
invoices-open = { $count ->
    [one] Sinulla on yksi avoin lasku. Maksettavaa on { $total }.
   *[other] Sinulla on { $count } avointa laskua, yhteensä { $total }.
}
invoices-open-late = { $late ->
    [one] Niistä yksi on erääntynyt.
   *[other] Niistä { $late } on erääntynyt.
}
invoices-open-only-late = Se on erääntynyt.
invoices-paid = { $count ->
    [one] Sinulla on yksi maksettu lasku.
   *[other] Sinulla on { $count } maksettua laskua.
}
invoices-paid-none = Nimelläsi ei ole maksettuja laskuja.
invoices-all = { $count ->
    [one] Sinulla on täällä yksi lasku.
   *[other] Sinulla on täällä { $count } laskua.
}
col-invoice = Lasku
col-due = Eräpäivä
col-left = Maksettavaa
col-stage = Vaihe
col-total = Summa
stage = { $stage ->
    [open] Lasku
    [reminder] Muistutus
    [collection] Perintä
    [legal] Oikeudellinen perintä
    [paid] Maksettu
    [disputed] Kiistetty
   *[credited] Hyvitetty
}
invoice-owed = Lasku { $number }, { $biller }: maksettavaa on { $left }. Eräpäivä on { $due }.
invoice-owed-late = Lasku { $number }, { $biller }: maksettavaa on { $left }. Eräpäivä oli { $due }, { $days ->
    [one] eilen
   *[other] { $days } päivää sitten
}.
invoice-fees = Summassa on mukana kuluja { $fees }.
invoice-part-paid = Olet maksanut { $paid }, kun koko summa on { $total }.
invoice-settled = Lasku { $number }, { $biller }, on maksettu. Summa oli { $total }.
invoice-credit = Olet maksanut laskusta { $number } ({ $biller }) { $over } liikaa. Saat ylimääräisen osan takaisin.
invoice-contact = Ostosta koskeviin kysymyksiin vastaa parhaiten { $biller }: { $phone }.
invoice-not-found = En löydä tuota laskua laskujesi joukosta. Tarkista numero tai katso laskuluetteloasi.
invoice-which = Mitä laskua tarkoitat?
invoice-choice = { $number } · { $biller } · { $left }

## Tieto
knowledge-none = En tiedä vastausta tähän enkä halua arvailla. Asiakaspalvelija voi auttaa.
knowledge-fallback = Tämä tieto on saatavilla vain englanniksi:

## Eräpäivän siirto
postpone-none = Yhdenkään laskusi eräpäivää ei voi nyt siirtää. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
postpone-when = Mille päivälle haluat siirtää laskun { $number } ({ $biller }) eräpäivän? Voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }. { $fee ->
    [free] Siirto on maksuton.
   *[other] Siirto maksaa { $fee }.
}
postpone-card = Tarkista muutos. Se tehdään, kun painat Vahvista.
refused-paid = Lasku { $number } on maksettu, joten siirrettävää eräpäivää ei ole.
refused-legal = Lasku { $number } on oikeudellisessa perinnässä, joten en voi siirtää sen eräpäivää. Asiakaspalvelija voi katsoa asiaa kanssasi.
refused-disputed = Lasku { $number } on kiistetty, ja perintä on keskeytetty selvityksen ajaksi. Asiakaspalvelija hoitaa asiaa.
refused-credited = Lasku { $number } on hyvitetty, joten siitä ei ole maksettavaa.
refused-limit-reached = Laskun { $number } eräpäivää on siirretty niin pitkälle kuin { $biller } sallii. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja, kuten maksamista erissä.
refused-too-early = Laskun { $number } uusi eräpäivä voi olla aikaisintaan { $earliest } ja viimeistään { $latest }.
refused-too-late = { $biller } sallii laskun { $number } eräpäivän siirron enintään päivään { $latest }. Sopisiko se?
refused-same-date = { $date } on jo laskun { $number } eräpäivä. Sitä voi siirtää enintään päivään { $latest }.
refused-in-the-past = Päivä { $date } on jo mennyt. Voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }.
card-title = Siirrä eräpäivä
card-due-date = Eräpäivä
card-fee = Siirtomaksu
card-total = Maksettavaa yhteensä
card-free = Maksuton
card-next = Kun vahvistat, uusi eräpäivä on heti voimassa, eikä muistutusta lähetetä ennen sitä.
card-expires = Voimassa klo { $time } asti
receipt-title = Eräpäivä siirretty
receipt-new-date = Uusi eräpäivä
receipt-text = Valmista. Laskun { $number } ({ $biller }) uusi eräpäivä on { $date }. Maksettavaa on { $total }.
proposal-cancelled = Eräpäivää ei muutettu.
proposal-superseded = Tätä muutosta ei tehty, koska keskustelu siirtyi toiseen asiaan.
proposal-expired = Vahvistusaika on päättynyt. Mitään ei muutettu.
press-confirm = Mitään ei ole vielä muutettu. Paina yllä olevasta kortista Vahvista. Jos et halua muutosta, paina Peruuta.

## Ihmiset
handoff = { $reason ->
    [asked_for_person] Asiakaspalvelija vastaa sinulle tässä keskustelussa.
    [dispute] Asiakaspalvelija selvittää asian. Sinun ei tarvitse selittää uudelleen: viestisi siirtyy mukana.
    [hardship] Kiitos, että kerroit. Asiakaspalvelija etsii kanssasi ratkaisun.
    [fraud] Asiakaspalvelija selvittää tämän ensin. Älä maksa sitä ennen, äläkä koskaan anna pankkitunnuksiasi kenellekään.
    [not_understood] En valitettavasti ymmärtänyt viestiäsi. Asiakaspalvelija auttaa.
   *[assistant_unavailable] En valitettavasti pysty nyt vastaamaan. Asiakaspalvelija vastaa sinulle.
} { $position ->
    [one] Olet jonossa ensimmäinen.
   *[other] Olet jonossa sijalla { $position }.
} Voit sulkea ikkunan: vastaus odottaa sinua täällä.
claimed = { $agent } asiakaspalvelusta liittyi keskusteluun.
handed-back = Tekoälyavustaja jatkaa. Missä muussa voin auttaa?
closed = Keskustelu on päätetty. Voit aloittaa uuden milloin tahansa.
reason = { $reason ->
    [asked_for_person] Pyysi ihmistä
    [dispute] Kiistää laskun
    [hardship] Maksuvaikeuksia
    [fraud] Epäilee huijausta
    [not_understood] Avustaja ei ymmärtänyt
   *[assistant_unavailable] Avustaja ei ollut käytettävissä
}
person-button = Asiakaspalvelijalle

## Rupattelu ja rajat
smalltalk = Hei! Olen MyRopon tekoälyavustaja. Voin näyttää laskusi, selittää kuluja ja kirjeitä, siirtää eräpäiviä ja ohjata sinut asiakaspalvelijalle.
thanks = Ole hyvä. Onko laskuissasi vielä jotain, missä voin auttaa?
out-of-scope = Voin auttaa täällä vain laskuihin ja maksamiseen liittyvissä asioissa: mitä on maksettavana, kulut ja kirjeet, eräpäivät sekä yhteys asiakaspalvelijaan.
not-understood = En ole varma, mitä tarkoitat. Onko kyse jostakin näistä?
suggest-invoices = Paljonko minulla on maksettavaa?
suggest-postpone = Siirrä eräpäivä
suggest-fees = Mitä muistutus maksaa?

## Virheet
error-bad-frame = Viestiä ei voitu lukea
error-bad-frame-detail = Lähetä yksi JSON-olio tekstikehyksenä.
error-unknown-type = Tuntematon pyyntö
error-unknown-type-detail = Katso protokollasta, mitä tyyppejä on.
error-invalid-field = Jotain puuttuu tai on väärin
error-invalid-field-detail = Tarkista pyynnön kentät.
error-too-large = Viesti on liian suuri
error-too-large-detail = Lähetä vähemmän kerrallaan.
error-hello-first = Aloita tervehdyksellä
error-hello-first-detail = Ensimmäisen kehyksen tyypin on oltava hello.
error-message-empty = Viesti on tyhjä
error-message-empty-detail = Kirjoita jotain ja lähetä uudelleen.
error-message-too-long = Viesti on liian pitkä
error-message-too-long-detail = Viestissä voi olla enintään 4 000 merkkiä. Mitään ei kadonnut: lyhennä ja lähetä uudelleen.
error-thread-not-found = Keskustelua ei löydy
error-thread-not-found-detail = Keskustelua ei ole, tai se ei ole sinun. Aloita uusi keskustelu.
error-thread-closed = Keskustelu on päätetty
error-thread-closed-detail = Aloita uusi keskustelu.
error-proposal-not-found = Vahvistettavaa ei ole
error-proposal-not-found-detail = Tätä muutosta ei ole. Pyydä sitä uudelleen.
error-proposal-expired = Vahvistusaika on päättynyt
error-proposal-expired-detail = Mitään ei muutettu. Pyydä muutosta uudelleen.
error-proposal-changed = Lasku on muuttunut sillä välin
error-proposal-changed-detail = Mitään ei muutettu. Pyydä uudelleen, niin näet nykyiset ehdot.
error-proposal-already-confirmed = Jo vahvistettu
error-proposal-already-confirmed-detail = Muutos on tehty kerran, eikä sitä tehdä uudelleen.
error-proposal-closed = Muutos on peruttu
error-proposal-closed-detail = Mitään ei muutettu. Pyydä muutosta uudelleen, jos haluat sen.
error-not-yours = Ei sinun keskustelusi
error-not-yours-detail = Ota keskustelu ensin itsellesi.
error-already-claimed = Ei enää jonossa
error-already-claimed-detail = Joku muu on ottanut tämän keskustelun.
error-invoice-not-found = Laskua ei löydy
error-invoice-not-found-detail = Laskua ei ole, tai se ei ole sinun. Tarkista numero tai MyRopo-tunnus.
error-sign-in-needed = Kirjaudu sisään
error-sign-in-needed-detail = Istuntosi on päättynyt. Kirjaudu ja jatka.
error-internal = Meillä tapahtui virhe
error-internal-detail = Mitään ei muutettu. Yritä hetken päästä uudelleen tai pyydä asiakaspalvelijaa.
