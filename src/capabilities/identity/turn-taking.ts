import { platformErrors } from '../../platform/errors/platform-errors.ts';

/** Lets a few pieces of work run at once; the others wait in line, and are sent away where the line is full. */
export class TurnTaking {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #atMostWaiting: number;

  constructor({ atOnce, atMostWaiting }: { atOnce: number; atMostWaiting: number }) {
    this.#free = atOnce;
    this.#atMostWaiting = atMostWaiting;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.#atMostWaiting)
      throw platformErrors.notReady({ reason: 'too many people are signing in at this moment' });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
