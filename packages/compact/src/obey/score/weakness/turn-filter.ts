import type { Turn } from '../../../model/transcript.js';

/** A turn with what a filter may look at beside its text. */
export interface Sample {
  readonly turn: Turn;
  /** Turns in its transcript. */
  readonly of: number;
  readonly signal: boolean;
}

/** A turn's probability of being signal, up to its scale: the higher, the rather. */
export type TurnFilter = (sample: Omit<Sample, 'signal'>) => number;

const dimensions = 1 << 18;

/**
 * Logistic regression on what a filter without understanding can see: word unigrams and bigrams, character trigrams to
 * pentagrams, length, position and role. Stochastic gradient descent with AdaGrad, classes weighted alike, L2 by shrinking.
 */
export function trainFilter(
  samples: readonly Sample[],
  options: { readonly epochs?: number; readonly rate?: number } = {},
): TurnFilter {
  const { epochs = 4, rate = 0.15 } = options;
  const weights = new Float64Array(dimensions);
  const squares = new Float64Array(dimensions).fill(1e-6);
  const positives = Math.max(1, samples.filter(({ signal }) => signal).length);
  const weightOf = {
    signal: samples.length / (2 * positives),
    other: samples.length / (2 * Math.max(1, samples.length - positives)),
  };
  const seen = samples.map((sample) => ({ features: featuresOf(sample), signal: sample.signal }));
  let order = 12_345;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let step = 0; step < seen.length; step += 1) {
      order = (Math.imul(order, 1_103_515_245) + 12_345) >>> 0;
      const { features, signal } = seen[order % seen.length] as (typeof seen)[number];
      const error =
        (1 / (1 + Math.exp(-dot(weights, features))) - (signal ? 1 : 0)) * (signal ? weightOf.signal : weightOf.other);
      const learn = (index: number, value: number): void => {
        const gradient = error * value + 1e-5 * (weights[index] as number);
        squares[index] = (squares[index] as number) + gradient * gradient;
        weights[index] = (weights[index] as number) - (rate * gradient) / Math.sqrt(squares[index] as number);
      };
      for (const index of features.present) learn(index, features.share);
      learn(lengthIndex, features.length);
      learn(positionIndex, features.position);
    }
  }
  return (sample) => dot(weights, featuresOf(sample));
}

/** Indices of the features that a turn has, which all weigh the same, and two that are numbers. */
interface Features {
  readonly present: Uint32Array;
  readonly share: number;
  readonly length: number;
  readonly position: number;
}

const lengthIndex = 0;
const positionIndex = 1;

function dot(weights: Float64Array, { present, share, length, position }: Features): number {
  let sum = 0;
  for (const index of present) sum += weights[index] as number;
  return sum * share + (weights[lengthIndex] as number) * length + (weights[positionIndex] as number) * position;
}

function featuresOf({ turn, of }: Omit<Sample, 'signal'>): Features {
  const names = new Set<string>([
    `role:${turn.role}`,
    `position:${Math.floor((10 * turn.id) / of)}`,
    `length:${Math.floor(turn.content.length / 25)}`,
  ]);
  const text = turn.content.toLowerCase();
  const words = text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  words.forEach((word, index) => {
    names.add(`w:${word}`);
    names.add(`b:${word} ${words[index + 1] ?? ''}`);
  });
  for (let size = 3; size <= 5; size += 1) {
    for (let at = 0; at + size <= text.length; at += 1) names.add(text.slice(at, at + size));
  }
  return {
    present: Uint32Array.from(names, hash),
    share: 1 / Math.sqrt(names.size),
    length: turn.content.length / 1_000,
    position: turn.id / of,
  };
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return 2 + ((value >>> 0) % (dimensions - 2));
}

/** The area under the ROC curve: the chance that a signal turn is rated above another; ties count half. */
export function areaUnderCurve(rated: readonly { readonly rating: number; readonly signal: boolean }[]): number {
  const sorted = [...rated].sort((a, b) => a.rating - b.rating);
  let rankSum = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.rating === sorted[at]?.rating) end += 1;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at += 1) if (sorted[at]?.signal === true) rankSum += rank;
  }
  const positives = sorted.filter(({ signal }) => signal).length;
  const negatives = sorted.length - positives;
  return positives === 0 || negatives === 0
    ? 0.5
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
