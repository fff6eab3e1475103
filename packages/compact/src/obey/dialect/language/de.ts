import type { Language } from './language.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** German. Matters are bare nouns named as points, practices end in an infinitive, options are feminine, neuter or plural. */
export const german: Language = {
  code: 'de',
  acts: {
    rule: {
      plain: [
        'Im Projekt {p} darf beim Punkt {m} niemand {v}; stattdessen sollen alle {a}.',
        'Regel zum Punkt {m} im Projekt {p}: niemals {v}, immer {a}.',
        'Zum Punkt {m} im Projekt {p}: nicht {v}, sondern {a}.',
      ],
      reworded: [
        'Wer im Projekt {p} beim Punkt {m} auf den Gedanken kommt, er könne {v}, der soll {a}.',
        'Beim Punkt {m} im Projekt {p} kommt es nicht in Frage, dass wir {v} wollen; wir werden {a}.',
        'Ich will beim Punkt {m} im Projekt {p} keinen sehen, der meint, er müsse {v}; wir werden {a}.',
      ],
    },
    decision: {
      plain: [
        'Im Projekt {p} gilt für den Punkt {m}: {v}.',
        'Beschluss im Projekt {p} zum Punkt {m}: {v}.',
        'Zum Punkt {m} nehmen wir im Projekt {p} {v}.',
      ],
      reworded: [
        'Beim Punkt {m} im Projekt {p} hat die Suche ein Ende, es werden {v}.',
        'Wer im Projekt {p} nach dem Punkt {m} fragt, bekommt zur Antwort: {v}.',
        'Am Ende steht im Projekt {p} beim Punkt {m} nur eines fest, nämlich {v}.',
      ],
    },
    amount: {
      plain: [
        'Im Projekt {p} setzen wir den Punkt {m} auf {v}.',
        'Zahl zum Punkt {m} im Projekt {p}: {v}.',
        'Beim Punkt {m} rechnen wir im Projekt {p} mit {v}.',
      ],
      reworded: [
        'Unter {m} stehen in den Büchern vom Projekt {p} künftig {v}.',
        'Wenn ich im Projekt {p} beim Punkt {m} zusammenzähle, komme ich auf {v}.',
        'Niemand soll im Projekt {p} beim Punkt {m} etwas anderes erwarten als {v}.',
      ],
    },
    raise: {
      plain: ['Im Projekt {p} kommen beim Punkt {m} {v} hinzu.', 'Zum Punkt {m} im Projekt {p}: {v} mehr.'],
      reworded: [
        'Beim Punkt {m} waren wir im Projekt {p} knapp, also legen wir {v} drauf.',
        'Im Projekt {p} sind unter {m} noch einmal {v} zusätzlich zu buchen.',
      ],
    },
    lower: {
      plain: ['Im Projekt {p} fallen beim Punkt {m} {v} weg.', 'Zum Punkt {m} im Projekt {p}: {v} weniger.'],
      reworded: [
        'Beim Punkt {m} waren wir im Projekt {p} großzügig, also streichen wir {v}.',
        'Im Projekt {p} sind unter {m} am Ende {v} abzuziehen.',
      ],
    },
    date: {
      plain: [
        'Im Projekt {p} ist der Tag für den Punkt {m} der {v}.',
        'Kalender vom Projekt {p}: {m} am {v}.',
        'Der Punkt {m} findet im Projekt {p} am {v} statt.',
      ],
      reworded: [
        'Haltet euch den {v} frei, denn da steht im Projekt {p} der Punkt {m} an.',
        'Wer im Projekt {p} beim Punkt {m} dabei sein will, kommt am {v}.',
        'Am {v} dreht sich im Projekt {p} alles um den Punkt {m}.',
      ],
    },
    later: {
      plain: ['Im Projekt {p} rückt der Punkt {m} um {v} Tage nach hinten.'],
      reworded: ['Wir gewinnen im Projekt {p} noch {v} Tage bis zum Punkt {m}.'],
    },
    earlier: {
      plain: ['Im Projekt {p} rückt der Punkt {m} um {v} Tage nach vorn.'],
      reworded: ['Wir verlieren im Projekt {p} {v} Tage bis zum Punkt {m}.'],
    },
    role: {
      plain: [
        'Im Projekt {p} übernimmt {v} den Punkt {m}.',
        'Für den Punkt {m} haben wir im Projekt {p} {v}.',
        'Zuständig im Projekt {p} für den Punkt {m}: {v}.',
      ],
      reworded: [
        'Wenn im Projekt {p} beim Punkt {m} etwas ist, ruft {v} an.',
        'Um den Punkt {m} sorgt sich im Projekt {p} allein {v}.',
        'Fragt im Projekt {p} zum Punkt {m} niemanden außer {v}.',
      ],
    },
    setting: {
      plain: ['Im Projekt {p} steht `{m}` auf `{v}`.', 'Für das Projekt {p}: `{m}` = `{v}`.'],
      reworded: [
        'Wer im Projekt {p} `{m}` aufmacht, soll dort `{v}` finden.',
        'Alles außer `{v}` für `{m}` schadet dem Projekt {p}.',
      ],
    },
    run: {
      plain: ['Im Projekt {p} endete `{m}` mit `{v}`.', 'Ausgabe von `{m}` im Projekt {p}: `{v}`.'],
      reworded: [
        'Ich habe `{m}` im Projekt {p} probiert und bekam `{v}`.',
        'Nach `{m}` sehe ich im Projekt {p} nur `{v}`.',
      ],
    },
    open: {
      plain: [
        'Im Projekt {p} noch offen: {v}.',
        'Offener Punkt im Projekt {p}: {v}.',
        'Ungeklärt im Projekt {p}: {v}.',
      ],
      reworded: [
        'Im Projekt {p} fragen alle nach einem und ich zucke mit den Schultern, nämlich {v}.',
        'Eine Antwort schulden wir dem Projekt {p} noch: {v}.',
        'Nichts Festes weiß ich im Projekt {p} über eines: {v}.',
      ],
    },
    close: {
      plain: ['Im Projekt {p} nicht mehr offen: {v}.', 'Geklärt im Projekt {p}: {v}.'],
      reworded: [
        'Im Projekt {p} muss keiner mehr nachfragen, es geht um {v}.',
        'Vom Zettel streichen wir im Projekt {p} dies: {v}.',
      ],
    },
    defer: {
      plain: ['Im Projekt {p} verschoben: {v}.', 'Vertagt im Projekt {p}: {v}.'],
      reworded: [
        'Im Projekt {p} hat eines bis nächstes Jahr Zeit: {v}.',
        'Vor dem nächsten Jahr rühren wir im Projekt {p} eines nicht an: {v}.',
      ],
    },
    back: {
      plain: [
        'Im Projekt {p} gilt beim Punkt {m} wieder, was vorher galt.',
        'Nehmt im Projekt {p} die letzte Änderung zum Punkt {m} zurück.',
      ],
      reworded: [
        'Am Punkt {m} hätten wir im Projekt {p} nie rühren sollen, also steht das vorige Wort.',
        'Mein letztes Wort zum Punkt {m} im Projekt {p} war ein Fehler und das davor ist in Kraft.',
      ],
    },
    pair: {
      plain: [
        'Zum Punkt {m} gibt es im Projekt {p} zwei Vorschläge: erstens {v}, zweitens {a}.',
        'Im Projekt {p} schauen wir beim Punkt {m} auf zwei: erstens {v}, zweitens {a}.',
      ],
      reworded: [
        'Im Projekt {p} läuft es beim Punkt {m} auf zwei hinaus, zuerst {v}, sodann {a}.',
        'Zwei Wege sehe ich im Projekt {p} beim Punkt {m}, zuerst {v}, sodann {a}.',
      ],
    },
    pick_first: {
      plain: ['Im Projekt {p} wird es beim Punkt {m} der erste Vorschlag.'],
      reworded: ['Von den beiden zum Punkt {m} im Projekt {p} ist mir Ersteres lieber.'],
    },
    pick_second: {
      plain: ['Im Projekt {p} wird es beim Punkt {m} der zweite Vorschlag.'],
      reworded: ['Von den beiden zum Punkt {m} im Projekt {p} ist mir Letzteres lieber.'],
    },
  },
  parts: {
    rule: ['niemand darf {v}; alle sollen {a}', 'nicht {v}, sondern {a}', 'niemals {v}, immer {a}'],
    decision: ['wir nehmen {v}', 'die Wahl fiel auf {v}', 'es werden {v}'],
    amount: ['die Zahl ist {v}', 'wir rechnen mit {v}', 'unterm Strich stehen {v}'],
    date: ['der Tag ist der {v}', 'kommt am {v}', 'es ist am {v} so weit'],
    role: ['{v} übernimmt das', 'zuständig ist {v}', 'ruft {v} an'],
    setting: ['der Wert ist `{v}`', 'dort steht `{v}`'],
    run: ['es endete mit `{v}`', 'zuletzt stand da `{v}`'],
  },
  links: {
    announce: [
      'Mein Wort zum Punkt {m} im Projekt {p} folgt unter dem Zeichen {k}.',
      'Wartet beim Punkt {m} im Projekt {p} auf die Notiz {k}.',
      'Was im Projekt {p} beim Punkt {m} gilt, steht in der Notiz {k}, an der ich noch schreibe.',
    ],
    complete: ['Notiz {k}: {s}.', 'Hier ist die Notiz {k}: {s}.', 'Unter dem Zeichen {k}: {s}.'],
    term: [
      'Wenn ich von der Regel „{t}“ spreche, meine ich dies: {s}.',
      'Unter der Regel „{t}“ verstehen wir alle: {s}.',
      'Die Regel „{t}“ zur Erinnerung: {s}.',
    ],
    apply: [
      'Im Projekt {p} trifft auf den Punkt {m} die Regel „{t}“ zu.',
      'Haltet euch im Projekt {p} beim Punkt {m} an die Regel „{t}“.',
      'Beim Punkt {m} ist es im Projekt {p} wieder einmal die Regel „{t}“.',
    ],
    idea: [
      'Nur laut gedacht, unter dem Namen {k}: „{s}“',
      'Angenommen, wir sagten, nennen wir es {k}: „{s}“',
      'Was wäre, wenn es so wäre, als {k}: „{s}“',
    ],
    quote: [
      'Von {who} habe ich dies, abgelegt als {k}: „{s}“',
      'Ich zitiere {who}, abgelegt als {k}: „{s}“',
      '{who} hat es einmal so gesagt, abgelegt als {k}: „{s}“',
    ],
    adopt: [
      'Zu {k}: so machen wir es von jetzt an.',
      'Ich stehe hinter {k}, also ist es verbindlich.',
      'Nehmt {k} als mein Wort.',
    ],
    decline: [
      'Zu {k}: so machen wir es nicht.',
      'Ich stehe nicht hinter {k}, also vergesst es.',
      'Nehmt {k} nicht als mein Wort.',
    ],
    alias: [
      'Der Kürze halber heißt bei mir das Projekt {p} nur noch {t}.',
      'Sage ich {t}, dann meine ich das Projekt {p}.',
      'Kurzname vom Projekt {p}: {t}.',
    ],
  },
  charge: [
    'Von jetzt an führst du Buch über das Projekt {p} und über sonst nichts. Dort zählt, was {who} festlegt; hier schreiben noch viele andere.',
    'In diesem Kanal laufen mehrere Projekte; von jetzt an bist du allein für das Projekt {p} da. Verbindlich ist dort das Wort von {who}.',
  ],
  speaker: {
    user: ['{who}: {s}'],
    assistant: ['Nachricht von {who}: {s}'],
  },
  corrections: [
    'Berichtigung. ',
    'Ich nehme zurück, was ich gesagt habe. ',
    'Vergesst mein früheres Wort. ',
    'Die Lage ist anders. ',
  ],
  asides: ['{x} {h}, und zwar {w}.', '{who} erzählt: {x} {h}, und zwar {w}.', 'Nebenbei: {x} {h}, und zwar {w}.'],
  thousands: '.',
  longDate: (day, month, year) => `${two(day)}.${two(month)}.${year}`,
};
