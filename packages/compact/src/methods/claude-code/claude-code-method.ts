import { emptyState } from '../../artifact/state-sections.js';
import type { Method, MethodContext } from '../../model/method.js';
import type { ScorerVersion } from '../../model/scorer.js';
import type { Environment } from '../../providers/settings/environment.js';
import { finishArtifact } from '../finish-artifact.js';
import { transcriptLines } from '../transcript-text.js';
import { compactWithClaude, findClaude } from './run-claude.js';
import { recordId, spokenTurns } from './session-lines.js';

export const claudeCodeName = 'claude-code';

export interface ClaudeCodeOptions {
  readonly profile: ScorerVersion;
  readonly environment: Environment;
}

const timeoutMs = 600_000;
const usualModel = 'sonnet';

/**
 * The compaction of the user's own Claude Code: the conversation becomes a session, `/compact` its only command. The artifact is the summary
 * and, behind it, the turns that Claude Code kept word for word, for both are what it goes on with. It asks its model itself: the
 * run's provider does not answer, and what its log tells of tokens is counted, as one call a compaction. The model is that of the method's configuration (`model`),
 * else of COMPACTBENCH_CLAUDE_CODE_MODEL, else the run's where its provider is anthropic, else `sonnet`.
 *
 * @throws ObeyError `not-found` when it is not installed
 */
export async function claudeCodeMethod(spec: string, { profile, environment }: ClaudeCodeOptions): Promise<Method> {
  const program = await findClaude(environment);
  const { version } = program;
  return {
    spec,
    name: claudeCodeName,
    version,
    control: false,
    create: (context) => ({
      async compact(transcript, { config, signal, countUsage }) {
        const model = modelOf(config, environment, context);
        const turns = spokenTurns(transcript);
        const finish = (summary: string, metadata: Record<string, unknown>) =>
          finishArtifact(profile, {
            summary,
            state: emptyState(),
            warnings: [],
            transcript,
            metadata: { method: claudeCodeName, version, model, ...metadata },
          });
        // It refuses to compact nothing.
        if (turns.length === 0) return finish('', { calls: 0 });
        const made = await compactWithClaude(program, turns, { model, timeoutMs, signal });
        if (made.models.length > 0) {
          countUsage?.({
            prompt_tokens: made.promptTokens,
            completion_tokens: made.completionTokens,
            cached_prompt_tokens: made.cachedPromptTokens,
            call_count: 1,
          });
        }
        const kept = turns.filter((_turn, index) => made.kept.includes(recordId(index)));
        return finish([made.summary, ...transcriptLines({ turns: kept })].join('\n\n'), {
          ...(made.models.length === 0 ? {} : { models: made.models }),
          kept_turns: kept.length,
          prompt_tokens: made.promptTokens,
          completion_tokens: made.completionTokens,
        });
      },
    }),
  };
}

function modelOf(
  config: Readonly<Record<string, unknown>> | undefined,
  environment: Environment,
  context: MethodContext,
): string {
  if (typeof config?.model === 'string' && config.model !== '') return config.model;
  const named = environment.COMPACTBENCH_CLAUDE_CODE_MODEL?.trim();
  if (named !== undefined && named !== '') return named;
  return context.provider.key === 'anthropic' ? context.model : usualModel;
}
