/** French words that mean the same, one group a line; `_` joins the words of a phrase. */
export const frenchGroups = `
abandonner renoncer
accepter recevoir prendre
acheter acquerir procurer achat
activer allumer
afficher montrer presenter
ajouter inclure inserer
allonger prolonger rallonger
annuler supprimer
appeler telephoner
arreter cesser stopper
augmenter relever hausser majorer
baisser reduire diminuer abaisser
bureau local
cacher dissimuler
changer modifier remplacer
choisir retenir opter selectionner
client acheteur
commander
commencer demarrer debuter lancer
conserver garder stocker enregistrer sauvegarder
copier dupliquer
corriger rectifier
demenager deplacer transferer
desactiver eteindre couper
divulguer reveler communiquer partager transmettre
donner fournir remettre
effacer supprimer detruire
embaucher recruter engager
emprunter
employe salarie personnel
ecrire rediger
entreprise societe firme
envoyer expedier transmettre adresser
equipe groupe
essayer tester
expulser renvoyer
facture note
fermer clore verrouiller
fermeture
finir terminer achever
fournisseur prestataire
fusionner reunir regrouper
horaire calendrier
image photo
informer avertir prevenir
interdire prohiber
laver nettoyer
licencier renvoyer congedier
limiter restreindre plafonner
livrer remettre distribuer arriver
louer
mot_de_passe identifiant
organiser planifier
ouvrir
payer regler verser paiement reglement
peindre repeindre
piscine bassin
prix tarif cout
publier diffuser
rapport compte_rendu
recruter embaucher engager
reduire diminuer
rembourser
remplacer substituer
reparer
repondre
reporter repousser differer
respecter suivre
reunion rencontre
signer parapher
sortir
supprimer effacer retirer enlever
traduire
utiliser employer
valider approuver
vendre ceder
verifier controler
voiture vehicule
`;

/** French opposites: the sides of a line are parted by `:`. */
export const frenchOpposites = `
ouvrir : fermer ferme
supprimer effacer : garder conserver
sans : avec
divulguer partager : confidentiel secret
augmenter : baisser
clair : chiffre
`;
