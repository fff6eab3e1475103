import { artifactLimits, stateLists } from '../../artifact/artifact-limits.js';
import { emptyState } from '../../artifact/state-sections.js';
import { codePointLength, firstCodePoints } from '../../json/code-points.js';
import type { Artifact, StructuredState } from '../../model/artifact.js';

/** Lines in an artifact that has room for little else. */
export interface FilledArtifact {
  readonly summary: string;
  readonly state: StructuredState;
  readonly warnings: readonly string[];
}

/**
 * As many lines as an artifact can hold, in order: whole ones in the summary, the rest in the lists, as many to an entry as fit. A line that
 * is longer than an entry is cut at blanks. `linesOf` gives the text back.
 */
export function fillArtifact(lines: readonly string[]): FilledArtifact {
  const whole = packed(lines, artifactLimits.summary, 1);
  const [summary = ''] = whole.packs;
  const pieces = whole.rest.flatMap((line) => cutAtBlanks(line, artifactLimits.entry)).filter((piece) => piece !== '');
  const filled = packed(pieces, artifactLimits.entry, artifactLimits.list * stateLists.length);
  const state = { ...emptyState() };
  stateLists.forEach((name, index) => {
    state[name] = filled.packs.slice(index * artifactLimits.list, (index + 1) * artifactLimits.list);
  });
  const dropped = filled.rest.length;
  return { summary, state, warnings: dropped === 0 ? [] : [`the last ${dropped} lines found no room`] };
}

/** The lines of an artifact that `fillArtifact` filled. */
export function linesOf({ summaryText, structured_state }: Artifact): string[] {
  const texts = [summaryText, ...stateLists.flatMap((name) => structured_state[name])];
  return texts.filter((text) => text !== '').flatMap((text) => text.split('\n'));
}

/** Lines in packs of at most `size` code points, at most `most` packs; what follows the first that does not fit is the rest. */
function packed(lines: readonly string[], size: number, most: number) {
  const packs: string[] = [];
  let room = 0;
  for (const [index, line] of lines.entries()) {
    const length = codePointLength(line);
    if (packs.length > 0 && length + 1 <= room) {
      packs[packs.length - 1] += `\n${line}`;
      room -= length + 1;
    } else if (packs.length < most && length <= size) {
      packs.push(line);
      room = size - length;
    } else return { packs, rest: lines.slice(index) };
  }
  return { packs, rest: [] };
}

function cutAtBlanks(line: string, size: number): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (codePointLength(rest) > size) {
    const head = firstCodePoints(rest, size);
    const blank = head.lastIndexOf(' ');
    const cut = blank > 0 ? blank : head.length;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(blank > 0 ? cut + 1 : cut);
  }
  return [...pieces, rest];
}
