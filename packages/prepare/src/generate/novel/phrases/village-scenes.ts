import type { SceneBank } from './scene-bank.js';

/** A fair. */
export const fair: SceneBank = {
  open: [
    '{@tod} la foire emplissait {W} de cris et de [bêtes|poussière|musique]. {Weather}. {A} {A:suivre} {B} dans la foule.',
    'C’était jour de foire. {@tod} {A} et {B} {AB:se retrouver} {L.loc}, parmi [les paniers|les cages|les charrettes].',
  ],
  act: [
    'Un montreur [d’ours|de marionnettes|d’images] [faisait cercle|appelait les enfants|comptait sa recette], et {B} {B:rire} [comme autrefois|aux éclats|la main devant la bouche].',
    'On vendait [des rubans|des sabots|des almanachs|des oies], on se disputait pour [un licou|deux sous|un coin d’ombre], et {A} {A:acheter} [un couteau|un pain d’épice|une lanterne].',
    'Deux marchands [se tapèrent dans la main|se tournèrent le dos|crièrent plus fort], [et l’affaire fut faite|puis allèrent boire|sous les rires].',
    'L’accordéon attaqua une [valse|polka|bourrée], et {B} {B:entraîner} {A} [malgré ses protestations|au milieu des couples|par la manche].',
    'Entre deux étals, {A} {A:apercevoir} {N} en grande conversation avec [un étranger|le percepteur|deux hommes de loi].',
    'Une vieille femme {A.le} [retint par le bras|dévisagea|appela du nom de sa mère], [voulut lui lire la main|lui offrit une noix|parla de {D}], puis [se perdit dans la foule|refusa son argent|rit sans dents].',
    'À mesure que l’heure avançait, [les voix montaient|les lampions s’allumaient|les enfants s’endormaient dans les charrettes], et {A} {A:oublier} presque [pourquoi {A.il} était là|sa colère|{N}].',
  ],
  talk: [
    ['< {tu} {tu:danser.im} mieux autrefois.', 'J’avais de meilleures chaussures.'],
    ['{N} nous regarde.', 'Qu’on nous regarde, nous ne volons rien.'],
    ['Un pain d’épice pour deux ?', 'La grosse moitié pour moi.'],
    ['On parle de vente aux enchères.', 'On en parle pour voir {ta} figure.'],
    ['< {tu} {tu:être.pr} toujours en colère ?', 'Je le serai jusqu’à ce que je sache.'],
  ],
  close: [
    'On démonta les baraques [à la lueur des torches|en sifflant|sous les premières gouttes], et {A} {A:rentrer} [du foin dans les cheveux|les poches vides|un air de danse dans la tête].',
    '{B} et {A} {AB:revenir} [sans parler|bras dessus, bras dessous|par le chemin de halage], le bruit de la fête au loin.',
  ],
};

/** A storm. */
export const storm: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} l’orage [éclata|creva|tomba] sur {W} [d’un seul coup|avec deux heures d’avance|comme un sac qu’on vide]. {A} {A:courir} jusqu’à {L}.',
    'Depuis la veille, les bêtes étaient nerveuses. {@tod} le vent [se leva|tourna|tomba], et {A} {A:rejoindre} {B} {L.loc}.',
  ],
  act: [
    '{B} {B:barrer} la porte avec [une poutre|un banc|la charrue], {@while}, et {A} {A:pousser} [de tout son poids|aussi|l’épaule contre le bois].',
    'La foudre [fendit un arbre|tomba sur la colline|éclaira tout le bourg], et pendant une seconde {A} {A:voir} [chaque tuile|le visage de {B}|la rivière toute blanche].',
    'L’eau [passait sous le seuil|coulait le long du mur|montait dans la cave], et il fallut [écoper|monter les sacs|déplacer le grain] jusqu’à [épuisement|minuit|ce que la pluie cessât].',
    'Dans le noir, {A} et {B} {AB:se parler} [à demi-mot|comme des enfants|pour couvrir le tonnerre].',
    'Une [ardoise|branche|cheminée] [s’abattit dans la cour|vola jusqu’au puits|creva le toit du hangar], et {B} {B:jurer} [tout bas|par tous les saints|entre ses dents].',
    'Entre deux éclairs, {A} {A:croire} voir [une lanterne|un cavalier|une silhouette] sur le chemin de {K}.',
    'Puis la pluie [faiblit|devint fine|s’éloigna vers l’est], et l’on n’entendit plus que [les gouttières|le torrent|des vaches au loin].',
  ],
  talk: [
    ['Le toit tiendra-t-il ?', 'Il a tenu du temps de {D}.'],
    ['{tu} {tu:avoir.pr} peur ?', 'Seulement de ce qu’on trouvera demain.'],
    ['Quelqu’un est dehors.', 'Par ce temps ? Alors ce n’est pas pour rien.'],
    ['Passe-moi la lanterne.', 'Il ne reste qu’un doigt d’huile.'],
  ],
  close: [
    'À l’aube, le chemin était [coupé|couvert de branches|devenu rivière], et {A} {A:mesurer} les dégâts [en silence|avec {B}|depuis le seuil].',
    '{B} {B:rallumer} le feu avec [une chaise cassée|du bois mouillé|la dernière allumette], et tous deux {AB:s’endormir} [assis|tout habillés|côte à côte].',
  ],
};

