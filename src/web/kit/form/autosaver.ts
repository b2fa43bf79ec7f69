import { conflictOf } from '../api/refusal.ts';

export type SaveState<T> =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'conflict'; mine: T; theirs: T; current: number }
  | { kind: 'failed'; error: unknown };

export interface AutosaveOptions<T> {
  delay_ms: number;
  /** Saves what was written on top of `version`; answers the version it became. */
  save: (value: T, version: number) => Promise<number>;
  /** The other's text in a 409, as a value of this field. */
  theirs: (given: unknown) => T;
  onState: (state: SaveState<T>) => void;
}

/**
 * Saves what somebody is writing a moment after each pause: one save at a time, always the newest text, and never over
 * somebody else's. Knows no page, so that it is tested as it is.
 */
export class Autosaver<T> {
  #options: AutosaveOptions<T>;
  #version: number;
  #pending: { value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #state: SaveState<T> = { kind: 'saved' };

  constructor(version: number, options: AutosaveOptions<T>) {
    this.#version = version;
    this.#options = options;
  }

  get state(): SaveState<T> {
    return this.#state;
  }

  /**
   * Whether what was read with this version may take the place of what is shown. Asked again after each save: what comes
   * from another while one is under way is not taken, and would otherwise be written over unseen.
   */
  takes(version: number): boolean {
    return this.#state.kind === 'saved' && version >= this.#version;
  }

  /** From now on it saves this way. */
  connect(ways: Pick<AutosaveOptions<T>, 'save' | 'theirs'>): void {
    this.#options = { ...this.#options, ...ways };
  }

  /** Something fresher was read, and is shown: the next save builds on it. */
  read(version: number): void {
    if (this.takes(version)) this.#version = version;
  }

  change(value: T): void {
    this.#pending = { value };
    // Whoever writes on beside the two texts writes on in their own.
    if (this.#state.kind === 'conflict') return this.#show({ ...this.#state, mine: value });
    this.#show({ kind: 'waiting' });
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.delay_ms);
  }

  /** Saves now what is not saved yet, also what is typed meanwhile; answers whether all of it is saved. */
  async flush(): Promise<boolean> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#pending) this.#running ??= this.#saveAll();
    await this.#running;
    return this.#state.kind === 'saved';
  }

  /** After a conflict: this text is kept, on top of what the other wrote. */
  async resolve(value: T): Promise<void> {
    if (this.#state.kind !== 'conflict') return;
    this.#version = this.#state.current;
    this.#pending = { value };
    this.#show({ kind: 'waiting' });
    await this.flush();
  }

  /** One after the other until nothing is left, or it cannot be saved. */
  async #saveAll(): Promise<void> {
    while (this.#pending && (await this.#saveOnce(this.#pending.value)));
    this.#running = null;
  }

  async #saveOnce(value: T): Promise<boolean> {
    if (this.#state.kind === 'conflict') return false;
    this.#pending = null;
    this.#show({ kind: 'saving' });
    try {
      this.#version = await this.#options.save(value, this.#version);
      this.#show({ kind: this.#pending ? 'waiting' : 'saved' });
      return true;
    } catch (error) {
      // What was written on during the save is the newest, and is what must not be lost.
      const { value: mine } = (this.#pending ??= { value });
      const conflict = conflictOf(error);
      this.#show(
        conflict
          ? { kind: 'conflict', mine, theirs: this.#options.theirs(conflict.theirs), current: conflict.current }
          : { kind: 'failed', error },
      );
      return false;
    }
  }

  #show(state: SaveState<T>): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
