import { expect, it } from 'vitest';
import { scoreOf } from '../examples/score-method.js';

it('scores a method between who keeps nothing and who keeps all', async () => {
  const [none, ledger, oracle] = [
    await scoreOf('built-in:null'),
    await scoreOf('built-in:hybrid-ledger'),
    await scoreOf('built-in:oracle'),
  ];
  expect(none).toBe(0);
  expect(oracle).toBeGreaterThanOrEqual(0.98);
  expect(ledger).toBeGreaterThan(none);
  expect(ledger).toBeLessThan(oracle);
});
