// Written out by hand, because the same report must have the same bytes under every locale.
const floor = (value: number, decimals: number): string => {
  const factor = 10 ** decimals;
  return (Math.floor(value * factor + 1e-9) / factor).toFixed(decimals);
};

/** 0–100, rounded down to two decimals, so that 89.999 never looks like the 90 of strict obedience. */
export const formatScore = (score: number): string => floor(score, 2);

/** 0–100 as a whole figure, rounded down; what is not quite nothing is `<1`. */
export const formatFigure = (figure: number): string => (figure > 0 && figure < 1 ? '<1' : floor(figure, 0));

/** 0–1 as a percentage with one decimal, rounded down: `97.3 %`. */
export const formatShare = (share: number): string => `${floor(share * 100, share === 1 ? 0 : 1)} %`;

/** `[88.10, 93.45]`. */
export const formatInterval = ([low, high]: readonly [number, number]): string =>
  `[${formatScore(low)}, ${formatScore(high)}]`;

/** A difference on the 0–100 scale with its sign: `+12.30`, `−4.00`, `0.00`. */
export const formatDifference = (difference: number): string => {
  const size = Math.abs(difference).toFixed(2);
  if (size === '0.00') return size;
  return `${difference > 0 ? '+' : '−'}${size}`;
};

/** A probability with three decimals. */
export const formatProbability = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3));

/** Milliseconds since the trial began, in seconds: `1.234 s`. */
export const formatMoment = (ms: number): string => `${(ms / 1000).toFixed(3)} s`;

/** A duration in ms, in the unit that a person would choose: `82 ms`, `4.2 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Bytes: `812 B`, `1.2 kB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `1 trial`, `2 trials`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
