# Kirjeiden sanat. Ystävällisesti ja selvästi: mistä on kyse, mitä voi tehdä ja mistä saa apua; ei uhkailua eikä syyttelyä.

title-invoice = Lasku
title-reminder = Maksumuistutus
title-collection-notice = Ennakkoilmoitus perinnästä
title-collection-letter = Maksuvaatimus
title-second-collection-letter = Toinen maksuvaatimus
title-legal-notice = Ilmoitus oikeudellisesta perinnästä

intro-invoice = { $biller } lähettää teille tämän laskun: { $description }.
intro-reminder = Tämä lasku on vielä kokonaan tai osittain maksamatta. Jos olette maksaneet sen viime päivinä, kiitos: teidän ei tarvitse tehdä mitään.
intro-collection-notice = Olemme muistuttaneet teitä tästä laskusta. Se on vielä kokonaan tai osittain maksamatta. Jos olette maksaneet sen viime päivinä, kiitos: teidän ei tarvitse tehdä mitään.
intro-collection-letter = { $biller } on antanut tämän laskun MyRopon perittäväksi. Tämä kirje on maksuvaatimus, joka lähetetään ennen oikeudellisia toimia. Alla näette, mistä summa koostuu.
intro-second-collection-letter = { $biller } on antanut tämän laskun MyRopon perittäväksi. Tämä on toinen maksuvaatimus samasta laskusta. Alla näette, mistä summa koostuu.
intro-legal-notice = Tämä lasku on siirtynyt oikeudelliseen perintään. Laskuttaja on { $biller }. Alla näette, mistä summa koostuu tämän kirjeen päivänä.

label-myropo-id = MyRopo-tunnus
label-number = Laskun numero
label-issued = Laskun päiväys
label-sent = Kirjeen päiväys
label-original-due = Alkuperäinen eräpäivä
label-due = { $kind ->
    [legal_notice] Eräpäivä oli
   *[other] Eräpäivä
}
label-total = Yhteensä
label-paid = Maksettu tähän mennessä
label-to-pay = Maksettavaa
label-account = Tilinumero
label-reference = { $country ->
    [SE] OCR-numero
    [NO] KID-numero
   *[other] Viitenumero
}

table-caption = Mistä summa koostuu
column-date = Päivä
column-what = Erittely
column-amount = Summa

line-principal = Laskun summa
line-reminder-fee = Muistutusmaksu
line-collection-fee = Perintäkulut
line-late-payment-compensation = Vakiokorvaus perintäkuluista
line-interest = Viivästyskorko
line-due-date-change-fee = Maksu eräpäivän siirrosta
line-payment-plan-fee = Maksu maksusuunnitelmasta
line-credit = Hyvitys

heading-payment = Näin maksatte
payment-text = Voitte maksaa MyRopo-portaalissa, jossa maksu näkyy heti, tai omassa pankissanne yllä olevilla tiedoilla. { $country ->
    [SE] OCR-numerosta
    [NO] KID-numerosta
   *[other] Viitenumerosta
} tiedämme, minkä laskun olette maksaneet.

