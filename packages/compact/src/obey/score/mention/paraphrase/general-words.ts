const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const generic = set(
  'be is are was were been being am do does did done have has had get gets got gotten go goes went gone going come comes came make makes made take takes took taken give gives gave given let put keep kept need needs needed must may might can could should shall will would happen happens occur occurs arrive arrives apply applies remain remains stay stays stand stands thing things something anything everything anyone anybody somebody someone everybody everyone nobody no none team user company we project now currently always never ever then rest there here so just only simply also still already agreed final finally decided decision plan rule policy answer constraint according based conversation yes well ie eg namely etc place way work use used using per one ones other others case time times both either as than like such very quite really indeed please instead not nor or and but if whether because since in on at for of to by with from into about over under via through during within it its they them he she i you me us who whom which what when where how that this these those kind sort form anymore more longer day go forward set call called means mean customers clients users visitors guests staff employees members developers engineers colleagues allowed permitted forbidden prohibited banned allowed required mandatory supposed ' +
    'sein ist wird werden kommt kommen geht gehen bleibt bleiben gibt geben hat haben man alles immer nur auch noch schon jetzt beschlossen entschieden plan regel arrive arrivent est sont sera seront fait faire va vont tous toutes tout chaque reste',
);

/** Words that add nothing to what a clause says of its subject. */
export const isGeneric = (word: string): boolean => generic.has(word);

const prepositions = set(
  'over via through across onto per upon about within inside during around along toward towards among between uber wahrend durch',
);

/** Prepositions that a paraphrase changes freely; "before", "without", "off" and their like mean something. */
export const isLoosePreposition = (word: string): boolean => prepositions.has(word);

const nouns = set('tool tools function command branch project team company system process item items thing things');

/** Nouns that say of what kind the thing named beside them is. */
export const isGenericNoun = (word: string): boolean => nouns.has(word);

const states = set('leave keep let');

/** Verbs that only say that something is as the rest of the value has it: "leave the oven unattended". */
export const isStateVerb = (word: string): boolean => states.has(word);
