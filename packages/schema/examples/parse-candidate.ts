import { formatCandidate, ObeyError, parseCandidate, toJsonSchema } from '@obey/schema';

/** What a user typed, as data; or the one line that says what is wrong with it. */
export function describeCandidate(text: string): string {
  try {
    const candidate = parseCandidate(text);
    return `${formatCandidate(candidate)} runs ${candidate.harness} in the environment ${candidate.environment}`;
  } catch (error) {
    if (ObeyError.isInstance(error)) return error.line;
    throw error;
  }
}

/** For an editor that completes task.yaml. */
export const taskJsonSchema = toJsonSchema('task');
