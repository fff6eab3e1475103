import type { Language } from './language.js';
import { stemKey } from './stem.js';

const nouns =
  'storage store|usage use|sale sell|choice choose|proof prove|loss lose|gift give|growth grow|departure depart|decision decide|permission permit|submission submit|admission admit|provision provide|expansion expand|extension extend|suspension suspend|response respond|advice advise|description describe|subscription subscribe|prescription prescribe|conversion convert|maintenance maintain|retention retain|explanation explain|retrieval retrieve|assumption assume|consumption consume|exposure expose|disclosure disclose|closure close|failure fail|erasure erase|coverage cover|reliance rely|compliance comply|denial deny|disposal dispose|burial bury|entry enter|arrival arrive|delivery deliver|discovery discover|recovery recover|payment pay|shipment ship|treatment treat|movement move|eastern east|western west|northern north|southern south|photography photograph|signature sign|flight fly|sight see|speech speak|analysis analyse|applicant apply|application apply|intention intend|reduction reduce|production produce|introduction introduce|solution solve|resolution resolve|revision revise|division divide|inclusion include|exclusion exclude|collision collide|invasion invade|allowance allow|guidance guide|attendance attend|acceptance accept|publication publish|multiplication multiply|verification verify|notification notify|modification modify|certification certify|qualification qualify|clarification clarify|classification classify|identification identify|exploitation exploit|pronunciation pronounce|repetition repeat|competition compete|definition define|acquisition acquire|inquiry inquire|seizure seize|removal remove|burning burn|strength strong|length long|width wide|height high|depth deep|freedom free|safety safe|secrecy secret|privacy private|anonymity anonymous|availability available|responsibility responsible|successor succeed|replacement replace|settlement settle|investment invest|employment employ|engagement engage|hiring hire|firing fire|booking book|cleaning clean|logging log|testing test|training train|opening open|closing close|shutdown shut|sharing share|giving give|rewriting rewrite|rewrote rewrite|bigger big|larger large|smaller small|cheaper cheap|faster fast|quicker quick|slower slow|longer long|shorter short|higher high|newer new|older old|stronger strong|safer safe|easier easy|wider wide';
const bases = new Map(nouns.split('|').map((pair) => pair.split(' ') as [string, string]));

/**
 * The key that a word shares with its inflected forms and, in English, with the noun or verb of its family: "payment" and
 * "paid", "eastern" and "east".
 */
export function familyKey(word: string, language: Language): string {
  if (language !== 'en') return stemKey(word, language);
  return stemKey(bases.get(word) ?? singularBase(word) ?? word, language);
}

const singularBase = (word: string): string | undefined =>
  word.endsWith('s') ? bases.get(word.slice(0, -1)) : undefined;
