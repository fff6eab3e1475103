/**
 * A double as `results.jsonl` spells it: shortest digits that read back the same, always with a point or an exponent;
 * plain from 1e-5 up to below 1e16 (`1.0`, `0.00001`), scientific beyond (`1e-6`, `1e+16`).
 */
export function jsonFloat(value: number): string {
  return spelled(value, { smallest: -5, digits: 1 });
}

/** A double as Python's `repr` and `json.dumps` spell it: plain from 1e-4 up to below 1e16, exponents of two digits. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return spelled(value, { smallest: -4, digits: 2 });
}

function spelled(value: number, { smallest, digits }: { smallest: number; digits: number }): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < smallest || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(digits, '0')}`;
  }
  const sign = value < 0 ? '-' : '';
  const significant = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${significant}`;
  const whole = significant.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = significant.slice(exponent + 1);
  return `${sign}${whole}.${rest === '' ? '0' : rest}`;
}

/**
 * A number with `places` decimals as Python's `format` gives it: exact ties go to the even digit (0.125 is `0.12`),
 * where `toFixed` takes the larger. Below 1e21.
 */
export function fixed(value: number, places: number): string {
  const text = value.toFixed(places);
  // Sixty more places show every double that could tie exactly; a tie is a five and nothing but noughts.
  const exact = Math.abs(value).toFixed(Math.min(100, places + 60));
  const cut = places === 0 ? exact.indexOf('.') : exact.indexOf('.') + places + 1;
  const tail = exact.slice(places === 0 ? cut + 1 : cut);
  if (!/^50*$/.test(tail)) return text;
  const down = exact.slice(0, cut);
  const even = Number(down.at(-1)) % 2 === 0;
  return even ? `${value < 0 ? '-' : ''}${down}` : text;
}

/** `fixed` with commas between thousands. */
export function grouped(value: number, places = 0): string {
  const [whole = '', decimals] = fixed(value, places).split('.');
  const commas = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? commas : `${commas}.${decimals}`;
}
