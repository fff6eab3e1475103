import type { NovelEvent } from '../novel.js';

type Kind = NovelEvent['kind'];

/** How a turn of the plot is told: `A` does it or comes to know it, `B` is the other, `O` the thing, `F` the fact. */
export const turns: Readonly<Record<Kind, readonly string[]>> = {
  arrival: [
    '« Je ne resterai que le temps qu’il faut », se promit {A} en retrouvant {K}.',
    'Ainsi {A} {A:revenir.pqp} à {W}, et {K} avait de nouveau quelqu’un.',
  ],
  found: [
    'C’était {O.un}, {O?enveloppé/enveloppée} dans [un chiffon|une toile cirée|un vieux journal]. {A} {A:reconnaître} aussitôt {O} de {D}, que tout le monde croyait {O?perdu/perdue}.',
    'Et là, {O?caché/cachée} [sous une pierre|derrière une brique|au fond d’un tiroir], il y avait {O.un} : {O} dont {D} ne se séparait jamais.',
  ],
  learned: [
    'Alors {B} {B:dire} enfin ce que {B.il} taisait depuis si longtemps : {F}.',
    'Il n’y avait plus de doute. {A} {A:apprendre} ce jour-là, de la bouche de {B}, que {F}.',
    '« Il faut bien que cela se dise : {F} », dit {B}, et {A} {A:devoir} se retenir à la table.',
  ],
  quarrel: [
    '{A} et {B} {AB:se quitter} sans se saluer, et chacun, au bourg, le sut avant la nuit.',
    'Jamais encore {A} et {B} n’avaient échangé des mots si durs.',
  ],
  stolen: [
    '{O} avait disparu. {A} {A:chercher} encore, par acquit de conscience, puis il fallut se rendre à l’évidence : on avait volé {O}.',
    'De {O}, plus une trace. Quelqu’un avait su exactement où {O.le} chercher.',
  ],
  returned: [
    '{B} {B:poser} {O} dans la main de {A}, sans oser lever les yeux. {O.il} n’avait pas une égratignure.',
    'Alors {B} {B:tirer} {O} de sa poche et {O.le} {B:rendre} à {A}, dans un mouchoir.',
  ],
  promise: [
    '{A} {A:promettre} à {B} de ne jamais vendre {K}, et cette promesse fut la plus facile de sa vie.',
    '« Je te le jure », dit {A} à {B}, et le mot resta suspendu entre eux deux.',
  ],
};

/** How a turn is remembered later: `X` is who did it or learned it, `Y` the other, `P` the place, `A` who remembers. */
export const memories: Readonly<Record<Kind, readonly string[]>> = {
  arrival: [
    'Le jour de son retour à {W} paraissait à {A} [déjà très loin|appartenir à une autre vie|vieux de dix ans].',
    '{A} {A:se rappeler} [le silence de {K}|la valise posée sur le seuil|le premier soir], le jour de son arrivée.',
  ],
  found: [
    'Depuis que {O} {O:sortir.pqp} de sa cachette, {P.loc}, {A} [dormait mal|fermait sa porte à clef|ne pensait plus qu’à cela].',
    '{A} {A:songer} à {O}, {O?trouvé/trouvée} {P.loc} [contre toute attente|par un hasard qui n’en était peut-être pas un|entre deux planches].',
    'Pourquoi {D} aurait-{D.pr} caché {O} {P.loc}, [si personne ne le menaçait|sans en parler à personne|comme on cache un crime] ?',
  ],
  learned: [
    '{A} entendait encore {Y}, {P.loc} : {F}.',
    'Si {F}, comme {Y} l’avait dit {P.loc}, [tout s’expliquait|il fallait agir vite|bien des gens avaient menti].',
    'Ce que {Y} avait dit {P.loc} [ne {A.le} laissait pas en paix|revenait sans cesse|prenait maintenant un autre sens] : {F}.',
  ],
  quarrel: [
    'La querelle avec {Y}, {P.loc}, [avait laissé des traces|était connue de tous|pesait encore sur {A}].',
    '{A} n’avait rien oublié de ce que {Y} avait osé dire {P.loc}, [le jour de la dispute|devant le commis|avec ce sourire].',
  ],
  stolen: [
    'Depuis la disparition de {O}, {A} [regardait les mains des gens|se méfiait de son ombre|ne laissait plus la clef sous la pierre].',
    'Qui avait pris {O} ? La question [revenait|tournait] dans la tête de {A}, [à chaque pas|jour et nuit|comme une guêpe].',
  ],
  returned: [
    '{A} {A:toucher} {O} au fond de sa poche ; {Y} {O.le} lui avait {O?rendu/rendue}, et [rien n’était plus pareil|le courage lui revenait|tout semblait possible].',
  ],
  promise: [
    '{A} {A:repenser} à la promesse faite à {Y}, {P.loc}, [et se redressa|et reprit courage|qui liait plus qu’une signature].',
  ],
};
