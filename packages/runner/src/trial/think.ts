import {
  type Abilities,
  attacks,
  type Departure,
  deviations,
  executeProcess,
  type Handlers,
  type Process,
  variants,
} from '@obey/process';
import { type Candidate, nearest, ObeyError, type PreparedTask } from '@obey/schema';

/** How the reference agent departs from the process, in which untidy way it follows it, or how it attacks its judge. */
export interface Script {
  readonly deviation?: string;
  readonly variant?: string;
  readonly attack?: string;
  /** Departs only once its context has been compacted. */
  readonly afterCompaction?: boolean;
}

const forgetful = '-after-compaction';

/** Reads the `:name` of a scripted candidate. @throws ObeyError `usage` for a name that is no deviation, variant or attack */
export function scriptOf({ deviation: name }: Candidate): Script {
  if (name === undefined || name === 'obedient') return {};
  if (deviations.some((deviation) => deviation.name === name)) return { deviation: name };
  const forgotten = deviations.find((deviation) => name === `${deviation.name}${forgetful}`);
  if (forgotten?.isAhead === true) {
    throw new ObeyError(
      'usage',
      `\`${forgotten.name}\` rearranges what has not begun, and cannot wait for a compaction`,
    );
  }
  if (forgotten !== undefined) return { deviation: forgotten.name, afterCompaction: true };
  if (variants.includes(name)) return { variant: name };
  if (attacks.some((attack) => attack.name === name)) return { attack: name };
  const names = ['obedient', ...[...deviations, ...attacks].map((entry) => entry.name), ...variants];
  const close = nearest(name, [...names, ...deviations.map((deviation) => `${deviation.name}${forgetful}`)]);
  const known = `known are ${names.join(', ')}, and any deviation with \`${forgetful}\``;
  throw new ObeyError('usage', `there is no deviation, variant or attack \`${name}\``, {
    hint: close === undefined ? known : `did you mean \`${close}\`?`,
  });
}

export interface Thought {
  readonly process: Process;
  readonly handlers: Handlers;
  readonly prepared: PreparedTask;
  /** Base URL of each service. */
  readonly services: Readonly<Record<string, string>>;
  readonly script: Script;
  readonly onDeviate?: ((departure: Departure) => void) | undefined;
}

/** The reference agent's way through a prepared task, by the abilities it is given. */
export function thoughtOf({
  process,
  handlers,
  prepared,
  services,
  script,
  onDeviate,
}: Thought): (abilities: Abilities, compacted?: () => boolean) => Promise<void> {
  const { facts, parameters, seed } = prepared;
  const { afterCompaction = false, ...departure } = script;
  return (abilities, compacted = () => false) =>
    executeProcess(process, {
      ...{ handlers, abilities, facts, parameters, services, seed, onDeviate },
      ...departure,
      ...(afterCompaction ? { departs: compacted } : {}),
    });
}
