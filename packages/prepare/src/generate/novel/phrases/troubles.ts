import type { SceneBank } from './scene-bank.js';

/** Something hidden is found. */
export const discovery: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} {A} {A:entreprendre} de fouiller {L}, [du grenier à la cave|planche par planche|sans savoir ce que {A.il} cherchait]. {Weather}.',
    '{Weather}. {L.loc}, la poussière [dansait|dormait|tombait des poutres], et {A} {A:avancer} {@while}.',
  ],
  act: [
    '{A} {A:soulever} [un coffre|une bâche|trois caisses vides|un tas de sacs], {A:trouver} [du grain moisi|de vieux clous|une souris morte] et {A:recommencer} [ailleurs|plus loin|sous la fenêtre].',
    'Pendant [une heure|une matinée|la moitié du jour], {A.il} {A:remuer} [de vieux outils|des piles de journaux|des chaises boiteuses], [les mains noires|le dos rompu|la gorge sèche].',
    'Une latte [sonnait le vide|bougeait sous le pied|n’avait pas la couleur des autres], et {A} {A:s’agenouiller} [aussitôt|pour mieux voir|, un couteau à la main].',
    '{A} {A:glisser} la main dans [la fente|le trou|l’obscurité] et {A:toucher} [un linge|du métal froid|quelque chose de dur].',
    'La [serrure|ficelle|toile cirée] [céda d’un coup|résista longtemps|tomba en morceaux], et {A} {A:retenir} son souffle.',
    '{A} {A:s’approcher} de la lumière, {A:essuyer} la poussière avec [sa manche|un mouchoir|la paume] et {A:lire} [des initiales|une date|un nom à demi effacé].',
    '{A} {A:croire} entendre [un pas|une respiration|qu’on marchait dehors], {A:éteindre} la lampe et {A:attendre} [dans le noir|sans bouger|derrière la porte].',
  ],
  talk: [
    ['Il y a quelque chose là-dessous.', 'Laisse, ce n’est qu’un nid de souris.'],
    ['Qui aurait pu cacher cela ici ?', 'Quelqu’un qui ne faisait confiance à personne.'],
    ['Faut-il en parler ?', 'À qui ? Tout le monde a intérêt à se taire.'],
  ],
  close: [
    '{A} {A:remettre} tout en ordre, [sauf une chose|et ferma à double tour|comme si personne n’était venu].',
    'Ce soir-là, {A} {A:rester} [des heures|longtemps|jusqu’à l’aube] devant sa trouvaille, sans oser [y toucher|la nommer|éteindre].',
  ],
};

/** Hard words. */
export const quarrel: SceneBank = {
  open: [
    '{@tod} {B} {B:faire} entrer {A} {L.loc} sans lui offrir de siège. {Weather}.',
    '{A} {A:trouver} {B} {L.loc}, [devant une pile de papiers|le chapeau sur la tête|seul{B?/e} et de mauvaise humeur].',
  ],
  act: [
    '{B} {B:repousser} [sa chaise|les papiers|l’encrier] et {B:croiser} les bras [avec un sourire mince|d’un air patient|sans quitter {A} des yeux].',
    '{A} {A:frapper} du plat de la main sur [le bureau|la table|le registre], [ce qui fit sauter la plume|plus fort que {A.il} ne l’aurait voulu|et le silence se fit].',
    'Les mots, d’abord polis, [devinrent durs|se firent coupants|montèrent d’un ton], et [un commis passa la tête|un chien aboya|une porte se ferma] [dans la pièce voisine|au fond du couloir|en bas].',
    '{B} {B:parler} [de loi|d’usage|de signatures|de patience], [en détachant les syllabes|comme à un enfant|le doigt levé], et {A} {A:sentir} le rouge lui monter aux joues.',
    '{A} {A:refuser} de s’asseoir, {A:refuser} [le verre qu’on lui tendait|l’argent|toute excuse] et {A:répéter} sa question.',
    'Il y eut un moment où {B} {B:perdre} [contenance|son assurance|le fil], [un moment très bref|à peine le temps de tourner la tête|et {A} le vit].',
    '{B} {B:ouvrir} un tiroir, {B:prendre} [une liasse|un timbre|une règle] et {B:refermer} le tiroir [d’un coup sec|à clef|du genou].',
  ],
  talk: [
    ['Cette maison n’est pas encore à vendre.', 'C’est une question de semaines.'],
    ['Pourquoi n’avoir rien dit ?', 'Parce que personne n’a rien demandé.'],
    ['Je sais ce que {tu} {tu:faire.pc}.', 'Alors, {tu} en {tu:savoir.pr} plus que moi.'],
    ['{D} n’aurait jamais signé cela.', '{D} signait ce qu’on lui présentait.'],
    ['Le tribunal tranchera.', 'Avec quel argent ?'],
    ['{tu} {tu:mentir.pr} depuis le début.', 'Avec ou sans mensonge, tout est en règle.'],
    ['{tu} {tu:avoir.pr} peur de quelque chose.', 'De perdre mon temps, voilà tout.'],
  ],
  close: [
    '{A} {A:sortir} en laissant la porte ouverte, et {B} ne la {B:refermer} pas.',
    'Dehors, {A} {A:respirer} [à fond|comme après une plongée|l’air froid], les jambes [tremblantes|molles|lourdes].',
  ],
};

