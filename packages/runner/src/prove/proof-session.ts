import type { Abilities } from '@obey/process';

/** What the proof's session does: every kind of call that a trial rests on, known beforehand. */
export const proof = {
  input: { path: 'input.txt', text: 'first line\nsecond line\n' },
  written: { path: 'made/output.txt', text: 'made by a tool\n' },
  /** Three calls of one turn. */
  atOnce: { sleep: 'sleep 0.4; echo slept', other: 'echo other' },
  failing: { command: 'exit 3', exit: 3 },
  branches: ['left', 'right'],
  branchCommand: (label: string): string => `sleep 1; echo ${label}`,
  answer: 'The proof is complete.',
} as const;

/** The thought behind it. */
export async function performProof(abilities: Abilities): Promise<void> {
  await Promise.all([
    abilities.read(proof.input.path),
    abilities.run(proof.atOnce.sleep),
    abilities.run(proof.atOnce.other),
  ]);
  await abilities.run(proof.failing.command);
  await abilities.write(proof.written.path, proof.written.text);
  const work = (label: string) => async (own: Abilities) => void (await own.run(proof.branchCommand(label)));
  await abilities.concurrently(proof.branches.map((label) => ({ label, work: work(label) })));
  await abilities.say(proof.answer);
}
