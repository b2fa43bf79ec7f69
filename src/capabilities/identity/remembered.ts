import type { Clock } from '../../platform/clock.ts';

/**
 * Answers of the database, kept for a moment. `clear` forgets them at once, also those still being read: whoever asks
 * after a change never gets an answer from before it. What is absent is not kept, so that guesses fill no memory.
 */
export class Remembered<V> {
  readonly #entries = new Map<string, { value: Promise<V | null>; until: number }>();
  readonly #clock: Clock;
  readonly #forMs: number;
  readonly #atMost: number;

  constructor(clock: Clock, { forMs, atMost }: { forMs: number; atMost: number }) {
    this.#clock = clock;
    this.#forMs = forMs;
    this.#atMost = atMost;
  }

  get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const known = this.#entries.get(key);
    if (known && known.until > this.#clock.now()) return known.value;
    return this.#keep(key, load());
  }

  /** Keeps what another question has answered already. */
  put(key: string, value: V): void {
    void this.#keep(key, Promise.resolve(value));
  }

  clear(): void {
    this.#entries.clear();
  }

  #keep(key: string, value: Promise<V | null>): Promise<V | null> {
    const entry = { value, until: this.#clock.now() + this.#forMs };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#atMost) this.#forgetOldest();
    const forget = () => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    };
    void value.then((found) => found === null && forget(), forget);
    return value;
  }

  #forgetOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
