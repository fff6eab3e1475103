import type { Check } from '@obey/catalog';

/** Drafted: the file is there and says something. Recompute in its place what is right; never throw. */
export const written: Check = ({ values, of }) =>
  (values[of] ?? []).map(({ key, value }) => ({
    item: key === '' ? of : key,
    passed: value !== undefined && value !== null,
    detail: value === undefined || value === null ? 'nothing was written' : 'it is there',
  }));

export const checks = { written };
