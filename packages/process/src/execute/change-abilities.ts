import type { Abilities } from '../abilities.js';

/** Abilities with some of them changed, also in the hands of branches and subagents. */
export function changeAbilities(abilities: Abilities, change: (abilities: Abilities) => Partial<Abilities>): Abilities {
  const within = (inner: Abilities) => changeAbilities(inner, change);
  return {
    read: (path) => abilities.read(path),
    write: (path, content) => abilities.write(path, content),
    rename: (from, to) => abilities.rename(from, to),
    remove: (path) => abilities.remove(path),
    run: (command) => abilities.run(command),
    fetch: (url, request) => abilities.fetch(url, request),
    concurrently: (branches) =>
      abilities.concurrently(branches.map(({ label, work }) => ({ label, work: (inner) => work(within(inner)) }))),
    delegate: (label, work) => abilities.delegate(label, (inner) => work(within(inner))),
    say: (text) => abilities.say(text),
    ...change(abilities),
  };
}