/** Something is gone. */
export const theft: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} {A} {A:trouver} la porte de {K} [entrouverte|forcée|battant au vent]. {Weather}.',
    '{Weather}. En rentrant à {K}, {A} {A:voir} tout de suite que [quelqu’un était venu|les tiroirs avaient été vidés|la lampe n’était plus à sa place].',
  ],
  act: [
    'On avait [retourné le matelas|arraché deux lames du plancher|vidé le buffet], [sans rien casser|avec méthode|à la hâte], et {A} {A:avancer} [sur la pointe des pieds|un tisonnier à la main|parmi les papiers].',
    'Des traces [de boue|de pas|de sabots] allaient de [la fenêtre|la porte du jardin|l’escalier] jusqu’à [la cheminée|l’armoire|la petite chambre].',
    '{A} {A:appeler}, [et personne ne répondit|d’une voix qui résonna|puis se sentit ridicule].',
    '{A} {A:compter} [les cuillers|l’argent|les livres] : rien d’autre ne manquait, ce qui était pire.',
    'La cachette [était vide|béait comme une bouche|ne contenait plus qu’un chiffon], et {A} {A:s’asseoir} par terre, [les mains inutiles|sans une larme|le dos au mur].',
    'Aux voisins qui accouraient, {A.il} {A:dire} que [ce n’était rien|le vent avait ouvert la porte|tout allait bien], et {A:refermer} la porte.',
    'Dans la boue du jardin, {A} {A:ramasser} [un bouton de corne|un bout de ruban|une allumette à demi brûlée] et le {A:garder} [au fond de sa poche|dans une boîte|comme une preuve].',
  ],
  talk: [
    ['Personne n’est passé par ici ?', 'Une lanterne, vers le pont, et c’est tout.'],
    ['Qui savait où c’était caché ?', '{toi}, moi et la moitié du bourg.'],
    ['Il faut prévenir les gendarmes.', 'Pour qu’ils aillent tout répéter à {N} ?'],
  ],
  close: [
    '{A} {A:clouer} une planche en travers de [la fenêtre|la porte|la cachette vide] et {A:passer} la nuit dans un fauteuil.',
    'Jusqu’au matin, {A} {A:faire} et {A:refaire} la liste de ceux qui [avaient la clef|savaient|étaient venus].',
  ],
};

/** Everything is said to the adversary's face. */
export const confrontation: SceneBank = {
  inOrder: true,
  open: [
    '{@tod} tout le conseil était réuni {L.loc}. {Weather}. {A} {A:entrer} sans frapper.',
    '{A} avait demandé à voir {B} {L.loc}, devant témoins. {@tod} {B} [se présenta avec une heure de retard|entra, le chapeau à la main|était déjà là].',
  ],
  act: [
    '{A} {A:poser} sur la table [la copie|le papier plié|tout ce qu’on avait voulu cacher], [une feuille après l’autre|sans un mot|du plat de la main], et {A:attendre}.',
    '{B} {B:mettre} ses lunettes, les {B:ôter}, les {B:remettre}, et [l’on vit ses mains trembler|personne ne parla|le papier resta où il était].',
    'Un murmure [courut|monta|passa] parmi [les bancs|les témoins|les gens debout au fond], et {M} {M:se lever} [pour mieux voir|le premier|, très pâle].',
    '{A} {A:raconter} tout depuis le commencement, [sans élever la voix|en donnant les dates|comme on lit un acte], et {B} {B:baisser} peu à peu la tête.',
    '{B} {B:chercher} des yeux [un appui|la porte|un allié] et ne {B:rencontrer} que [des visages fermés|le regard de {V}|des nuques].',
    'La plume du secrétaire [grinçait|courait|s’était arrêtée] ; [dehors, les enfants sortaient de l’école|on entendait le tic-tac de l’horloge|une femme pleurait dans le fond].',
    '{B} {B:tenter} de rire, [et ce fut affreux|mais personne ne rit|puis y renonça], {B:froisser} un gant et {B:se taire}.',
  ],
  talk: [
    ['Est-ce bien votre écriture ?', 'On peut imiter une écriture.'],
    ['Il manque un papier. Où est-il ?', 'Je l’ai brûlé, je crois. Je ne sais plus.'],
    ['Pourquoi {D} et pas un autre ?', 'Parce que {D} ne se plaignait jamais.'],
    ['Que comptez-vous faire, à présent ?', 'Rendre ce qui peut être rendu.'],
    ['Toutes ces années, et pas un remords ?', 'Chaque nuit, mais les nuits passent.'],
  ],
  close: [
    '{B} {B:sortir} le premier, et la foule [s’écarta|se tut|ouvrit un passage] sans un mot.',
    'Quand la salle fut vide, {A} {A:rester} assis{A?/e} [devant la table|à côté de {M}|sous le portrait du fondateur], {A?étonné/étonnée} de n’éprouver [aucune joie|qu’une grande fatigue|rien du tout].',
  ],
};
