/** An answer without the question it repeats word for word; whoever only repeats the question has said nothing. */
export function withoutQuestion(answer: string, question: string): string {
  const asked = question.trim();
  if (asked.length < 8) return answer;
  const at = answer.toLowerCase().indexOf(asked.toLowerCase());
  if (at < 0 || answer.toLowerCase().length !== answer.length) return answer;
  return `${answer.slice(0, at)}\n\n${answer.slice(at + asked.length)}`;
}
