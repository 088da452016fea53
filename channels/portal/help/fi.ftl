# Ohjesivujen sanat. Rauhallisesti ja selvästi: mistä on kyse, mitä voi tehdä ja mistä saa apua.

skip = Siirry sisältöön
language-label = Kieli
country-label = Maa
country-FI = Suomi
country-SE = Ruotsi
country-NO = Norja
nav-label = Ohjeet
nav-questions = Kysymykset
nav-prices = Hinnat
nav-stages = Vaiheet
nav-hours = Aukioloajat
nav-news = Ajankohtaista

ask-heading = Tarvitsetko vielä apua?
ask-text = Tekoälyavustaja vastaa ympäri vuorokauden. Kun olet kirjautunut, se voi katsoa laskujasi ja auttaa siirtämään eräpäivää tai tekemään maksusuunnitelman.
ask-link = Kysy tekoälyavustajalta
ask-person = Voit puhua myös ihmisen kanssa. Katso
ask-hours = aukioloajat

title-questions = Kysymykset ja vastaukset
questions-lead = Lyhyitä vastauksia laskuista, muistutuksista ja maksamisesta. Sinun ei tarvitse kirjautua.
search-label = Mitä haluat tietää?
search-button = Hae
search-hint = Esimerkiksi: eräpäivän siirto
search-failed = Haku ei toimi juuri nyt. Kaikki aiheet ovat alla.
found = { $count ->
    [0] Vastausta ei löytynyt
    [one] { $count } vastaus
   *[other] { $count } vastausta
}
none-title = Emme löytäneet tähän vastausta
none-text = Kokeile toisia sanoja tai katso aiheita alta. Tekoälyavustaja voi auttaa sinua eteenpäin. Voit myös pyytää asiakaspalvelijaa.
topics-heading = Kaikki aiheet
topic-letters = Kirjeet ja perintä
topic-fees = Kulut ja korko
topic-due-dates = Lisää maksuaikaa
topic-paying = Maksaminen
topic-refunds = Palautukset
topic-acting-for-others = Toisen puolesta asioiminen
topic-disputes = Kun jokin ei täsmää
topic-contact = Yhteydenotto
topic-portal = MyRopo ja kirjautuminen
topic-companies = Yritykset ja viranomaiset
topic-safety = Turvallisuus ja tietosuoja
topic-hardship = Kun rahat eivät riitä
topic-assistant = Tekoälyavustaja
other-language = { $spoken ->
    [fi] suomeksi
    [sv] ruotsiksi
    [nb] norjaksi
   *[en] englanniksi
}

path-label = Olet tässä
fallback = Tätä ohjetta ei ole vielä suomeksi. Se näytetään { $spoken ->
    [fi] suomeksi
    [sv] ruotsiksi
    [nb] norjaksi
   *[en] englanniksi
}.
written-for = Näin asia on { $country ->
    [SE] Ruotsissa
    [NO] Norjassa
   *[FI] Suomessa
}. Sama asia muissa maissa:
valid-from = Voimassa { $date } alkaen
sources = Lähteet
related = Lisää samasta aiheesta

title-missing = Sivua ei löytynyt
missing-text = Osoite voi olla vanha tai väärin kirjoitettu, tai ohjetta ei ole tälle maalle. Hae tästä tai palaa kysymyksiin ja vastauksiin.
missing-link = Kaikki kysymykset ja vastaukset

title-prices = Hinnat { $country ->
    [SE] Ruotsissa
    [NO] Norjassa
   *[FI] Suomessa
}
prices-lead = Näin paljon kuluja voi tulla, kun maksu myöhästyy. Kun maksat eräpäivään mennessä, kuluja ei tule.
prices-valid = Hinnat ovat voimassa { $date } alkaen. Lähde:
prices-letter = Sinua koskee omassa kirjeessäsi oleva summa.
part-consumer = Kuluttajille
part-company = Yrityksille
table-fees = Kulut ja korko
column-what = Mistä maksetaan
column-price = Hinta
letter-invoice = Lasku
letter-reminder = Maksumuistutus
letter-collection-notice = Ennakkoilmoitus perinnästä
letter-collection-letter = Maksuvaatimus
letter-second-collection-letter = Toinen maksuvaatimus
letter-legal-notice = Oikeudellinen perintä
letter-follow-up = Jälkiperintä
price-compensation = Vakiokorvaus perintäkuluista
note-compensation = Lisätään kerran laskua kohti, muistutuksen yhteydessä. Se tulee muistutusten ja maksuvaatimusten kulujen tilalle.
in-compensation = sisältyy vakiokorvaukseen
note-agreed = Vain jos muistutusmaksusta on sovittu velan syntyessä.
note-earliest = Ensimmäinen aikaisintaan { $first } päivän kuluttua eräpäivästä, toinen aikaisintaan { $between } päivän kuluttua ensimmäisestä.
note-at-most = Maksu tulee enintään { $number } kirjeestä, kun muistutukset ja ennakkoilmoitukset lasketaan yhteen.
price-move = Eräpäivän siirto ennen eräpäivää
price-move-late = Myöhässä olevan laskun eräpäivän siirto
note-extension = Lisäaikaa tulee vähintään { $days } päivää.
price-plan = Maksusuunnitelma ennen eräpäivää
price-plan-late = Maksusuunnitelma myöhässä olevasta laskusta
price-interest = Viivästyskorko vuodessa
interest-points = viitekorko + { $points } prosenttiyksikköä
reference = { $country ->
    [SE] Viitekorko on Ruotsin korkolain mukainen. Se vahvistetaan kahdesti vuodessa.
    [NO] Viitekorko on Norges Bankin ohjauskorko.
   *[FI] Viitekorko on korkolain mukainen. Se vahvistetaan kahdesti vuodessa.
}
free = maksuton
table-letters = Maksuvaatimukset
column-principal = Pääoma
column-first = Ensimmäinen kirje
column-second = Toinen kirje
note-principal = Pääoma on laskun maksamaton summa ilman korkoa ja kuluja.
price-direct = Suoraan ulosottokelpoinen saatava
note-direct = Ulosotto voi periä sen ilman tuomiota. Summan suuruus ei vaikuta hintaan.
up-to = enintään { $amount }
above = yli { $amount }
any-size = kaikki summat
table-plans = Maksusuunnitelma myöhässä olevasta laskusta
column-short = Enintään { $number } erää
column-long = Yli { $number } erää
table-caps = Kirjeiden kulut yhteensä enintään
column-most = Kulut enintään
note-caps = Tähän lasketaan muistutusten ja maksuvaatimusten kulut ennen oikeudellista perintää.

