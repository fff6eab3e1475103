/** German words that mean the same, one group a line; `_` joins the words of a phrase. */
export const germanGroups = `
abbrechen stoppen beenden einstellen
ablehnen zuruckweisen verweigern
abmelden kundigen
abschaffen streichen
abschalten ausschalten deaktivieren abstellen
abschliessen beenden fertigstellen vollenden
abstimmen absprechen
aktivieren einschalten anschalten anstellen
andern verandern anpassen bearbeiten modifizieren umbauen
anderung veranderung anpassung
anfangen beginnen starten
anheben erhohen steigern heraufsetzen
ankundigen bekanntgeben mitteilen
annehmen akzeptieren entgegennehmen
anrufen telefonieren
antworten beantworten erwidern antwort
arbeiten schaffen
auftragnehmer freiberufler dienstleister
aufbewahren behalten lagern verwahren aufheben
aufnehmen erfassen protokollieren
aufteilen trennen teilen
ausgeben verteilen austeilen
ausleihen verleihen leihen borgen
auslassen uberspringen weglassen umgehen ubergehen
austauschen ersetzen wechseln tauschen
auto wagen fahrzeug pkw
backen kochen
bauen errichten erstellen
beauftragen engagieren
bekommen erhalten kriegen
benachrichtigen informieren verstandigen mitteilen
benutzen nutzen verwenden gebrauchen einsetzen
beschaffen kaufen erwerben anschaffen besorgen einkaufen
besprechen diskutieren
besuchen aufsuchen
besucher gast
bewachen beaufsichtigen uberwachen
bezahlen zahlen begleichen entrichten zahlung
bild foto aufnahme fotografie
brief schreiben post
buchen reservieren
chef leiter vorgesetzter
computer rechner
datei dokument unterlage akte
drucken ausdrucken
durchfuhren ausfuhren abhalten veranstalten
einfuhren einsetzen
einladen
einstellen anstellen anheuern einstellung
einreichen abgeben
email mail e-mail
entfernen loschen beseitigen wegnehmen tilgen
entlassen kundigen feuern
entscheidung beschluss
entsorgen wegwerfen wegschmeissen
erlauben gestatten zulassen genehmigen
erneuern verlangern
feuer brand flamme
firma unternehmen betrieb gesellschaft
fotografieren ablichten fotos_machen
fuhrung leitung
fullen auffullen
futtern fressen_geben
gehalt lohn
geheim vertraulich
geld mittel
gerat maschine
geschaft laden
giessen wassern bewassern
haus gebaude
kaputt defekt beschadigt
kennwort passwort zugangsdaten
kind minderjahriger
klartext unverschlusselt
kontrollieren prufen uberprufen pruf
kopieren vervielfaltigen kopie
kosten preis gebuhr
kunde kundschaft auftraggeber
kurzen senken reduzieren verringern herabsetzen
leiten fuhren
lieferant zulieferer anbieter
liefern zustellen bringen ausliefern
lkw lastwagen laster
mieten anmieten pachten
mitarbeiter angestellter beschaftigter personal
mitarbeiterin angestellte
nachts bei_nacht
offnen aufmachen aufsperren
patient kranker
plan vorhaben
produktion produktivsystem live-system
rechnung faktura
regel vorschrift
reinigen putzen saubern
reparieren instandsetzen ausbessern flicken
schicken senden versenden verschicken ubermitteln rausgehen hinausgehen gehen_raus gehen_hinaus gehen_weg zusenden zuschicken
schliessen zumachen zusperren absperren abschliessen
schneiden stutzen
schnell rasch
schreiben verfassen
schule lehranstalt
schutzen sichern
sichern sicherung backup
speichern ablegen sichern hinterlegen abspeichern
sprechen reden
starten loslegen
stadt ort
streichen anmalen lackieren
team mannschaft gruppe
teilen weitergeben mitteilen
telefon handy
testen ausprobieren erproben versuch
transportieren befordern
treffen besprechung sitzung
uberprufung prufung kontrolle
ubersetzen ubertragen
umbenennen
umziehen verlegen verlagern
unterrichten lehren schulen
unterschreiben unterzeichnen signieren
urlaub ferien
verantwortlich zustandig
verbieten untersagen
verbrennen
verkaufen veraussern verkauf
verlassen
vermieten
veroffentlichen publizieren herausgeben bekanntmachen offentlich_machen
verraten preisgeben offenlegen weitergeben herausgeben
verschieben verlegen vertagen
verschlusseln chiffrieren
vertrag vereinbarung
verzichten
vorab vorher im_voraus
wahlen auswahlen aussuchen
warten pflegen
wegwerfen entsorgen
weiterleiten weitergeben
werbung reklame
zeigen vorfuhren
zeitplan
zerstoren vernichten
zusammenfuhren zusammenlegen vereinigen verbinden
zug bahn
`;

/** German opposites: the sides of a line are parted by `:`. */
export const germanOpposites = `
offnen : schliessen geschlossen zu verschlossen
loschen entfernen wegwerfen vernichten : aufbewahren behalten speichern bewahren
einschalten : ausschalten
ausschalten abschalten deaktivieren : anbleiben eingeschaltet laufen aktiv
ohne : mit
mit : ohne
vor : nach
nach : vor
weitergeben verraten veroffentlichen teilen : vertraulich geheim
unverschlusselt klartext : verschlusselt verschlusseln
unbeaufsichtigt allein : beaufsichtigt jemand
andern : unverandert
erhohen : senken
senken : erhohen
`;
