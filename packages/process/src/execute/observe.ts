import type { Abilities } from '../abilities.js';
import type { Observation } from './observation.js';
import { toRequest } from './to-request.js';

/** The same abilities, with every act and what it gave told to `note` once it has happened. */
export function observe(
  abilities: Abilities,
  services: Readonly<Record<string, string>>,
  note: (observation: Observation) => void,
): Abilities {
  const within = (inner: Abilities) => observe(inner, services, note);
  return {
    async read(path) {
      const content = await abilities.read(path);
      note({ type: 'read', path, content });
      return content;
    },
    async write(path, content) {
      await abilities.write(path, content);
      note({ type: 'wrote', path, content });
    },
    async rename(from, to) {
      await abilities.rename(from, to);
      note({ type: 'renamed', from, path: to });
    },
    async remove(path) {
      await abilities.remove(path);
      note({ type: 'deleted', path });
    },
    async run(command) {
      const result = await abilities.run(command);
      note({ type: 'ran', command, exit: result.exit, stdout: result.stdout });
      return result;
    },
    async fetch(url, request) {
      const response = await abilities.fetch(url, request);
      note({ type: 'request', ...toRequest(url, request?.method, services), sent: request?.body, ...response });
      return response;
    },
    concurrently: (branches) =>
      abilities.concurrently(branches.map(({ label, work }) => ({ label, work: (inner) => work(within(inner)) }))),
    async delegate(label, work) {
      note({ type: 'delegated', label });
      await abilities.delegate(label, (inner) => work(within(inner)));
    },
    async say(text) {
      await abilities.say(text);
      note({ type: 'replied', text });
    },
  };
}
