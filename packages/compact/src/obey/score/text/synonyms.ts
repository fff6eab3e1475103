/** Small groups of words that mean the same in what is scored here: bases, per language. The first one is the key. */
const groups: Readonly<Record<'en' | 'de' | 'fr', string>> = {
  en: 'store save keep persist|password credential login passphrase|plaintext cleartext unencrypted|deploy release ship rollout|skip bypass omit|hire recruit|delete remove erase|forbid prohibit ban|postgresql postgres|kubernetes k8s|weekly week|biweekly fortnightly|monthly month|daily day|production prod|database db|repository repo|configuration config|application app|supplier vendor|renew renewal|inform tell|fund funds|verify verification check|begin start|end finish|color colour|facade front|honour respect|pay payment|move shift|cancel revoke|print output|disable deactivate|embed hardcode|combine mix|journalist press|refund reimbursement|invoke call|assume presume|disclose share|photograph photography|sell sale|adopt adoption|number count|cut reduce|raise increase|execute run|ignore disregard|directly straight|inside during within|blindly blind|client customer|fire dismiss|every each all',
  de: 'passwort kennwort|speichern ablegen gespeichert abgelegt speicherung|klartext unverschlusselt|verschicken versenden verschickt versandt|monatlich monat|freitags freitag|deployen ausliefern deployment ausgeliefert|loschen entfernen|starten beginnen',
  fr: 'stocker enregistrer stockage|livrer livraison|clair chiffre|chaque tous|supprimer effacer',
};

/** Two words that are one: how they are joined. */
export const pairs: ReadonlyMap<string, string> = new Map([
  ['plain text', 'plaintext'],
  ['clear text', 'plaintext'],
  ['time zone', 'timezone'],
  ['data base', 'database'],
  ['hard code', 'hardcode'],
  ['hard coded', 'hardcode'],
  ['hard coding', 'hardcode'],
  ['roll out', 'deploy'],
  ['rolled out', 'deploy'],
  ['switch off', 'disable'],
  ['switched off', 'disable'],
  ['switching off', 'disable'],
  ['turn off', 'disable'],
  ['turned off', 'disable'],
  ['turning off', 'disable'],
  ['back up', 'backup'],
  ['log in', 'login'],
  ['web site', 'website'],
  ['e mail', 'email'],
]);

/** The groups of a language: lists of words, the key first. */
export const synonymGroups = (language: 'en' | 'de' | 'fr'): string[][] =>
  groups[language].split('|').map((group) => group.split(' '));
