const parses = (bytes: Buffer): boolean => {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
};

/** A version superseded sooner than this, in ms, may be a write caught half-way. */
export const partialWithinMs = 50;

/**
 * Whether a version looks like a write caught half-way, given what superseded it soon after: JSON that does not parse,
 * or for other files (for which "parses" has no meaning) an empty one or a mere beginning of its successor.
 */
export const isHalfWritten = (path: string, version: Buffer, successor: Buffer): boolean => {
  if (version.length === 0) return successor.length > 0;
  if (path.endsWith('.json')) return !parses(version);
  return version.length < successor.length && successor.subarray(0, version.length).equals(version);
};
