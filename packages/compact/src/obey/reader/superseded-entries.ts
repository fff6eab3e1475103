import { readWorld, type World } from './read-world.js';
import { writeEntry } from './write-statement.js';

/** The numbers of the ledger's entries on matters of which a conversation now states something else. */
export function supersededEntries(ledger: string, conversation: string): string[] {
  const now = readWorld(conversation, { follows: false, known: ledger });
  return ledger.split('\n').flatMap((line) => {
    const [, number, text] = /^([A-Z]\d+): (.*)$/.exec(line) ?? [];
    return number !== undefined && text !== undefined && contradicts(now, text) ? [number] : [];
  });
}

function contradicts(now: World, text: string): boolean {
  for (const [project, { matters, loose }] of readWorld(text, { follows: false }).projects) {
    const state = now.projects.get(project);
    for (const [matter, entry] of matters) {
      const stands = state?.matters.get(matter);
      if (state === undefined || stands?.value === undefined) continue;
      const [is, was] = [stands, entry].map((each) => writeEntry(project, matter, each, state.language).join(' '));
      if (is !== was) return true;
    }
    for (const [value, standing] of loose) {
      const stands = state?.loose.get(value);
      if (stands !== undefined && stands !== standing) return true;
    }
  }
  return false;
}
