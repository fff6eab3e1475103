import type { Abilities, Branch, CommandResult, FetchRequest, FetchResponse } from '@obey/process';
import { ObeyError } from '@obey/schema';
import { z } from 'zod';
import type { CandidateProcess } from '../environment/environment.js';
import type { Act, Actor, FromHands, ToHands } from './protocol.js';
import { Turns } from './turns.js';

const answerSchema: z.ZodType<FromHands> = z.union([
  z.object({ type: z.literal('done'), id: z.string(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.string(), error: z.string() }),
  z.object({ type: z.literal('time'), at: z.number() }),
]);
const commandSchema = z.object({ exit: z.int(), stdout: z.string(), stderr: z.string() });
const responseSchema = z.object({ status: z.int(), body: z.string() });

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** The line to the hands: asks for acts and brings back what came of them. */
export class Hands {
  private readonly waiting = new Map<string, Waiting>();
  private readonly turns = new Turns();
  private calls = 0;
  private agents = 0;
  private lost: unknown;

  constructor(
    private readonly child: Pick<CandidateProcess, 'send' | 'onMessage'>,
    /** Awaited before each act, so that what was written before it is recorded before it. */
    private readonly marker: () => Promise<unknown>,
  ) {
    child.onMessage((message) => {
      const answer = answerSchema.parse(message);
      const id = answer.type === 'time' ? 'time' : answer.id;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (answer.type === 'failed') waiting?.reject(new ObeyError('solve-failed', answer.error));
      else waiting?.resolve(answer.type === 'time' ? answer.at : answer.value);
    });
  }

  async act(actor: Omit<Actor, 'batch'>, act: Act): Promise<unknown> {
    const id = this.nextCall();
    const who = this.who(actor);
    await this.marker();
    return this.ask(id, { type: 'act', id, who, act });
  }

  /** Its clock, in ms since 1970. */
  async time(): Promise<number> {
    return z.number().parse(await this.ask('time', { type: 'time' }));
  }

  async delegate(
    actor: Omit<Actor, 'batch'>,
    label: string,
    work: (actor: Omit<Actor, 'batch'>) => Promise<void>,
  ): Promise<void> {
    const id = this.nextCall();
    this.agents += 1;
    const agent = `agent-${this.agents}`;
    this.send({ type: 'delegate', id, who: this.who(actor), agent, label });
    let failed = true;
    try {
      await work({ actor: agent, parent: id });
      failed = false;
    } finally {
      this.send({ type: 'delegated', id, agent, failed });
    }
  }

  say(actor: string, text: string): void {
    this.send({ type: 'say', actor, text });
  }

  end(exit: number, error?: string): void {
    this.send({ type: 'end', exit, ...(error === undefined ? {} : { error }) });
  }

  /** Ends the thought: whatever it waits for, or asks later, is rejected. */
  lose(reason: unknown): void {
    this.lost = reason;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private nextCall(): string {
    this.calls += 1;
    return `call-${this.calls}`;
  }

  private who(actor: Omit<Actor, 'batch'>): Actor {
    return { ...actor, batch: this.turns.current(actor.actor) };
  }

  private ask(id: string, message: ToHands): Promise<unknown> {
    if (this.lost !== undefined) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send(message);
    });
  }

  private send(message: ToHands): void {
    this.child.send(message);
  }
}

/** Abilities that act at once: files, processes and HTTP of the hands' own process. */
export function directAbilities(hands: Hands, actor: Omit<Actor, 'batch'> = { actor: 'main' }): Abilities {
  const abilities: Abilities = {
    read: async (path) => z.string().parse(await hands.act(actor, { name: 'read', input: { path } })),
    write: async (path, content) => void (await hands.act(actor, { name: 'write', input: { path, content } })),
    rename: async (from, to) => void (await hands.act(actor, { name: 'rename', input: { from, to } })),
    remove: async (path) => void (await hands.act(actor, { name: 'remove', input: { path } })),
    run: async (command): Promise<CommandResult> =>
      commandSchema.parse(await hands.act(actor, { name: 'run', input: { command } })),
    fetch: async (url, request: FetchRequest = {}): Promise<FetchResponse> =>
      responseSchema.parse(await hands.act(actor, { name: 'fetch', input: { url, request } })),
    concurrently: async (branches: readonly Branch[]) => {
      await Promise.all(branches.map(({ work }) => work(abilities)));
    },
    delegate: (label, work) => hands.delegate(actor, label, (own) => work(directAbilities(hands, own))),
    say: async (text) => hands.say(actor.actor, text),
  };
  return abilities;
}
