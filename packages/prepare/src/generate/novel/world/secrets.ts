/**
 * What the plot uncovers, fact by fact: each a clause in the past that follows `que`. `{D}` is the dead, `{N}` the rival,
 * `{V}` the elder, `{K}` the house.
 */
export const secrets: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    '{D} n’avait jamais voulu vendre {K}',
    '{N} {N:venir.pqp} {K.loc}, de nuit, quelques jours avant la mort de {D}',
    'la dette de {D} avait été payée jusqu’au dernier sou',
    'le testament comptait une seconde page',
    '{N} avait brûlé les reçus un par un',
    'la signature au bas de l’acte n’était pas celle de {D}',
  ],
  [
    '{D} avait reçu des menaces tout l’hiver',
    '{N} avait déplacé les bornes une nuit de brouillard',
    'la source de {K} valait plus que toutes les terres de {N}',
    'l’ancien plan du cadastre n’avait pas été détruit',
    'quelqu’un du bourg avait été payé pour se taire',
    '{N} devait à {D} une somme considérable',
  ],
  [
    '{D} écrivait chaque mois à une personne dont nul ne savait le nom',
    '{D} avait élevé en secret l’enfant d’une servante',
    '{N} avait détourné les lettres année après année',
    'l’acte de naissance avait été falsifié',
    'la servante n’était pas morte dans l’incendie',
    '{N} connaissait la vérité depuis le premier jour',
  ],
];