title-stages = Laskusta perintään { $country ->
    [SE] Ruotsissa
    [NO] Norjassa
   *[FI] Suomessa
}
stages-lead = Näin asia etenee, kun lasku jää maksamatta. Voit maksaa joka vaiheessa, ja mitä aiemmin toimit, sitä vähemmän kuluja tulee.
stages-valid = Aikataulu ja summat ovat voimassa { $date } alkaen. Kirje voi tulla myös myöhemmin.
stage-day = { $day ->
    [one] { $day } päivän myöhässä
   *[other] { $day } päivää myöhässä
}
stage-when = Milloin
stage-deadline = Uusi eräpäivä
stage-costs = Kulut
stage-can = Mitä voit tehdä
stage-more = Lue lisää:
when-invoice = Eräpäivään asti
when-letter = { $days } päivän kuluttua { $after ->
    [reminder] muistutuksen
    [collection_notice] ennakkoilmoituksen
    [collection_letter] maksuvaatimuksen
    [second_collection_letter] toisen maksuvaatimuksen
   *[invoice] laskun
} eräpäivästä
when-follow-up = Kun oikeudellisessa perinnässä ei ole saatu maksua
deadline = { $days } päivän kuluttua kirjeestä
who-consumer = Kuluttaja
who-company = Yritys
at-most = enintään { $amount }
can-invoice = Kun maksat eräpäivään mennessä, asia on sillä selvä. Jos tarvitset lisää aikaa, pyydä uutta eräpäivää tai maksusuunnitelmaa jo nyt.
can-reminder = Maksa loppusumma uuteen eräpäivään mennessä. Voit yhä siirtää eräpäivää, sopia maksusuunnitelmasta tai kiistää saatavan.
can-collection-notice = Maksa loppusumma uuteen eräpäivään mennessä. Tämä on viimeinen kirje ennen perintää. Voit yhä sopia lisäajasta tai kiistää saatavan.
can-collection-letter = Maksa loppusumma uuteen eräpäivään mennessä. Voit yhä sopia lisäajasta tai maksusuunnitelmasta tai kiistää saatavan.
can-second-collection-letter = Kun maksat tai sovit maksusuunnitelmasta nyt, asian ei tarvitse edetä oikeudelliseen perintään. Jos vaatimus on mielestäsi väärä, kiistä se.
can-legal-notice = Maksa tai puhu asiakaspalvelijan kanssa. Jos kiistät saatavan, vastaa tuomioistuimen tai viranomaisen kirjeeseen ajoissa. Kuluja voi tulla lisää, ja seurauksena voi olla maksuhäiriömerkintä.
can-follow-up = Maksa kaikki tai osa, tai keskustele asiakaspalvelijan kanssa, mikä tapa maksaa sopii tilanteeseesi.

title-hours = Aukioloajat { $country ->
    [SE] Ruotsissa
    [NO] Norjassa
   *[FI] Suomessa
}
line-phone = Puhelin
line-message-center = Viestikeskus
line-phone-text = Oikea numero on laskussasi tai kirjeessäsi.
line-message-center-text = Kirjoita meille MyRopossa. Ensin vastaa tekoälyavustaja. Voit myös pyytää asiakaspalvelijaa.
open-now = Nyt auki
closed-now = Nyt suljettu
opens = Avautuu { $moment }
answer-by = Jos kirjoitat nyt, asiakaspalvelija vastaa yleensä viimeistään { $moment }.
week-of = Tavallinen viikko, { $line }
day = Päivä
clock = Kellonaika
closed = suljettu
busiest-heading = Ruuhkaisimmat ajat
busiest-text = Puhelimessa on eniten ruuhkaa klo { $times }. Muina aikoina pääset yleensä nopeammin läpi.
other-heading = Poikkeavat aukioloajat
other-lead = Seuraavien kahdeksan viikon aikana:
other-none = Seuraavien kahdeksan viikon aikana ei ole poikkeavia aukioloaikoja.
always-heading = Aina auki
always-text = MyRopo ja tekoälyavustaja ovat käytössäsi ympäri vuorokauden, joka päivä.
hours-zone = Kellonajat ovat valitun maan aikaa.
hours-more = Lue lisää

title-news = Tiedotteet ja häiriöt
news-lead = Mitä uutta on ja mikä ei juuri nyt toimi.
kind-news = Tiedote
kind-disruption = Häiriö
since = { $date } alkaen
until = { $from } – { $date }
news-empty-title = Ei tiedossa olevia häiriöitä
news-empty-text = Juuri nyt ei ole tiedotteita. Jos jokin ei toimi, kysy tekoälyavustajalta tai soita laskussasi olevaan numeroon.
