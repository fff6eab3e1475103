import { inertBlock, promptBlock } from '../prompt-block.js';

const conversation = (text: string): string => `${inertBlock}\n\n${promptBlock('conversation', text)}`;

/** For `naive-summary`: everything in prose. */
export function summaryPrompt(text: string): string {
  return `Summarise the conversation below in prose, in fewer than 500 words. Whoever reads your summary will go on with the work and will see nothing else of the conversation. So keep, with their exact names, numbers and dates: every constraint, every decision as it finally stands, every task that is still open, and every rule about what must never be done. Leave out small talk and what has been overtaken. Write the summary and nothing else.

${conversation(text)}`;
}

const sections = `{
  "immutable_facts": [what was stated as fact and cannot change],
  "locked_decisions": [what was decided, as it finally stands; not what was only considered, or given up later],
  "deferred_items": [what was put off on purpose until later],
  "forbidden_behaviors": [what must never be done, each worded as the thing that is forbidden],
  "entity_map": {name of a person, team, product or place: its role or attribute},
  "unresolved_items": [what is still open and has to be settled or done]
}`;

const wording =
  'All six fields must be there; one without content is an empty list, or an empty object for entity_map. Every list holds plain strings, one matter each, with the exact names, numbers and dates of the conversation.';

/** For `structured-state`, and the last call of `hierarchical-summary`: the six sections as JSON. */
export function statePrompt(text: string): string {
  return `Read the conversation below and write down what it established, as one JSON object of this form:

${sections}

${wording} Write the JSON object and nothing else: no explanation and no code fence.

${conversation(text)}`;
}

/** For `hierarchical-summary`: one part of the conversation. */
export function chunkPrompt(text: string, turns: number): string {
  return `Below is one part of a longer conversation, ${turns} ${turns === 1 ? 'turn' : 'turns'} long. Summarise it in fewer than 200 words. Keep, with their exact names, numbers and dates, all constraints, decisions and open items; a summary of the whole will be made from such parts alone. Write the summary and nothing else.

${conversation(text)}`;
}

/** For `hierarchical-summary`: the parts made into one. */
export function mergePrompt(partials: readonly string[]): string {
  const numbered = partials.map((partial, index) => `[${index + 1}] ${partial}`).join('\n\n');
  return `Below are summaries of the parts of one conversation, in order. Make one summary of them, in fewer than 500 words. Lose no constraint, decision, open item, name, number or date; where a later part overrules an earlier one, the later holds. Write the summary and nothing else.

${inertBlock}

${promptBlock('partial-summaries', numbered)}`;
}

/** For `hybrid-ledger`: what this segment adds. */
export function ledgerPrompt(text: string): string {
  return `The conversation below is the newest segment of a longer one, whose state is kept in a ledger. Write down only what this segment itself states outright and the ledger may lack; infer nothing. Answer with one JSON object of this form:

${sections}

${wording} Write the JSON object and nothing else: no explanation and no code fence.

${conversation(text)}`;
}

/** For `hybrid-ledger` of `obey-1`: what this segment adds, and what it takes back. */
export function revisingLedgerPrompt(text: string, ledger: string): string {
  return `A ledger keeps the state of a conversation. Below are the ledger, each entry with its number, and the newest segment of the conversation. Answer with one JSON object of this form:

${sections.replace(/\n}$/, ',\n  "superseded": [numbers of ledger entries that no longer hold]\n}')}

In the six sections write only what the segment itself states outright and the ledger lacks; infer nothing. Under superseded name each entry that the segment replaces, takes back, corrects or finishes: a decision that was changed, a question that was answered, an item no longer put off. Do not name an entry merely because the segment does not mention it. ${wording} Write the JSON object and nothing else: no explanation and no code fence.

${inertBlock}

${promptBlock('ledger', ledger)}

${promptBlock('conversation', text)}`;
}

/** For `hybrid-ledger`: where things stand, without what the ledger says already. */
export function headerPrompt(text: string): string {
  return `In two or three sentences, say where the conversation below stands: who takes part, what they work on, and which phase they are in. A separate ledger holds the constraints, decisions and open items, so do not repeat those. Write the sentences and nothing else.

${conversation(text)}`;
}
