import { Transform } from 'node:stream';
import type { PlantedSecret } from './planted-secrets.js';

/** Takes secrets out of texts and bytes: as they are, as JSON or URLs escape them, and in base64. */
export class Redactor {
  /** Secret forms as Latin-1 text, so that bytes pass unchanged, longest first. */
  private readonly forms: readonly { readonly form: string; readonly mark: string }[];
  private readonly longest: number;

  constructor(secrets: readonly PlantedSecret[]) {
    this.forms = secrets
      .flatMap(({ name, value }) =>
        [...formsOf(value)].map((form) => ({ form: latin(form), mark: `[redacted ${name}]` })),
      )
      .sort((a, b) => b.form.length - a.form.length);
    this.longest = this.forms[0]?.form.length ?? 0;
  }

  /** Nothing to take out. */
  get idle(): boolean {
    return this.forms.length === 0;
  }

  text(text: string): string {
    return this.idle ? text : this.bytes(Buffer.from(text)).toString();
  }

  bytes(bytes: Uint8Array): Buffer {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.idle) return whole;
    const before = whole.toString('latin1');
    const after = this.replace(before);
    return after === before ? whole : Buffer.from(after, 'latin1');
  }

  /** Any JSON value, strings and field names alike. */
  value<T>(value: T): T {
    if (this.idle) return value;
    const before = JSON.stringify(value);
    const after = this.text(before);
    return after === before ? value : JSON.parse(after);
  }

  /** For streams; a secret may lie across two chunks. */
  transform(): Transform {
    let carry = '';
    const { longest } = this;
    const replace = (text: string) => this.replace(text);
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        const text = replace(carry + chunk.toString('latin1'));
        const keep = Math.min(text.length, Math.max(0, longest - 1));
        carry = text.slice(text.length - keep);
        done(null, Buffer.from(text.slice(0, text.length - keep), 'latin1'));
      },
      flush(done) {
        done(null, Buffer.from(carry, 'latin1'));
      },
    });
  }

  private replace(text: string): string {
    let result = text;
    for (const { form, mark } of this.forms) if (result.includes(form)) result = result.replaceAll(form, mark);
    return result;
  }
}

function formsOf(value: string): Set<string> {
  return new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
  ]);
}

function latin(text: string): string {
  return Buffer.from(text).toString('latin1');
}