heading-next = Mitä seuraavaksi tapahtuu
next-invoice = Kun lasku on maksettu viimeistään { $due }, asia on sillä selvä. Jos maksu viivästyy, lähetämme ensin muistutuksen. Silloin summaan voidaan lisätä muistutusmaksu ja viivästyskorkoa.
next-reminder = Kun summa on maksettu viimeistään { $due }, asia on sillä selvä, eikä kuluja tule lisää. Jos laskua ei ole siihen mennessä maksettu eikä maksamisesta ole sovittu, { $country ->
    [NO] seuraava kirje on ennakkoilmoitus perinnästä
   *[other] lasku siirtyy perintään
}, mistä voi tulla lisää kuluja. Muistutuksesta ei tule maksuhäiriömerkintää.
next-collection-notice = Kun summa on maksettu viimeistään { $due }, asia on sillä selvä, eikä kuluja tule lisää. Jos laskua ei ole siihen mennessä maksettu eikä maksamisesta ole sovittu, se siirtyy perintään, mistä voi tulla lisää kuluja. Tästä ilmoituksesta ei tule maksuhäiriömerkintää.
next-collection-letter = Kun summa on maksettu viimeistään { $due }, asia on sillä selvä, eikä kuluja tule lisää. Jos laskua ei ole siihen mennessä maksettu eikä maksamisesta ole sovittu, { $country ->
    [FI] lähetämme vielä toisen maksuvaatimuksen
    [SE] saatava voidaan viedä Ruotsin ulosottoviranomaisen (Kronofogden) käsiteltäväksi
   *[NO] saatava voidaan viedä Norjan sovittelulautakunnan (forliksrådet) käsiteltäväksi
}, mistä voi tulla lisää kuluja. Tästä kirjeestä ei vielä tule maksuhäiriömerkintää.
next-second-collection-letter = Kun summa on maksettu viimeistään { $due }, asia on sillä selvä, eikä kuluja tule lisää. Jos laskua ei ole siihen mennessä maksettu eikä maksamisesta ole sovittu, saatava voidaan viedä { $country ->
    [FI] käräjäoikeuden tai ulosoton
    [SE] Ruotsin ulosottoviranomaisen (Kronofogden)
   *[NO] Norjan sovittelulautakunnan (forliksrådet)
} käsiteltäväksi. Siitä voi tulla lisää kuluja ja maksuhäiriömerkintä. Tästä kirjeestä ei merkintää vielä tule.
next-legal-notice = { $country ->
    [FI] Saatava viedään käräjäoikeuteen tai, jos laki sen sallii, suoraan ulosottoon. Saatte sieltä kirjeen, ennen kuin mitään päätetään tai peritään.
    [SE] Haemme maksamismääräystä Ruotsin ulosottoviranomaiselta (Kronofogden). Se kirjoittaa teille ja kysyy, hyväksyttekö vaatimuksen.
   *[NO] Viemme asian Norjan sovittelulautakuntaan (forliksrådet) tai ulosottoviranomaiselle (namsmannen). Saatte sieltä kirjeen ja voitte kertoa oman näkemyksenne.
} Kuluja voi tulla lisää, ja seurauksena voi olla maksuhäiriömerkintä. Voitte yhä maksaa tai ottaa meihin yhteyttä: mitä aikaisemmin sen teette, sitä vähemmän kuluja kertyy.

heading-time = Jos tarvitsette lisää maksuaikaa
time-text = { $kind ->
    [legal_notice] Kirjoittakaa meille MyRopo-portaalissa tai soittakaa. Katsomme kanssanne, miten saatavan voi maksaa.
   *[other] Avatkaa lasku MyRopo-portaalissa omilla tunnuksillanne tai MyRopo-tunnuksella { $myropo_id }. Siellä näette, voiko eräpäivää siirtää tai laskun maksaa erissä ja mitä se maksaa. Voitte myös soittaa meille.
}

heading-dispute = Jos jokin ei mielestänne pidä paikkaansa
dispute-text = { $kind ->
    [legal_notice] Kertokaa MyRopo-portaalissa, minkä kiistätte ja miksi. Asiakaspalvelija kertoo, miten saatavan voi tässä vaiheessa kiistää.
   *[other] Kertokaa MyRopo-portaalissa, minkä kiistätte ja miksi. Sillä aikaa kun asiakaspalvelija selvittää asiaa, emme lähetä siitä uusia kirjeitä. Jos kiistätte vain osan, maksakaa muu osa eräpäivään mennessä.
} Ostosta, hinnasta ja sopimuksesta kannattaa kysyä suoraan laskuttajalta ({ $biller }).

heading-contact = Autamme mielellämme
contact-text = MyRopo-portaalissa voitte kirjoittaa meille milloin tahansa.
phone = Asiakaspalvelu { $spoken ->
    [fi] suomeksi
    [sv] ruotsiksi
    [nb] norjaksi
   *[en] englanniksi
}
