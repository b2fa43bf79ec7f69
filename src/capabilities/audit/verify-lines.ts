import { ChainCheck } from './chain-check.ts';
import { type Checkpoint, readCheckpointText } from './checkpoint.ts';
import type { CheckpointFolder, KeptNote } from './checkpoint-folder.ts';
import { auditErrors } from './errors.ts';
import { readExportedLine, readExportHeader } from './exported-line.ts';
import { openNote, readVerifierKey, type VerifierKey } from './signed-note.ts';
import type { AuditVerdict, Finding } from './verdict.ts';

/** What is known of the log from outside. Without it only the chain itself can be checked. */
export type Evidence = Pick<CheckpointFolder, 'notes' | 'verifierKeys' | 'tornFiles'>;

export const noEvidence: Evidence = { notes: [], verifierKeys: [], tornFiles: [] };

/**
 * Checks an export without the database. Reads line by line, so that memory does not grow with the trail.
 * Throws `audit.not_an_export` and `audit.no_verifier_key`; whatever else is wrong is a finding.
 */
export async function verifyLines(lines: AsyncIterable<string>, evidence: Evidence): Promise<AuditVerdict> {
  const { genuine, forged } = judgeNotes(evidence);
  const run = new VerifyingRun(genuine);
  for await (const text of lines) if (text.trim() !== '') run.take(text);
  const broken = run.finish();
  return {
    intact: broken === null && forged.length === 0,
    // Hashes that fit each other prove nothing after the last checkpoint that fits them.
    size: broken?.code === 'rewritten' ? run.attested : run.chain.size,
    attested: run.attested,
    checkpoints: run.matched,
    unsealed: run.chain.unsealed,
    erased: run.chain.erased,
    tornFiles: evidence.tornFiles,
    findings: broken ? [broken, ...forged] : forged,
  };
}

/** Checkpoints in the order of their sizes, and those that no known key signed. */
function judgeNotes({ notes, verifierKeys }: Evidence): { genuine: Checkpoint[]; forged: Finding[] } {
  const keys = verifierKeys.map(readVerifierKey).filter((key) => key !== null);
  if (notes.length > 0 && keys.length === 0) throw auditErrors.noVerifierKey();
  const genuine: Checkpoint[] = [];
  const forged: Finding[] = [];
  for (const kept of notes) {
    const checkpoint = genuineCheckpoint(kept, keys);
    if (checkpoint) genuine.push(checkpoint);
    else
      forged.push({ code: 'checkpoint_forged', sequence: readCheckpointText(kept.note)?.size ?? 0, file: kept.file });
  }
  return { genuine: genuine.sort((a, b) => a.size - b.size), forged };
}

function genuineCheckpoint({ note }: KeptNote, keys: readonly VerifierKey[]): Checkpoint | null {
  const opened = openNote(note, keys);
  const checkpoint = opened && readCheckpointText(opened.text);
  return checkpoint?.origin === opened?.key.name ? checkpoint : null;
}

class VerifyingRun {
  readonly chain = new ChainCheck();
  attested = 0;
  matched = 0;
  readonly #checkpoints: readonly Checkpoint[];
  #header: { size: number } | null = null;
  #finding: Finding | null = null;

  constructor(checkpoints: readonly Checkpoint[]) {
    this.#checkpoints = checkpoints;
  }

  take(text: string): void {
    if (!this.#header) {
      this.#header = readExportHeader(text);
      if (!this.#header) throw auditErrors.notAnExport();
      return;
    }
    const line = readExportedLine(text);
    if (this.#finding) return this.#lookFurther(line?.event.sequence ?? null);
    this.#finding = this.chain.take(line) ?? this.#compareCheckpoints();
  }

  /** A missing event that comes later was moved, not deleted. */
  #lookFurther(sequence: number | null): void {
    if (this.#finding?.code === 'deleted' && sequence === this.#finding.sequence)
      this.#finding = { code: 'reordered', sequence };
  }

  #compareCheckpoints(): Finding | null {
    for (;;) {
      const next = this.#checkpoints[this.matched];
      if (!next || next.size !== this.chain.size) return null;
      if (next.root !== this.chain.range.root().toString('base64'))
        return { code: 'rewritten', sequence: this.attested + 1, attested: next.size };
      this.matched += 1;
      this.attested = next.size;
    }
  }

  finish(): Finding | null {
    if (!this.#header) throw auditErrors.notAnExport();
    if (this.#finding) return this.#finding;
    const sequence = this.chain.size + 1;
    const attested = this.#checkpoints.at(-1)?.size ?? 0;
    if (attested >= sequence) return { code: 'tail_cut', sequence, attested, by: 'checkpoint' };
    if (this.#header.size >= sequence) return { code: 'tail_cut', sequence, attested: this.#header.size, by: 'header' };
    return null;
  }
}
