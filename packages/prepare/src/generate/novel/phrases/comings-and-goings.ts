import type { SceneBank } from './scene-bank.js';

/** The hero comes back. */
export const arrival: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} {A} {A:descendre} [du car|de la diligence|de la carriole du laitier] à l’entrée de {W}, [une valise à la main|sans personne pour l’attendre|le dos rompu par la route]. {Weather}.',
    '{Weather} quand {A} {A:revoir} {W} après [douze|dix|quinze|onze] ans d’absence. {A.il} n’avait prévenu personne.',
  ],
  act: [
    '{A} {A:reconnaître} [le lavoir|la fontaine|le vieux tilleul|l’enseigne du charron] et, plus loin, [le mur du cimetière|la grille de l’école|la ligne des peupliers].',
    'Une [lettre bordée de noir|dépêche de six mots|carte du docteur] avait tout appris à {A} : {D} {D:mourir.pqp} dans son sommeil, [et {K} lui revenait|laissant {K} et quelques dettes|sans avoir revu personne].',
    '{A} {A:poser} sa valise [au milieu de la place|sur une borne|contre la fontaine] et {A:regarder} [les fenêtres une à une|autour de {A.lui}|longtemps les façades].',
    'Rien n’avait bougé, [ni le clocher, ni les platanes, ni la boue|sinon les gens, qui avaient vieilli|et pourtant tout semblait plus petit].',
    '[Au coin de la rue|Devant l’épicerie|Sous le porche de l’église], [un rideau se souleva|une conversation cessa|un vieil homme ôta sa pipe de sa bouche], et {A} {A:comprendre} que [la nouvelle courait déjà|tout le bourg serait au courant avant la nuit|son retour ne plairait pas à tout le monde].',
    'À la mairie, un employé lui fit signer [trois papiers|un registre|une décharge] et lui parla [des impôts en retard|du prix des terres|de {N}, qui avait déjà fait une offre].',
    '{A.il} {A:marcher} jusqu’à {K}, dont [la clef tourna sans effort|la porte résista|les volets étaient clos], et {A:s’arrêter} sur le seuil [comme une personne en visite|le cœur serré|pour laisser ses yeux s’habituer à l’ombre].',
    'Dans {K}, [cela sentait le renfermé|il flottait encore une odeur d’enfance|le froid avait pris toute la place], et {A} {A:ouvrir} les fenêtres [l’une après l’autre|en grand|avec une sorte de rage].',
    'Sur la table de la cuisine, [une assiette attendait encore|un almanach était ouvert|une paire de lunettes reposait sur un journal], comme si {D} allait rentrer [d’une minute à l’autre|du jardin|avec le pain].',
    '{A} {A:dormir} mal cette nuit-là, dans [le lit de la petite chambre|des draps humides|la chambre du haut], [à écouter craquer les poutres|une chaise poussée contre la porte|la fenêtre ouverte].',
  ],
  talk: [
    ['< On m’avait dit que {tu} ne {tu:revenir.co} jamais.', 'On dit tant de choses.'],
    ['< Est-ce pour longtemps ?', 'Le temps de régler les affaires de {D}.'],
    ['< La maison n’a pas bougé, [va|tout de même|depuis le temps].', 'C’est bien ce qui me fait peur.'],
    ['< {D} parlait de {toi} tous les dimanches.', 'Et moi, je n’ai pas écrit une seule fois.'],
  ],
  close: [
    'Avant de souffler la lampe, {A} {A:écrire} une seule ligne dans son carnet : « Je suis {A?revenu/revenue}. »',
    '{A} {A:tirer} le verrou et {A:rester} longtemps immobile, [la main sur le bois|le front contre la porte|à écouter la maison].',
  ],
};

