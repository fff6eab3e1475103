import type { CueList } from './cue.js';

/** German cues, accents folded. */
export const germanCues: CueList = {
  neg: 'nicht|nie|niemals|kein|keine|keinen|keinem|keiner|keines|niemand|nichts|weder|ohne|nicht mehr|nie mehr|nie wieder|keinesfalls|auf keinen fall|unter keinen umstanden|in keinem fall|nirgends|darf/durfen/soll/sollen/sollte/sollten/muss/kann/werden/wird/wurde nicht|darf/durfen nie|alles ausser|ausser',
  ban: 'vermeiden|vermeidet|verzichten auf|unterlassen|verbietet|verbieten|verbot|untersagt|gegen|verhindert|verhindern',
  status:
    'verboten|untersagt|tabu|unzulassig|nicht erlaubt|nicht zulassig|nicht gestattet|ausgeschlossen|kommt nicht in frage|rote linie|no go|kontraindiziert|vom tisch',
  drop: 'verworfen|abgelehnt|aufgegeben|abgesagt|zuruckgezogen|widerrufen|uberholt|veraltet|ersetzt|hinfallig|gestrichen|vorbei|gilt nicht mehr|aufgehoben',
  gone: 'verworfen worden|hinfallig geworden|uberholt worden|ersetzt durch|ersetzt worden',
  swap: 'statt|anstatt|anstelle|anstelle von|lieber als|an stelle von',
  refuse:
    'weigere mich|ich lehne|lehne ich ab|lehne ab|lehne es ab|ich werde nicht|ich werde keine|ich kann nicht|mache ich nicht mit|trage ich nicht ein|ich will nicht',
  unknown:
    'weiss nicht|weiss ich nicht|weiss ich leider nicht|nicht sicher|unklar|ob|keine ahnung|keine information|nicht bekannt|kann nicht sagen|kann ich nicht sagen|nicht sagen|vielleicht|moglicherweise|erinnere mich nicht',
  hypo: 'wenn|falls|sofern|angenommen|entweder',
  old: 'ursprunglich|anfangs|zuerst|zunachst|fruher|ehemals|damals|bisher|bis marz|einst',
  once: 'fruhere|fruheren|alte|alten|alter|altes|vorherige|vorherigen|altsystem|im alten',
  report:
    'schlug|vorgeschlagen|vorschlag|wollte|wollten|mochte|mochten|bat|angeregt|erwog|uberlegt|idee|wunsch|wunschte',
  say: 'sagte|sagt|laut|schrieb|schreibt|meinte|meint|gemass|zufolge|hiess es',
  recommend:
    'wir sollten|ich schlage vor|schlage ich vor|am besten|am einfachsten|bitte|wir konnen|ich empfehle|empfehle ich|einfach|vorerst|lass uns|lasst uns',
  restore: 'weiterhin|bleibt dabei|es bleibt|nach wie vor|immer noch|noch immer',
  outsider: 'andere teams|manche|einige|die konkurrenz|ein anderes team',
  turn: 'aber|sondern|doch|jedoch|denn|weil|da|stattdessen|jetzt|nun|inzwischen|mittlerweile|heute|dann|wahrend|obwohl|damit|dass|die ist|das ist vorbei|spater|schliesslich|am ende|danach',
  plain: 'nicht nur|ohne zweifel|kein zweifel|keine ausnahme|nicht vergessen|ohne ausnahme|spatestens',
};
