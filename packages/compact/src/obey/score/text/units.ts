/** A unit of measure: its dimension, and how many of the dimension's smallest unit it is. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

const table: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  time: [
    [1, 'ms millisecond milliseconds millis millisekunde millisekunden milliseconde'],
    [1e3, 's sec secs second seconds sekunde sekunden seconde secondes'],
    [6e4, 'min mins minute minutes minuten'],
    [3.6e6, 'h hr hrs hour hours stunde stunden heure heures'],
    [8.64e7, 'day days tag tage tagen jour jours'],
    [6.048e8, 'week weeks woche wochen semaine semaines'],
  ],
  span: [
    [1, 'month months monat monate monaten mois'],
    [12, 'year years jahr jahre jahren an ans annee annees'],
  ],
  data: [
    [1, 'byte bytes'],
    [1e3, 'kb kilobyte kilobytes'],
    [1e6, 'mb megabyte megabytes'],
    [1e9, 'gb gigabyte gigabytes'],
    [1e12, 'tb terabyte terabytes'],
    [1024, 'kib'],
    [1024 ** 2, 'mib'],
    [1024 ** 3, 'gib'],
  ],
  length: [
    [1, 'mm millimetre millimetres millimeter millimeters'],
    [10, 'cm centimetre centimetres centimeter centimeters'],
    [1e3, 'metre metres meter meters'],
    [1e6, 'km kilometre kilometres kilometer kilometers'],
  ],
  mass: [
    [1, 'mg milligram milligrams milligramm'],
    [1e3, 'g gram grams gramm'],
    [1e6, 'kg kilo kilos kilogram kilograms kilogramm'],
  ],
  percent: [[1, '% percent prozent pct']],
  dollar: [[1, '$ usd dollar dollars us$ bucks']],
  euro: [[1, '€ eur euro euros']],
  pound: [[1, '£ gbp']],
  franc: [[1, 'chf fr']],
  yen: [[1, '¥ jpy yen']],
};

const units = new Map<string, Unit>();
for (const [dimension, rows] of Object.entries(table))
  for (const [factor, names] of rows) for (const name of names.split(' ')) units.set(name, { dimension, factor });

/** The unit of a folded word or sign. */
export const unitOf = (word: string): Unit | undefined => units.get(word);

const money = new Set(['dollar', 'euro', 'pound', 'franc', 'yen']);

/** Whether a unit is a currency; only these stand before their number as well. */
export const isMoney = (unit: Unit): boolean => money.has(unit.dimension);