/** Two who knew each other meet again. */
export const reunion: SceneBank = {
  open: [
    '{@tod} {A} {A:pousser} la porte de {L}. {B} était là, occupé{B?/e} {@chore}.',
    '{B}, que {A} n’avait pas {B?revu/revue} depuis [l’école|l’enterrement de sa mère|leur brouille], {B:traverser} la pièce {@while}.',
    '{L.loc}, {B} [leva la tête|laissa tomber son ouvrage|resta bouche bée] en reconnaissant {A}.',
  ],
  act: [
    '{A} et {B} {AB:s’embrasser} [gauchement|sur les deux joues|comme des gens qui ont peur de se faire mal].',
    '{B} {B:servir} {@drink} et {B:pousser} vers {A} [le pain|la corbeille de noix|le meilleur siège].',
    'Il fallut tout raconter : [la ville|le métier|les logements|les hivers], [puis la dépêche|puis la route|et le reste], et {A} {A:raconter} {@manner}.',
    '{B} avait gardé [sa façon de pencher la tête|son rire bref|la même cicatrice au menton|ses gestes de menuisier], et {A} en {A:rester} [troublé{A?/e}|tout{A?/e} songeu{A?r/se}].',
    'On parla [des morts de l’année|des récoltes|de ceux qui étaient partis|de l’école], [en évitant le nom de {D}|et peu à peu les mots revinrent|jusqu’à ce que le feu fût bas].',
    'Ce fut {B} qui [prononça le premier le nom de {N}|reparla de {D}|posa la question], {@manner}.',
  ],
  talk: [
    ['{tu} n’{tu:avoir.pr} pas changé.', 'Toi non plus, ou si peu.'],
    ['Combien de temps cela fait-il ?', 'Je ne compte plus, cela vaut mieux.'],
    ['Que dit-on de moi, ici ?', 'On dit que {tu} {tu:venir.pr} pour vendre.'],
    ['{tu} {tu:savoir.pr} bien que j’aurais dû écrire.', 'Ce n’est pas à moi qu’il fallait écrire.'],
    [
      'Qui voyait {D}, à la fin ?',
      'Moi, presque chaque jour. {D.il} parlait peu, mais {D.il} attendait quelque chose.',
    ],
    ['Qui est venu à l’enterrement ?', 'Tout le monde, sauf ceux qui auraient dû.'],
  ],
  close: [
    'Quand {A} {A:repartir}, {B} {B:rester} sur le pas de la porte [jusqu’au tournant|la main levée|à regarder la route].',
    '{A} {A:rentrer} par [la ruelle|le chemin des jardins|le plus long], [le cœur un peu plus léger|sans sentir le froid|en comptant ses pas].',
  ],
};

