/** What a number word does to the number that is being read. */
export type NumberWord = { readonly add: number } | { readonly times: number };

const english = new Map<string, NumberWord>();
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, value) => {
    english.set(word, { add: value });
  });
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, index) => {
  english.set(word, { add: (index + 2) * 10 });
});
english.set('hundred', { times: 100 });
english.set('dozen', { times: 12 });

/** Words that multiply the number before them, in the three languages; `k` and `M` stand right behind digits too. */
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['k', 1e3],
  ['thousand', 1e3],
  ['tausend', 1e3],
  ['mille', 1e3],
  ['tsd', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['millionen', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['milliard', 1e9],
  ['milliards', 1e9],
]);

const germanUnits = 'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf'.split(' ');
const germanTens = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');
const german = new Map<string, number>([['eins', 1]]);
germanUnits.forEach((word, value) => {
  german.set(word, value);
});
for (const [index, word] of germanTens.entries()) {
  german.set(word, (index + 2) * 10);
  for (let unit = 1; unit < 10; unit += 1) german.set(`${germanUnits[unit]}und${word}`, (index + 2) * 10 + unit);
}
'drei vier funf sech sieb acht neun'.split(' ').forEach((word, index) => {
  german.set(`${word}zehn`, index + 13);
});

/** A German number word up to 999,999, accents folded: `zwolftausendfunfhundert` is 12,500. */
export function germanNumber(word: string): number | undefined {
  if (word.length > 60) return undefined;
  const whole = german.get(word);
  if (whole !== undefined) return word === 'ein' ? undefined : whole;
  const thousand = word.indexOf('tausend');
  if (thousand >= 0) return joined(word.slice(0, thousand), 1000, word.slice(thousand + 7));
  const hundred = word.indexOf('hundert');
  return hundred < 0 ? undefined : joined(word.slice(0, hundred), 100, word.slice(hundred + 7));
}

function joined(before: string, scale: number, after: string): number | undefined {
  const factor = before === '' ? 1 : before === 'ein' ? 1 : germanNumber(before);
  const rest = after === '' ? 0 : (germanNumber(after.replace(/^und(?=.)/, '')) ?? german.get(after));
  return factor === undefined || rest === undefined ? undefined : factor * scale + rest;
}

const frenchUnits =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const frenchTens = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const french = new Map<string, number>([
  ['quatre-vingts', 80],
  ['soixante-et-onze', 71],
  ['cent', 100],
]);
frenchUnits.forEach((word, value) => {
  if (value > 1) french.set(word, value);
});
for (const [index, word] of frenchTens.entries()) {
  const base = (index + 2) * 10;
  french.set(word, base);
  french.set(`${word}-et-un`, base + 1);
  for (let unit = 2; unit < (word === 'soixante' ? 20 : 10); unit += 1)
    french.set(`${word}-${frenchUnits[unit]}`, base + unit);
}
for (let unit = 1; unit < 20; unit += 1) french.set(`quatre-vingt-${frenchUnits[unit]}`, 80 + unit);

/** A French number word up to a hundred, its parts joined by hyphens. */
export const frenchNumber = (word: string): number | undefined => french.get(word);

/** An English number word: what it adds, or what it multiplies. */
export const englishNumber = (word: string): NumberWord | undefined => english.get(word);