/** Somebody cannot keep it any longer. */
export const confession: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} {B} {B:attendre.im} {A} {L.loc}, [blême|trempé{B?/e}|la casquette entre les doigts]. {Weather}.',
    '{Weather}. {B} {B:demander} à parler à {A}, en tête-à-tête, {L.loc}.',
  ],
  act: [
    '{B} {B:commencer} [trois fois|par la fin|d’une voix rauque], {B:s’embrouiller} et {B:se remettre} à [trembler|tordre son foulard|fixer le sol].',
    '{A} {A:faire} asseoir {B}, lui {A:donner} {@drink} et {A:attendre} [que les larmes passent|sans le moindre reproche|le temps qu’il fallut].',
    'Le récit vint [par morceaux|à rebours|en phrases courtes], [avec des détails qu’on n’invente pas|interrompu de sanglots|comme une chose apprise par cœur].',
    '{B} {B:jurer} de ne rien avoir compris [à ce qu’on lui demandait|à toute cette affaire|sur le moment].',
    '{A} ne {A:crier} pas, [ce qui parut pire à {B}|et n’en eut même pas envie|malgré le sang qui lui battait aux tempes].',
    '{B} {B:vider} ses poches : [une pièce d’or|un billet plié|deux clefs], [le prix du silence|la preuve de ce que {B.il} avançait|tout ce qui restait].',
  ],
  talk: [
    ['Qui a donné cet ordre ?', 'Personne. On m’a seulement demandé si la porte fermait bien.'],
    ['{tu} {tu:pouvoir.cp} venir plus tôt.', 'J’avais trop peur, et puis trop honte.'],
    ['Et maintenant, que faut-il faire ?', 'Ce que vous me direz de faire.'],
    ['{tu} le {tu:répéter.fu} devant les autres ?', 'Devant qui vous voudrez, si vous êtes là.'],
  ],
  close: [
    'Avant de partir, {B} {B:demander} pardon, et {A} {A:répondre} que [ce n’était pas à {A.lui} de le donner|cela viendrait|l’on verrait plus tard].',
    '{A} {A:regarder} {B} s’éloigner, [d’un pas plus ferme|sous la pluie|sans se retourner], et {A:commencer} à entrevoir un plan.',
  ],
};

