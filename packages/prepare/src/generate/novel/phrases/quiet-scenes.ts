import type { SceneBank } from './scene-bank.js';

/** At table. */
export const meal: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} on mangeait {@food} {L.loc}. {A} {A:prendre} place [au bout du banc|près du feu|à côté de {B}].',
    '{B} avait préparé {@food}, et {A} {A:venir} {L.loc} [à l’heure dite|en retard|sans avoir faim]. {Weather}.',
  ],
  act: [
    '{B} {B:couper} le pain, {B:tendre} la première tranche à {A} et {B:essuyer} la lame [sur sa manche|avec la mie|{@while}].',
    'On parla [du temps|d’un veau malade|du prix du bois|de l’instituteur], [par habitude|la bouche pleine|pour ne pas parler d’autre chose].',
    'À la table voisine, [deux maquignons se turent|un voyageur demanda du sel|on jouait aux cartes] au même moment.',
    '{A} {A:goûter} {@drink}, {A:faire} la grimace et {A:reconnaître} [que c’était bon|le goût d’autrefois|qu’on n’en faisait plus de pareil].',
    '{B} {B:manger} [peu|de bon appétit|en silence], [la tête basse|le dos au mur|tourné{B?/e} vers la porte], et {A} {A:deviner} qu’il y avait autre chose.',
    'Quand on eut desservi, il resta sur la nappe [des miettes|une tache de vin|deux noyaux] que {B} {B:pousser} du doigt [pendant un long moment|vers le bord|{@while}].',
    'Le plat fit [deux fois le tour|lentement le tour] de la table, et {A} {A:se resservir} [par politesse|avec plaisir|sans s’en apercevoir].',
  ],
  talk: [
    ['Il manque du sel.', 'Il en manquait déjà du temps de {D}.'],
    ['< {tu:manger.ip} donc, {tu} {tu:avoir.pr} l’air d’un spectre.', 'J’ai mal dormi.'],
    ['Qui vous fournit le vin ?', 'Un cousin de {N}, comme tout le reste.'],
    ['{D} mangeait-{D.pr} souvent ici ?', 'Le jeudi, toujours à cette place.'],
    ['On raconte que la maison est hantée.', 'Elle est froide, c’est tout ce que j’ai remarqué.'],
    ['< Encore un peu ?', 'Ce ne serait pas raisonnable. Oui.'],
  ],
  close: [
    'On se leva de table [tard|sans hâte|quand la lampe manqua d’huile], et {B} {B:compter} les couverts {@manner}.',
    '{A} {A:remercier}, {A:plier} sa serviette et {A:sortir} [respirer un moment|dans la cour|sous les étoiles].',
  ],
};

/** One who knows tells a part of it. */
export const visit: SceneBank = {
  open: [
    '{@tod} {A} {A:monter} chez {B}, [un panier au bras|par le raidillon|sans se faire annoncer]. {Weather}.',
    '{B} vivait au fond d’une cour, {L.loc}, [entre deux chats|avec une chèvre|parmi des horloges arrêtées]. {@tod} {A} {A:frapper} à la vitre.',
  ],
  act: [
    '{B} {B:faire} répéter son nom à {A}, [une main derrière l’oreille|deux fois|les yeux mi-clos], puis {B:désigner} [un tabouret|le coffre|le bord du lit].',
    'Les souvenirs de {B} [venaient dans le désordre|sautaient vingt ans d’un coup|s’arrêtaient toujours au même hiver], et {A} {A:prendre} garde de ne pas l’interrompre.',
    '{B} {B:bourrer} sa pipe, {B:chercher} ses allumettes et {B:regarder} {A} [longuement|avec malice|comme on jauge une bête].',
    'Sur [le mur|la commode|le manteau de la cheminée], [un portrait de soldat|une branche de buis|un fusil de chasse] [veillait|prenait la poussière|accrochait la lumière].',
    '{A} {A:laisser} passer [un long silence|la quinte de toux|le bruit d’une charrette] avant de [reprendre|demander la suite|rapprocher son siège].',
    '{B} {B:compter} sur ses doigts [les années|les morts|les gens qui savaient] et {B:s’arrêter} à [quatre|six|trois].',
    'Par moments, {B} {B:parler} de {D} comme si {D.il} [allait entrer|vivait encore|était au jardin], et {A} n’osait plus bouger.',
  ],
  talk: [
    ['Vous étiez là, cette nuit-là ?', 'J’étais partout, en ce temps-là. J’avais de bonnes jambes.'],
    ['Pourquoi ne l’avoir jamais dit ?', 'On ne m’a jamais posé la question poliment.'],
    ['Vous souvenez-vous de l’hiver de la grande crue ?', 'Comme d’hier. Mieux que d’hier.'],
    ['{D} avait-{D.pr} des ennemis ?', 'Un seul, mais patient.'],
    ['Vous pouvez me faire confiance.', 'C’est ce que disent les gens pressés.'],
    ['Qui d’autre le sait encore ?', 'Le cimetière en est plein.'],
  ],
  close: [
    '{B} {B:s’endormir} au milieu d’une phrase, et {A} {A:sortir} [sur la pointe des pieds|après avoir couvert le feu|sans la suite de l’histoire].',
    '{B} {B:reconduire} {A} jusqu’à [la barrière|l’escalier|la porte] : « Revenez, dit-{B.pr}, avant que j’oublie le reste. »',
  ],
};

