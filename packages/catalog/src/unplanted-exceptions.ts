import type { ExceptionSource } from './validation/unplanted-exceptions.js';

/**
 * Where an instance holds exceptions other than those that its fact `planted` names, in words; empty when it does not.
 * Besides, no list of items is empty, and none has an item twice or without a key.
 */
export async function unplantedExceptions(source: ExceptionSource): Promise<string[]> {
  // Everything that this needs is loaded only now, so that listing and selecting stay quick.
  const found = await import('./validation/unplanted-exceptions.js');
  return found.unplantedExceptions(source);
}
