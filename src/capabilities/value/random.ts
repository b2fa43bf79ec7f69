/** Uniform numbers strictly between 0 and 1. */
export type Random = () => number;

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/**
 * Spreads one seed over the state: a counter in steps of the golden ratio through the finalizer of MurmurHash3
 * (Appleby, 2011), so that neighbouring seeds give unrelated streams and the state is never all zero.
 */
function* mixSeed(seed: number): Generator<number, never> {
  for (let counter = seed; ;) {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter ^ (counter >>> 16);
    word = Math.imul(word, 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    yield word ^ (word >>> 16);
  }
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021): the same seed gives
 * the same numbers in every browser and server. Period 2¹²⁸ − 1; 32 random bits a number. Not for secrets.
 */
export function createRandom(seed: number): Random {
  const words = mixSeed(seed);
  let [a, b, c, d] = [words.next().value, words.next().value, words.next().value, words.next().value];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return (result + 0.5) / 0x1_0000_0000;
  };
}
