import type { Services } from '../../platform/context/context.ts';
import { findLastCheckpoint, publishVerifierKey } from './checkpoint-folder.ts';
import { openCheckpointKey } from './checkpoint-key.ts';
import { countUnsealed, getHead } from './queries.ts';
import { sealEvents } from './seal-events.ts';
import { type SignerKey, writeVerifierKey } from './signed-note.ts';
import { writeCheckpoint } from './write-checkpoint.ts';

export interface Cadence {
  /** from a commit to the sealing of its events */
  sealAfterMs: number;
  /** a look at what no commit of this process announced; also writes the checkpoint of what was sealed since */
  lookEveryMs: number;
  /** so many sealed events do not wait for that look */
  checkpointAfterEvents: number;
}

const usualCadence: Cadence = { sealAfterMs: 200, lookEveryMs: 20_000, checkpointAfterEvents: 1_000 };

export interface AuditTrail {
  /** Seals what is there and writes the last checkpoint. */
  close(): Promise<void>;
}

/** Starts the sealer: woken by commits, asleep without them. Seals first what an earlier process left unsealed. */
export async function openAuditTrail(services: Services, cadence: Cadence = usualCadence): Promise<AuditTrail> {
  const key = await openCheckpointKey(services.config.dataFolder);
  await publishVerifierKey(services.config.checkpointFolder, writeVerifierKey(key));
  await reportCutChain(services, key);
  const sealer = new Sealer(services, key, cadence);
  await sealer.start();
  return sealer;
}

/** A restored backup looks like this too; in either case somebody must know. Verification goes on finding it. */
async function reportCutChain({ config, database, log }: Services, { name: origin }: SignerKey): Promise<void> {
  const { checkpointFolder: folder } = config;
  const last = (await findLastCheckpoint(folder))?.checkpoint;
  const { sequence: present } = await getHead(database.reader);
  if (!last || last.size <= present) return;
  const attested = last.size;
  // Neither events nor the key that signed: the data folder was thrown away, and its neighbour was not.
  if (present === 0 && last.origin !== origin)
    log.warn(
      { folder, attested },
      'Peil begins anew, but these checkpoints are of a data folder that is no longer here, and none is written before the new trail is longer than theirs: move them away and keep them, or restore a backup',
    );
  else
    log.error(
      { attested, present },
      'the audit chain is shorter than its last checkpoint: events were removed, or an older backup was restored',
    );
}

class Sealer implements AuditTrail {
  readonly #services: Services;
  readonly #key: SignerKey;
  readonly #cadence: Cadence;
  /** one run after another: what is asked meanwhile follows it */
  #running: Promise<void> = Promise.resolve();
  #wake: NodeJS.Timeout | null = null;
  #look: NodeJS.Timeout | null = null;
  #sinceCheckpoint = 0;
  #stopListening: () => void = () => {};
  /** the last checkpoint holds all that was sealed here */
  #isAttested = false;

  constructor(services: Services, key: SignerKey, cadence: Cadence) {
    this.#services = services;
    this.#key = key;
    this.#cadence = cadence;
  }

  start(): Promise<void> {
    this.#stopListening = this.#services.events.afterCommit(() => this.#wakeSoon());
    this.#look = setInterval(() => void this.#run(true), this.#cadence.lookEveryMs).unref();
    return this.#run(true);
  }

  async close(): Promise<void> {
    this.#stopListening();
    clearInterval(this.#look ?? undefined);
    clearTimeout(this.#wake ?? undefined);
    await this.#run(true);
  }

  #wakeSoon(): void {
    this.#wake ??= setTimeout(() => {
      this.#wake = null;
      void this.#run(false);
    }, this.#cadence.sealAfterMs).unref();
  }

  #run(withCheckpoint: boolean): Promise<void> {
    this.#running = this.#running.then(() => this.#work(withCheckpoint));
    return this.#running;
  }

  /** Where only this process writes, all that was sealed is attested by it: an idle server need not read the chain. */
  async #hasNothingNew(): Promise<boolean> {
    const { kind, watcher } = this.#services.database;
    return kind === 'sqlite' && (await countUnsealed(watcher)) === 0;
  }

  /** A failure leaves the events unsealed and the reason in the log; the next commit or look tries again. */
  async #work(withCheckpoint: boolean): Promise<void> {
    try {
      if (this.#isAttested && (await this.#hasNothingNew())) return;
      const sealed = await sealEvents(this.#services);
      this.#sinceCheckpoint += sealed;
      if (sealed > 0) this.#isAttested = false;
      if (!withCheckpoint && this.#sinceCheckpoint < this.#cadence.checkpointAfterEvents) return;
      await writeCheckpoint(this.#services, this.#key);
      this.#sinceCheckpoint = 0;
      this.#isAttested = true;
    } catch (error) {
      this.#services.log.error({ err: error }, 'sealing the audit trail failed; it is tried again');
    }
  }
}
