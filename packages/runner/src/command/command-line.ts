/** A command line for `/bin/sh -c`, and the words that it refers to as `$1` and `$2`. */
export interface ShellCall {
  readonly script: string;
  readonly words: readonly string[];
  /** Whether the prompt comes by standard input. */
  readonly byInput: boolean;
}

/** Fills `{prompt}` and `{promptFile}` without the shell ever reading the prompt. */
export function commandLine(template: string, prompt: string, promptFile: string): ShellCall {
  const fill = (text: string, hole: string, word: string) =>
    [`"${hole}"`, `'${hole}'`, hole].reduce((line, form) => line.replaceAll(form, `"$${word}"`), text);
  const script = fill(fill(template, '{promptFile}', '2'), '{prompt}', '1');
  return { script, words: [template.includes('{prompt}') ? prompt : '', promptFile], byInput: script === template };
}
