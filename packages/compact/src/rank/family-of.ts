const marks = ['_starter_v', '_elite_v', '_v'] as const;

/**
 * The family that a template's key seems to belong to: what stands before the last `_starter_v`, `_elite_v` or else `_v`.
 * The whole key where none of them stands within (`my_vault` is taken for `my`, as the reference takes it).
 */
export function familyOf(templateKey: string): string {
  for (const mark of marks) {
    const at = templateKey.lastIndexOf(mark);
    if (at > 0) return templateKey.slice(0, at);
  }
  return templateKey;
}
