import { escapeHtml } from '../escape/escape-html.js';

/** HTML that was written here; everything else is text and gets escaped. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

type Piece = Markup | string | number | null | false | readonly Piece[];

/**
 * A template whose literal parts are HTML and whose values are text: every value is escaped unless it is itself the
 * result of this tag. `null` and `false` leave nothing; a list is joined. Put values in attributes between quotes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(parts.map((part, index) => part + render(values[index] ?? null)).join(''));
}

function render(piece: Piece): string {
  if (piece instanceof Markup) return piece.toString();
  if (piece === null || piece === false) return '';
  if (typeof piece === 'number') return String(piece);
  return typeof piece === 'string' ? escapeHtml(piece) : piece.map(render).join('');
}
