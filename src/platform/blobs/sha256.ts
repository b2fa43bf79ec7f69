declare const isSha256: unique symbol;
/** 64 lower-case hexadecimal digits, and nothing else: no path can be written in it. */
export type Sha256 = string & { [isSha256]: true };

/** The name of a blob; undefined for anything that is not one. */
export function asSha256(text: string): Sha256 | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? (text as Sha256) : undefined;
}
