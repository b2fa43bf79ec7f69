/**
 * What a running queue does from time to time. It outlives a database that is busy or away for a while: a turn that
 * fails is told and the next one tries again.
 */
export class Turns {
  readonly #failed: (error: unknown) => void;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #going = new Set<Promise<void>>();
  #state: 'idle' | 'running' | 'stopped' = 'idle';

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** A turn that is not over when its time comes again is not begun a second time. */
  every(ms: number, work: () => Promise<void>): void {
    this.#state = 'running';
    let isBusy = false;
    const turn = async () => {
      if (isBusy) return;
      isBusy = true;
      await work().finally(() => (isBusy = false));
    };
    const timer = setInterval(() => this.once(turn), ms);
    timer.unref();
    this.#timers.push(timer);
  }

  /** Once, at once; nothing before the first `every` and after `stop`. */
  once(work: () => Promise<void>): void {
    if (this.#state !== 'running') return;
    const going = work()
      .catch((error: unknown) => {
        if (this.#state === 'running') this.#failed(error);
      })
      .finally(() => this.#going.delete(going));
    this.#going.add(going);
  }

  /** Until the turns that have begun are over. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#going);
  }
}
