/**
 * The numbers a group of digits can mean, likeliest first. `1,250` is 1250 or (in Germany) 1.25; `1.250,00` and
 * `1'250.00` leave no choice. Separators: comma, point, apostrophe, blank; groups of three, or of two in Indian style.
 */
export function readNumber(digits: string): number[] {
  const marks = digits.replace(/\d/g, '');
  const plain = Number(digits.replace(/[^\d]/g, ''));
  if (marks === '') return [plain];
  const last = marks.at(-1) ?? '';
  const cut = digits.lastIndexOf(last);
  const decimals = digits.length - cut - 1;
  const asDecimal = Number(`${digits.slice(0, cut).replace(/[^\d]/g, '')}.${digits.slice(cut + 1)}`);
  if (last === ' ' || last === "'") return [plain];
  if (marks.length > 1) return new Set(marks).size === 1 ? [plain] : [asDecimal];
  if (decimals !== 3 || /^0/.test(digits)) return [asDecimal];
  return last === ',' ? [plain, asDecimal] : [asDecimal, plain];
}
