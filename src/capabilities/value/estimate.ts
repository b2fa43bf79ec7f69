import { decimalToNumber } from './money.ts';
import { type Said, saying } from './problem-texts.ts';

/** A figure with its range; without low and high it is taken as certain. */
export interface Estimate<T> {
  low?: T | undefined;
  likely: T;
  high?: T | undefined;
}

/** What is wrong with the order of an estimate, as a sentence, or nothing. */
export function describeDisorder<T extends string | number>(
  { low, likely, high }: Estimate<T>,
  compare: (a: T, b: T) => number,
): ({ field: 'low' | 'high' } & Said) | undefined {
  if ((low === undefined) !== (high === undefined)) {
    const missing = low === undefined ? 'low' : 'high';
    return { field: missing, ...saying((t) => t.loneBound[missing]) };
  }
  if (low === undefined || high === undefined) return undefined;
  if (compare(low, likely) > 0) {
    return { field: 'low', ...saying((t, write) => t.lowAbove({ low: write(low), likely: write(likely) })) };
  }
  if (compare(likely, high) > 0) {
    return { field: 'high', ...saying((t, write) => t.highBelow({ high: write(high), likely: write(likely) })) };
  }
  return undefined;
}

/** One uncertain figure of a model, by its path in the document (`values.tp`). */
export interface Input {
  path: string;
  low: number;
  likely: number;
  high: number;
}

/** Reads one figure out of a draw. A draw holds one number for each uncertain input, in the order of the inputs. */
export type Reader = (draw: ArrayLike<number>) => number;

/**
 * Gathers the uncertain figures of a model while its readers are made. Figures with one `key` are one uncertainty and
 * move together (the mean of a column that two amounts share).
 */
export class InputList {
  readonly inputs: Input[] = [];
  readonly #byKey = new Map<string, Reader>();

  number(path: string, estimate: Estimate<number>, key = path): Reader {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const reader = this.#add(path, estimate);
    this.#byKey.set(key, reader);
    return reader;
  }

  money(path: string, { low, likely, high }: Estimate<string>): Reader {
    const number = decimalToNumber;
    if (low === undefined || high === undefined) return this.number(path, { likely: number(likely) });
    return this.number(path, { low: number(low), likely: number(likely), high: number(high) });
  }

  #add(path: string, { low, likely, high }: Estimate<number>): Reader {
    if (low === undefined || high === undefined || low === high) return () => likely;
    const index = this.inputs.length;
    this.inputs.push({ path, low, likely, high });
    return (draw) => draw[index] ?? likely;
  }
}

/** The draw in which every figure is at its likely value. */
export function likelyDraw(inputs: readonly Input[]): number[] {
  return inputs.map((input) => input.likely);
}
