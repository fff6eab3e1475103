import type { CueList } from './cue.js';

/** French cues, accents folded; `ne` comes from `n'` as well. */
export const frenchCues: CueList = {
  neg: 'pas|jamais|ne pas|ne jamais|ne plus|aucun|aucune|personne ne|ni|sans|non|et non|plus jamais|ne va/vont/doit/peut/faut/est/sont pas|ne va/vont/doit/peut/est/sont plus|ne est plus|ne est pas|n est plus|ne',
  ban: 'eviter|evitez|evite|interdire|interdit de|s abstenir de|abstenir de|renoncer a|contre|empeche|empecher',
  status:
    'interdit|interdite|interdits|interdites|exclu|exclue|hors de question|prohibe|prohibee|proscrit|defendu|ne est plus prevu|ligne rouge',
  drop: 'abandonne|abandonnee|rejete|rejetee|refusee|annule|annulee|retire|retiree',
  gone: 'remplace par|remplacee par|perime|depasse|obsolete',
  swap: 'au lieu de|a la place de|plutot que|plutot que de',
  refuse: 'refuse de|je refuse|je refuse de|je ne peux pas|je ne veux pas|je ne vais pas|je decline',
  unknown:
    'ne sais pas|sais pas|je ne sais pas|pas sur|pas certain|aucune idee|aucune information|je ne peux pas dire|si c est|s il|peut etre|j ignore|ne me souviens pas',
  hypo: 'si|au cas ou|a supposer',
  old: 'au depart|a l origine|l origine|origine|initialement|auparavant|avant|autrefois|jadis|d abord|on voulait|nous voulions',
  once: 'ancien|ancienne|precedent|precedente',
  report:
    'propose|a propose|suggere|a suggere|demande|a demande|voulait|souhaite|souhaitait|idee|proposition|souhaiterait',
  say: 'dit|a dit|ecrit|a ecrit|selon|d apres|affirme',
  recommend:
    'il suffit de|je propose|je recommande|on va|nous allons|il faut|on peut|il faut toujours|le plus simple est de|oui il faut',
  restore: 'toujours valable|il faut toujours|toujours|reste',
  outsider: 'certains|d autres|une autre equipe|la concurrence',
  turn: 'mais|maintenant|car|parce|donc|puis|desormais|cependant|pourtant|alors|tandis|afin|ensuite|finalement',
  plain:
    'pas seulement|sans doute|sans exception|sans faute|non seulement|ne oubliez pas|il ne faut pas oublier|plus tard|au plus tard|le plus',
};
