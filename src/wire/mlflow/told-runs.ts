import type { Services } from '../../platform/context/context.ts';
import { onePerPeil } from '../../platform/context/one-per-peil.ts';
import { toJson } from '../../platform/json.ts';
import type { Retold, Run, RunMark } from '../../capabilities/tracking/index.ts';
import { runAnswer } from './answers.ts';

/** Some ten thousand runs. */
const most_bytes = 16 * 1024 * 1024;

/**
 * Runs as they are answered, in the bytes of their JSON. A page of a hundred runs is a hundred thousand bytes, which are the same the next time but
 * for what has changed: those that were asked for last are kept.
 */
class ToldRuns implements Retold<Buffer> {
  readonly #kept = new Map<string, { revision: number; json: Buffer }>();
  #bytes = 0;

  find({ id, revision }: RunMark): Buffer | undefined {
    const kept = this.#kept.get(id);
    if (kept?.revision !== revision) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept.json;
  }

  tell(run: Run, { id, revision }: RunMark): Buffer {
    const json = Buffer.from(toJson(runAnswer(run)));
    this.#drop(id);
    this.#kept.set(id, { revision, json });
    this.#bytes += json.length;
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= most_bytes) break;
      this.#drop(oldest);
    }
    return json;
  }

  #drop(id: string): void {
    this.#bytes -= this.#kept.get(id)?.json.length ?? 0;
    this.#kept.delete(id);
  }
}

export const toldRunsOf = onePerPeil((_services: Services) => new ToldRuns());
