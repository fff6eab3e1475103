import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ObeyError } from '@obey/schema';
import { findProgram } from '../harness/find-program.js';
import { agentCredentials, type Harness, type HarnessContext, type HarnessSession } from '../harness/harness.js';
import { type ScriptedModel, startScriptedModel } from '../scripted-model/scripted-model.js';
import { ClaudeAbilities } from './abilities/claude-abilities.js';
import { autoCompactVariables } from './auto-compact-variables.js';
import { endOfCompactedSession } from './compacted-session.js';
import { compactionPause } from './compaction-pause.js';
import { findDamage } from './find-damage.js';
import { startHookServer } from './hook-server.js';
import { installedCli } from './installed-cli.js';
import { launchArguments } from './launch-arguments.js';
import { readSessionLogs } from './read-session-logs.js';
import { sessionTranscripts } from './session-logs.js';

/** A model that the CLI knows, for the scripted one to answer for. */
const scriptedModelName = 'claude-fable-5';
const defaultModel = 'sonnet';

/** The user's own Claude Code, headless; `claude-code:obedient` and the like think through the scripted model. */
export const claudeCodeHarness: Harness = {
  name: 'claude-code',
  hooks: true,
  scripted: true,
  compacts: true,
  credentials: ({ deviation }) => (deviation === undefined ? agentCredentials : []),
  version: async (options, variables) => (await installedCli(options.binary, variables)).version,
  async install({ place, options }) {
    if (options.setup === undefined) return;
    const setup = resolve(options.setup);
    if (!existsSync(setup)) throw new ObeyError('not-found', `there is no setup folder ${setup}`);
    for (const [name, target] of [
      ['workspace', place.workspace],
      ['home', place.home],
    ] as const) {
      if (existsSync(join(setup, name))) await cp(join(setup, name), target, { recursive: true });
    }
  },
  start: startSession,
};

async function startSession(context: HarnessContext): Promise<HarnessSession> {
  const { candidate, place, environment, options, variables, compaction } = context;
  const program = findProgram(options.binary ?? 'claude', variables);
  if (program === undefined) throw new ObeyError('infrastructure', 'harness-missing: Claude Code is not installed');
  const scripted = candidate.deviation === undefined ? undefined : await startModel(context);
  const pause =
    compaction !== undefined && 'afterPath' in compaction
      ? compactionPause(join(place.workspace, compaction.afterPath))
      : undefined;
  const hooks = await startHookServer({
    file: join(place.record, 'hooks.jsonl'),
    now: () => context.epochMs + context.clock(),
    marker: context.marker,
    key: randomUUID(),
    stopsAfter: pause?.stopsAfter,
  });
  let failure: unknown;
  const close = async () => {
    await hooks.stop();
    await scripted?.stop();
    if (scripted !== undefined) failure = await failureOf(scripted.outcome);
  };
  const session = randomUUID();
  const stdout = join(place.record, 'stdout.jsonl');
  const stderr = join(place.record, 'stderr.txt');
  const model = candidate.model ?? (scripted === undefined ? defaultModel : scriptedModelName);
  const launch = (prompt: string, resume: boolean) =>
    environment.launch({
      command: program,
      arguments: launchArguments({ session, resume, model, settings: hooks.settings, options }),
      input: prompt,
      stdout,
      stderr,
      variables: {
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
        // Root may work without asking only where it says that it is contained.
        ...(process.getuid?.() === 0 ? { IS_SANDBOX: '1' } : {}),
        ...(compaction !== undefined && 'tokens' in compaction ? autoCompactVariables(compaction.tokens) : {}),
        ...(scripted === undefined
          ? {}
          : { ANTHROPIC_BASE_URL: scripted.url, ANTHROPIC_API_KEY: 'sk-ant-scripted', API_TIMEOUT_MS: '3600000' }),
      },
    });
  try {
    const first = await launch(context.prompt, false);
    const children = [first];
    const resume = async (prompt: string) => {
      const child = await launch(prompt, true);
      children.push(child);
      return child;
    };
    return {
      ended: pause === undefined ? first.exited : endOfCompactedSession(first, pause, resume),
      close,
      lag: () => hooks.lag,
      async logs() {
        for (const child of children) await child.drained;
        const kept = [
          { name: 'stdout.jsonl', path: stdout },
          { name: 'stderr.txt', path: stderr },
          { name: 'hooks.jsonl', path: join(place.record, 'hooks.jsonl') },
        ];
        return [...kept, ...(await sessionTranscripts(place, session))];
      },
      async read(raw, cut, exit) {
        const damage = await findDamage(raw, cut);
        const reading = await readSessionLogs(raw, { ...context, exit, cut, workspace: place.workspace });
        const stopped = reading.stopped ?? (failure instanceof Error && !cut ? failure.message : undefined);
        return {
          ...reading,
          ...(damage === undefined ? {} : { damage }),
          ...(stopped === undefined ? {} : { stopped }),
        };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startModel(context: HarnessContext) {
  const { place, variables, think, compaction } = context;
  let pages = 0;
  let compacted = false;
  const fetchWith = { curl: findProgram('curl', variables) !== undefined, node: process.execPath };
  return startScriptedModel(
    (lane, open) => {
      const count = () => pages++;
      const shared = { workspace: place.workspace, temporary: place.temporary, fetchWith, open, count };
      return think(new ClaudeAbilities(lane, shared), () => compacted);
    },
    {
      counts: compaction !== undefined && 'tokens' in compaction,
      onCompacted() {
        compacted = true;
      },
    },
  );
}

/** Why the thought broke off, if it did. One that never comes to an end is left alone. */
async function failureOf(outcome: ScriptedModel['outcome']): Promise<unknown> {
  const none: Awaited<typeof outcome> = { failure: new ObeyError('interrupted', 'the thought never came to an end') };
  const { failure } = await Promise.race([outcome, sleep(1_000, none, { ref: false })]);
  return failure;
}