/** A walk, and a day of work: what goes on between the turns of the plot. */
export const walk: SceneBank = {
  open: [
    '{@tod} {A} et {B} {AB:prendre} le sentier qui mène à {L}. {Weather}.',
    '{Weather}. {@tod} {A} {A:marcher} sans but, et {B} {A.le} rejoignit près de {L}.',
  ],
  act: [
    '{B} {B:nommer} [les arbres|les champs|les familles] au passage, [avec une fierté tranquille|sans se tromper|pour meubler le silence].',
    'Il fallut [enjamber un ruisseau|passer une clôture|contourner une mare], et {A} {A:tendre} la main à {B}, [qui la prit|qui fit semblant de ne pas la voir|sans réfléchir].',
    '{A} {A:ramasser} [un caillou plat|une plume|une châtaigne] et ce geste, [si ancien|venu tout seul|presque oublié], fit sourire {B}.',
    'Le sentier [montait entre deux murs|suivait la berge|se perdait dans les fougères] ; on y marchait [l’un derrière l’autre|lentement|à grandes enjambées].',
    'Du haut de la côte, [on voyait tout le pays|la vallée fumait|{W} tenait dans une main], et {B} {B:montrer} du doigt [l’ancienne limite|la terre de {N}|le toit de {K}].',
    '{A} et {B} {AB:s’asseoir} sur [un tronc|le parapet|une meule renversée] pour [reprendre haleine|partager une pomme|regarder le jour finir].',
    'Un [héron|lièvre|geai] [s’envola|détala|cria] à leur approche, et {B} {B:suivre} sa fuite [du regard|du doigt|en riant].',
  ],
  talk: [
    ['< {tu} {tu:se souvenir.pr} de ce chemin ?', 'Nous y avons perdu une chèvre.'],
    ['À qui est ce champ, maintenant ?', 'À {N}, comme les autres.'],
    ['On pourrait continuer jusqu’à la rivière.', 'On pourrait ne jamais rentrer, aussi.'],
    ['{D} venait-{D.pr} encore par ici ?', 'Chaque matin, avec sa canne.'],
    ['Pourquoi n’être jamais {T?parti/partie} ?', 'Il fallait bien que quelqu’un reste.'],
  ],
  close: [
    'On rentra par [la digue|le cimetière|les vergers], [à la nuit close|les souliers pleins de boue|sans avoir rien décidé].',
    '{B} {B:quitter} {A} au carrefour, {@manner}, et {A} {A:continuer} [seul{A?/e}|vers {K}|le long des haies].',
  ],
};

export const work: SceneBank = {
  open: [
    '{@tod} {A} {A:aider} {B} {L.loc}, [faute de mieux|pour ne plus penser|en échange d’un repas]. {Weather}.',
    'L’ouvrage ne manquait pas {L.loc}. {@tod} {A} {A:retrousser} ses manches et {A:demander} à {B} par où commencer.',
  ],
  act: [
    '{B} {B:montrer} le geste [une fois|sans se presser|comme on le lui avait montré], et {A} le {A:répéter} [de travers|du premier coup|en tirant la langue].',
    'On porta [des sacs|des planches|des seaux] jusqu’à [midi|la grange|n’en plus pouvoir], [en cadence|sans échanger trois mots|les épaules en feu].',
    '{A} {A:se couper} le doigt, [ne dit rien|jura|rit], et {B} {B:aller} chercher [une bande|de l’eau|un peu de miel] [sans s’étonner|en grondant|{@while}].',
    'Les clients [entraient|s’attardaient|repartaient] avec [une nouvelle|un sac de farine|un bonjour], et {B} {B:noter} tout sur [une ardoise|un cahier|le mur].',
    'Le travail avait cela de bon qu’il [vidait la tête|fatiguait les bras|ne mentait pas], et {A} {A:siffler} [un air ancien|entre ses dents|pour la première fois depuis son retour].',
    'À la pause, {B} {B:partager} [une gourde|des noix|un quignon], et {A} {A:étendre} ses jambes [au soleil|sur la paille|vers le feu].',
  ],
  talk: [
    ['< {tu} {tu:tenir.pr} cela comme un parapluie.', 'On pourrait m’aider, au lieu de rire.'],
    ['Qui faisait ce travail avant ?', 'Un garçon qui est parti sans réclamer ses gages.'],
    ['{D} {te} payait, pour ce travail ?', 'En histoires, surtout.'],
    ['< {tu} {tu:devoir.co} dormir un peu.', 'Dès que je m’arrête, les idées noires reviennent.'],
  ],
  close: [
    'Le soir, [l’ouvrage était fait|il restait de quoi occuper une semaine|tout sentait le copeau], et {A} {A:regarder} ses mains [avec surprise|noires|comme celles d’un autre].',
    '{B} {B:compter} la recette, {B:poser} [deux pièces|un pain|un œuf] devant {A} et {B:éteindre} la lampe.',
  ],
};
