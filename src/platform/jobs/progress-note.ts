import type { AnyDb } from '../db/database.ts';
import { on } from './tables.ts';

const shortestPause_ms = 250;

/** Writes how far a run is: the latest word only, and never more than a few times a second. */
export class ProgressNote {
  readonly #write: (share: number, sentence: string) => Promise<void>;
  #latest: { share: number; sentence: string } | undefined;
  #writing: Promise<void> | undefined;

  constructor(write: (share: number, sentence: string) => Promise<void>) {
    this.#write = write;
  }

  say(share: number, sentence: string): void {
    this.#latest = { share: Math.min(1, Math.max(0, share)), sentence };
    this.#writing ??= this.#writeAll();
  }

  /** Until the last word is written. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#latest) {
        const { share, sentence } = this.#latest;
        this.#latest = undefined;
        await this.#write(share, sentence);
        if (this.#latest) await new Promise((resolve) => setTimeout(resolve, shortestPause_ms));
      }
    } finally {
      this.#writing = undefined;
    }
  }
}

export async function writeProgress(
  db: AnyDb,
  { id, attempt }: { id: string; attempt: number },
  { share, sentence }: { share: number; sentence: string },
): Promise<void> {
  await on(db)
    .updateTable('job')
    .set({ progress: share, progress_text: sentence })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .execute();
}
