const table =
  'sell sold|pay paid|teach taught|feed fed|tell told|leave left|give gave given|go goes went gone|write wrote written|choose chose chosen|buy bought|send sent|keep kept|hold held|build built|run ran|take took taken|make made|speak spoke spoken|drive drove driven|begin began begun|spend spent|lend lent|lose lost|meet met|bring brought|think thought|catch caught|seek sought|fight fought|strike struck|hide hid hidden|break broke broken|freeze froze frozen|steal stole stolen|wear wore worn|tear tore torn|throw threw thrown|grow grew grown|know knew known|fly flew flown|draw drew drawn|show shown|eat ate eaten|beat beaten|forget forgot forgotten|get got gotten|rise rose risen|ride rode ridden|see saw seen|shake shook shaken|win won|hang hung|dig dug|sit sat|stand stood|sleep slept|sweep swept|feel felt|deal dealt|mean meant|fall fell fallen|forbid forbade forbidden|withdraw withdrew withdrawn|override overrode overridden|rewrite rewrote rewritten|rebuild rebuilt|child children|person people|use uses|have has had|do does did done|be is are was were been being|say said|find found|hear heard|sing sang sung|swim swam swum|blow blew blown';
const forms = new Map<string, string>();
for (const row of table.split('|')) {
  const [base = '', ...rest] = row.split(' ');
  for (const form of rest) forms.set(form, base);
}

/** The base form of an irregular English form; other words stay. */
export const baseForm = (word: string): string => forms.get(word) ?? word;
