/** Processes as people write them. */
export const sampleProse = {
  returns: `# Returns

1. Read input/orders.json.
2. For each order, in parallel:
   - Fetch GET /orders/<id> and save the answer to work/orders/<id>.json.
   - If it fails, retry up to 2 times; otherwise write the reason to work/missing/<id>.txt.
   - If its total is more than 500, write a note to work/review/<id>.txt. Otherwise write a label to work/labels/<id>.txt.
3. Read the notes and write report.md.
`,
  cleanup: `Read input/pages.json first. For every page, one after another, fetch /pages/<id> and write a copy to copies/<id>.json.
Repeat polishing until nothing is left, at most 4 times. At the end write summary.md.
`,
  plain: `- Read \`input/minutes.txt\` and write \`outline.md\`
- Read \`outline.md\` and write \`minutes.md\`
- Run \`npm test\`
`,
  vague: `1. For each applicant, look at the letter and the references.
2. Unless the applicant is known, ask the manager.
3. Decide.
`,
} as const;