/** A letter comes. */
export const letter: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} le facteur [posa|laissa] une lettre sur le rebord de la fenêtre de {K}. {A} {A:reconnaître} [un timbre étranger|une écriture penchée|le cachet de la ville]. {Weather}.',
    '{Weather}. Une lettre attendait {A} {L.loc}, [tachée par la pluie|vieille de huit jours|ouverte et refermée, semblait-il].',
  ],
  act: [
    '{A} {A:retourner} l’enveloppe, [la soupesa|la posa|la reprit], et {A:chercher} [un couteau|de la lumière|une raison d’attendre].',
    'La lettre tenait en [deux|trois|quatre] pages, [serrées|sans une rature|au crayon], et {A.il} la {A:lire} debout [près de la fenêtre|contre la porte|{@while}].',
    'Certains mots avaient été [soulignés|grattés|repassés à l’encre], [surtout vers la fin|d’une autre main peut-être|avec tant de force que le papier avait cédé].',
    '{A} {A:plier} la lettre, la {A:déplier}, {A:relire} [la dernière phrase|la date|le passage sur {D}] et {A:devoir} s’asseoir.',
    'La réponse demanda [une soirée|quatre brouillons|toute une bougie], et {A} {A:brûler} [les premiers essais|trois feuilles|ce qui ressemblait à un reproche].',
    '{B}, qui [passait par là|apportait du bois|était venu{B?/e} aux nouvelles], {B:regarder} {A} sans rien demander, [ce qui valait une question|et ce silence fut bon|puis s’assit].',
  ],
  talk: [
    ['< De mauvaises nouvelles ?', 'De vieilles nouvelles, plutôt.'],
    ['< Qui {te} écrit de si loin ?', 'Une cousine de {D}, que je croyais morte.'],
    ['< {tu} {tu:pouvoir.pr} me la lire ?', 'Pas tout. Pas encore.'],
    ['< Elle dit la vérité, d’après {toi} ?', 'Elle n’a plus rien à y perdre.'],
  ],
  close: [
    '{A} {A:ranger} la lettre [sous son oreiller|dans la boîte à sel|entre deux assiettes] et {A:rester} les yeux ouverts.',
    'La lettre partit [le lendemain|par le premier courrier|avec le boulanger], et {A} {A:commencer} à compter les jours.',
  ],
};

/** Watching beside a bed. */
export const vigil: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} on vint chercher {A} : {C} était au plus mal. {Weather}.',
    '{C} délirait depuis [la veille|deux jours|l’aube], et {B} veillait {L.loc} quand {A} {A:arriver} {@while}.',
  ],
  act: [
    '{R} {R:prendre} le pouls de {C}, {R:compter} [tout bas|sur sa montre|les lèvres closes] et ne {R:promettre} rien.',
    '{A} {A:changer} le linge, {A:remonter} l’oreiller et {A:humecter} les lèvres de {C} [avec un coin de mouchoir|toutes les heures|sans cesser de parler].',
    'On parlait bas, [de choses sans importance|du prix du charbon|des autres malades], [comme si le mal pouvait entendre|pour rester éveillés|jusqu’à ce que les mots manquent].',
    'La nuit passa [goutte à goutte|dans l’odeur du camphre|au rythme d’une respiration rauque], et {B} {B:remettre} [du bois|de l’huile|une couverture] [sans qu’on le lui demandât|deux fois|en silence].',
    '{C} {C:ouvrir} les yeux, {C:fixer} [le plafond|la lampe|{A}] et {C:murmurer} un nom [que personne ne connaissait|de femme|deux fois].',
    '{C} {C:saisir} le poignet de {A} avec une force [surprenante|de naufragé|étonnante].',
    'Vers le matin, [la fièvre tomba|le souffle se fit plus régulier|un coq chanta trop tôt], et {B} {B:s’endormir} [la joue contre le mur|assis{B?/e}|en tenant encore la tasse].',
  ],
  talk: [
    ['Passera-t-{C.pr} la nuit ?', 'Si le cœur tient. Il a toujours tenu.'],
    ['A-t-{C.pr} dit quelque chose ?', 'Le nom de {D}, et puis des chiffres.'],
    ['{tu} {tu:pouvoir.pr} dormir, maintenant.', 'Je ne pourrais pas fermer l’œil.'],
    ['On devrait prévenir la famille.', 'La famille, c’est nous.'],
  ],
  close: [
    'Au jour, {C} {C:demander} à boire, et {A} {A:pleurer} enfin, [le dos tourné|sans bruit|de fatigue].',
    '{A} {A:sortir} dans le petit matin, [les mains vides|les yeux brûlants|un secret de plus sur les bras].',
  ],
};
