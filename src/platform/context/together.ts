/** What became of one of the items: its result, or why it was refused. */
export type Outcome<Result> = PromiseSettledResult<Result>;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/**
 * Small writes of many callers, made together: what arrives while a write is under way goes into the next one, all of it at
 * once. A caller who is alone waits for nobody; of twenty callers each waits for one transaction, not for twenty.
 * `write` answers an outcome for each item, in their order. Where it throws, nothing of it was kept, and each item is tried
 * by itself, so that the one at fault takes no other along. `inFlight` writes may be under way at a time: the next is got ready
 * while the first waits for the disk, where `write` bears that.
 */
export class Together<Item, Result> {
  readonly #write: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>;
  readonly #atMost: number;
  readonly #inFlight: number;
  readonly #waiting: Waiting<Item, Result>[] = [];
  #writing = 0;

  constructor(
    write: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>,
    { atMost = 64, inFlight = 1 } = {},
  ) {
    this.#write = write;
    this.#atMost = atMost;
    this.#inFlight = inFlight;
  }

  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#writing < this.#inFlight) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#writing += 1;
    // Requests that were read in the same turn of the event loop are taken along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#writeSome(this.#waiting.splice(0, this.#atMost));
    this.#writing -= 1;
  }

  async #writeSome(some: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await this.#write(some.map(({ item }) => item));
      some.forEach((waiting, index) => settle(waiting, outcomes[index]));
    } catch (error) {
      if (some.length === 1) some[0]?.reject(error);
      else for (const each of some) await this.#writeSome([each]);
    }
  }
}

function settle<Item, Result>({ resolve, reject }: Waiting<Item, Result>, outcome: Outcome<Result> | undefined): void {
  if (outcome?.status === 'fulfilled') resolve(outcome.value);
  else reject(outcome ? outcome.reason : new Error('of something written together no outcome was told'));
}
