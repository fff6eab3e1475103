import { readingEase } from '../../measure/reading-ease.js';
import type { Random } from '../../random.js';
import { drawClause, drawSettings } from './draw-clause.js';
import { drawProse, type ProseOptions } from './draw-prose.js';

/** What a section without further headings is to be like. */
export type LeafPlan =
  /** Prose whose reading ease lies in a range, inclusive; both equal for an exact score. */
  | { readonly kind: 'prose'; readonly ease: readonly [number, number] }
  /** A clause quoted word for word, with hard prose around it; below 45 also when all but the quotation is worded plainly. */
  | { readonly kind: 'quoted' }
  /** Nothing but a block of settings. */
  | { readonly kind: 'code' };

export interface LeafBody {
  /** Markdown, without its heading. */
  readonly text: string;
  /** As `readingEase` scores it. */
  readonly readingEase: number;
  /** Names, numbers, dates and codes that a rewrite must keep. */
  readonly facts: readonly string[];
  /** The clause that stands word for word. */
  readonly quote?: string;
}

/** @throws RangeError when the range of a plan cannot be reached */
export function drawLeaf(random: Random, plan: LeafPlan, options: Omit<ProseOptions, 'ease'>): LeafBody {
  if (plan.kind === 'code') {
    const text = `\`\`\`toml\n${drawSettings(random, options.subject)}\n\`\`\`\n`;
    return { text, readingEase: 100, facts: [] };
  }
  if (plan.kind === 'quoted') return drawQuoted(random, options);
  const { paragraphs, readingEase: score, facts } = drawProse(random, { ...options, ease: plan.ease });
  return { text: layOut(random, paragraphs), readingEase: score, facts };
}

function drawQuoted(random: Random, options: Omit<ProseOptions, 'ease'>): LeafBody {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const draw = random.fork('quoted', attempt);
    const { paragraphs, plain, facts } = drawProse(draw, { ...options, statements: 3, ease: [0, 66] });
    const quote = drawClause(draw.fork('clause'), options.subject);
    const contract = `${draw.pick(['N', 'P', 'Q', 'V'])}-${draw.integer(1_000, 9_999)}`;
    const intro = `This clause is part of ${draw.pick(['our lease', 'our loan terms', 'our cover'])} ${contract}.`;
    const withProse = (prose: readonly string[]) => `${intro}\n\n> ${quote}\n\n${prose.join('\n\n')}\n`;
    const text = withProse(paragraphs);
    const { score } = readingEase(text);
    if (score >= 38 || readingEase(withProse(plain)).score >= 45 || options.written.has(intro)) continue;
    options.written.add(intro);
    return { text, readingEase: score, facts: [contract, ...facts], quote };
  }
  throw new RangeError('no quoted clause stays hard to read');
}

/** Paragraphs, at times one of them as a list of its sentences. */
function layOut(random: Random, paragraphs: readonly string[]): string {
  const listed = random.chance(0.25) ? random.integer(0, paragraphs.length - 1) : -1;
  return `${paragraphs
    .map((text, index) => {
      const sentences = text.split(/(?<=\.) (?=[A-Z])/);
      return index === listed && sentences.length > 1 ? sentences.map((one) => `- ${one}`).join('\n') : text;
    })
    .join('\n\n')}\n`;
}
