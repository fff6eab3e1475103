import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { caseNamespace, deriveCaseSeed, deriveSeed } from './derive-seed.js';

const vectors = hasShared ? JSON.parse(sharedFile('vectors/derive_seed.json')) : undefined;

describe('deriveSeed', () => {
  it('takes the first eight bytes of SHA-256', () => {
    expect(deriveSeed(42n, 'entity')).toBe(14416892186413443550n);
    expect(deriveSeed(-1n, 'entity')).not.toBe(deriveSeed(1n, 'entity'));
  });

  it.skipIf(!hasShared)('agrees with every vector', () => {
    for (const { base, name, seed } of vectors.derive_seed) expect(String(deriveSeed(BigInt(base), name))).toBe(seed);
    expect(vectors.derive_seed.length).toBe(64);
  });
});

describe('deriveCaseSeed', () => {
  it.skipIf(!hasShared)('agrees with every vector', () => {
    for (const { namespace, seed_group, slot, seed } of vectors.derive_case_seed) {
      expect(String(deriveCaseSeed(namespace, seed_group, slot))).toBe(seed);
    }
    expect(vectors.derive_case_seed.length).toBe(48);
  });

  it.skipIf(!hasShared)('gives the seeds that were published for a real run', () => {
    for (const { template, namespace, seed_group, slot, published_seed } of JSON.parse(
      sharedFile('vectors/external_crosscheck.json'),
    ).vectors) {
      const own = caseNamespace({ key: 'elite_practice', version: '1.0.0' }, { key: template, version: '1.0.0' });
      expect(own).toBe(namespace);
      expect(String(deriveCaseSeed(own, seed_group, slot))).toBe(published_seed);
    }
  });
});
