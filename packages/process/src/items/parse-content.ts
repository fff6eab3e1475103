/** A text as conditions see it: its value where it is JSON, else the text itself. */
export function parseContent(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