/** On the road. */
export const journey: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} {A} {A:prendre} [le train|la route|la voiture du courrier] pour la ville, avec [un sac|deux tartines|une adresse sur un bout de papier]. {Weather}.',
    '{Weather} lorsque {A} {A:quitter} {W} [à pied|dans la charrette de {M}|par le premier train]. Il y avait [trois|quatre|cinq] heures de chemin jusqu’à {L}.',
  ],
  act: [
    'Le [wagon|compartiment] était [presque vide|plein de fumée|glacé] ; [une religieuse y dormait|deux marchands de bœufs y parlaient fort|un soldat y mangeait du saucisson], et {A} {A:appuyer} son front contre la vitre.',
    'Les [champs|villages|ponts|collines] passaient [l’un après l’autre|comme les pages d’un livre|sans laisser de trace], et {A} {A:penser} à [{D}|ce qu’il faudrait demander|{K}].',
    'À chaque [halte|arrêt|auberge], {A.il} {A:sortir} [son papier|sa montre|quelques sous] et {A:vérifier} [l’heure|l’adresse|ce qui lui restait].',
    'La ville commençait par [une usine|des jardins d’ouvriers|un long mur gris] et finissait [dans le bruit|sous un pont de fer|devant une gare trop grande].',
    'Il fallut demander son chemin [à un agent|à une marchande de fleurs|à trois passants], monter [une côte pavée|deux étages|une rue en escalier] et [sonner longtemps|attendre sur un banc|remplir un formulaire].',
    'Un [commis|gardien|vieil employé] [aux manches lustrées|à lorgnon|enrhumé] apporta [une pile de dossiers|un carton vert|trois registres] et fit jurer à {A} de ne rien [abîmer|emporter|écrire dans les marges].',
    'Les registres [sentaient la cave|tombaient en poussière|étaient tenus d’une belle écriture ronde] ; {A} {A:tourner} les pages [une à une|avec un canif|du bout des doigts] jusqu’à [la tombée du jour|l’année cherchée|l’heure de la fermeture].',
    'Une colonne de chiffres, [puis une signature|puis une date|puis un nom rayé], {A.le} [fit tressaillir|arrêta net|tint en éveil].',
  ],
  talk: [
    ['Je cherche un acte [d’il y a vingt ans|à ce nom|passé à {W}].', 'Tout est là, mais rien n’est classé.'],
    ['Quelqu’un a-t-il déjà demandé ce registre ?', 'Un monsieur de votre pays, l’an dernier.'],
    ['Peut-on en faire une copie ?', 'À la main, oui, et avant six heures.'],
    ['La page suivante a été arrachée.', 'Ce n’est pas moi qui garde la clef.'],
  ],
  close: [
    'Dans le train du retour, {A} {A:relire} sa copie [trois fois|jusqu’à la savoir par cœur|à la lueur d’une veilleuse].',
    '{A} {A:revenir} à {W} [par le dernier train|trempé{A?/e} jusqu’aux os|après la fermeture de l’auberge], [et ne dormit pas|sans sentir la fatigue|et trouva la lampe allumée].',
  ],
};

/** Taking leave. */
export const farewell: SceneBank = {
  open: [
    '{@tod} {A} {A:faire} le tour de {K}, [pièce après pièce|sans allumer|une dernière fois]. {Weather}.',
    '{Weather}. La valise était [prête|ouverte sur le lit|déjà dans la charrette] et {B} attendait {L.loc}.',
  ],
  act: [
    '{A} {A:confier} la clef à {B} [sans un mot|avec mille recommandations|comme on confie un enfant].',
    '{B} avait apporté [un pain|un pot de miel|une couverture|trois pommes] [qu’il fallut accepter|pour la route|dans un linge propre].',
    'Sur la place, [{M} vint|le docteur vint|{J} vint] [en habit du dimanche|malgré le froid|avec toute la maisonnée], et l’on se serra la main [longtemps|sans savoir que dire|deux fois].',
    '{A} {A:regarder} une dernière fois [le toit de {K}|la rivière|les fenêtres closes de {N}], [et n’éprouva aucune rancune|sans tristesse|comme on relit une lettre].',
    'Il y avait eu [trop de mots|assez de silence|bien des torts], [et maintenant, il y avait la route|mais la maison restait debout|et personne n’avait tout à fait gagné].',
    '{B} {B:marcher} à côté de {A} jusqu’à [la borne|la gare|la dernière maison], {@while}.',
  ],
  talk: [
    ['< {tu} {tu:revenir.fu} ?', 'Avant les foins, si rien ne m’arrête.'],
    ['< Que dois-je dire à ceux qui demandent ?', 'Que la maison n’est pas à vendre.'],
    ['< {D} serait {D?fier/fière} de {toi}.', '{D} aurait dit que j’ai pris mon temps.'],
    ['< {tu} {tu:oublier.pr} quelque chose.', 'Non, je le laisse exprès.'],
    ['< Et les lettres, cette fois ?', 'Je commence ce soir.'],
  ],
  close: [
    'Au tournant, {A} {A:se retourner}. {B} était toujours là, [la main levée|tout petit au bout du chemin|devant la grille].',
    'La route [montait|blanchissait|s’ouvrait] devant {A.lui}, et {A.il} {A:presser} le pas [sans se retourner|en fredonnant|dans la lumière].',
  ],
};
