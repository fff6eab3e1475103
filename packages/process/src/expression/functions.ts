/** Functions that would make an evaluation depend on more than its scope. */
export const refusedFunctions: ReadonlySet<string> = new Set(['now', 'millis', 'random', 'shuffle', 'eval']);

/** Functions of JSONata 2.2 that expressions may call, and ours. */
export const knownFunctions: ReadonlySet<string> = new Set(
  (
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad ' +
    'match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs ' +
    'sqrt power boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error ' +
    'assert type sort distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl ' +
    'toMillis fromMillis clone mode median'
  ).split(' '),
);
