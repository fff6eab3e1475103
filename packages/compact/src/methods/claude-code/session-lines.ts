import type { Transcript, Turn } from '../../model/transcript.js';

/** The session that a conversation is put into; each has a home of its own, so all may have the same. */
export const sessionId = '00000000-0000-4000-9000-000000000000';

/** The id of a turn's record. */
export const recordId = (index: number): string => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** Turns that Claude Code can hold: it keeps no message without a word. */
export function spokenTurns({ turns }: Transcript): readonly Turn[] {
  return turns.filter(({ content }) => content.trim() !== '');
}

const began = Date.UTC(2026, 0, 1);
const usage = { input_tokens: 0, output_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };

/**
 * A conversation as a session of Claude Code, one JSON record a line. It knows users and assistants alone; what a system turn says, a user
 * says there, marked as such.
 */
export function sessionLines(
  turns: readonly Turn[],
  { folder, model, version }: { readonly folder: string; readonly model: string; readonly version: string },
): string {
  const records = turns.map((turn, index) => ({
    parentUuid: index === 0 ? null : recordId(index - 1),
    isSidechain: false,
    userType: 'external',
    cwd: folder,
    sessionId,
    version,
    type: turn.role === 'assistant' ? 'assistant' : 'user',
    message:
      turn.role === 'assistant' ? assistantMessage(turn, index, model) : { role: 'user', content: userContent(turn) },
    uuid: recordId(index),
    timestamp: new Date(began + index * 1_000).toISOString(),
  }));
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

const userContent = ({ role, content }: Turn): string => (role === 'system' ? `[system] ${content}` : content);

function assistantMessage({ content }: Turn, index: number, model: string): object {
  return {
    id: `msg_${index}`,
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text: content }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage,
  };
}

/** The folder of a session's log below `.claude/projects`: the working folder, with `-` for all but letters and digits. */
export const projectName = (folder: string): string => folder.replace(/[^A-Za-z0-9]/g, '-');
