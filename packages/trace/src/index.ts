// The trace as a file: write, read, verify

export { canonicalLine } from './canonical-line.js';
export { collect } from './collect.js';
export { ContentStore } from './content-store.js';
export { type ChainVerdict, chainHash, chainStart, HashChain, verifyChain } from './hash-chain.js';
export { mergeEvents } from './merge-events.js';
export { parseTraceLine } from './parse-trace-line.js';
export { type ReadTraceOptions, readTraceBatches, readTraceFile } from './read-trace-file.js';
export { traceLine, writeTrace } from './write-trace.js';

// Recorders

export { type RecordWorkspaceOptions, recordWorkspace, type WorkspaceRecorder } from './workspace/record-workspace.js';

// Readers of session logs

export { claudeCodeReader, readClaudeCode } from './claude-code/read-claude-code.js';
export { readSession, sessionReaders, streamSession } from './read-session.js';
export type { SessionReader, SessionReading, SessionReadOptions } from './session-reader.js';

// Which paths a tool call names

export type { NamedPaths } from './paths/named-paths.js';
export { shellPaths } from './paths/shell-paths.js';
export { touchedPaths } from './paths/touched-paths.js';
export { type PathBase, workspacePath } from './paths/workspace-path.js';
