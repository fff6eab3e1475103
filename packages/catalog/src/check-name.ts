/** Whether a correctness check is a name in check.ts rather than an expression. */
export function isCheckName(check: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9]*$/.test(check);
}
