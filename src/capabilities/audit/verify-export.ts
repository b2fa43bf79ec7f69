import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Services } from '../../platform/context/context.ts';
import { readCheckpointFolder } from './checkpoint-folder.ts';
import { exportStream } from './export-audit.ts';
import type { AuditVerdict } from './verdict.ts';
import { noEvidence, verifyLines } from './verify-lines.ts';

export interface Witness {
  /** null: only the chain itself is checked */
  checkpointFolder: string | null;
  /** keys kept elsewhere; instead of those beside the checkpoints, which whoever writes there could replace */
  verifierKeys?: readonly string[];
}

/** Checks an export as it was written by `exportAudit`, without the database. */
export async function verifyExport(readable: Readable, witness: Witness): Promise<AuditVerdict> {
  const { checkpointFolder, verifierKeys } = witness;
  const evidence = checkpointFolder === null ? noEvidence : await readCheckpointFolder(checkpointFolder);
  const keys = verifierKeys ? [...verifierKeys] : evidence.verifierKeys;
  const lines = createInterface({ input: readable, crlfDelay: Number.POSITIVE_INFINITY });
  return verifyLines(lines, { ...evidence, verifierKeys: keys });
}

/** The same for the trail in a database, which must also end where its head says. */
export async function verifyDatabase(
  services: Pick<Services, 'database' | 'config' | 'clock'>,
  witness: Witness = { checkpointFolder: services.config.checkpointFolder },
): Promise<AuditVerdict> {
  const verdict = await verifyExport(exportStream(services), witness);
  const [first] = verdict.findings;
  // The header repeats the head; whoever reads the verdict knows no header here.
  if (first?.code === 'tail_cut' && first.by === 'header')
    return { ...verdict, findings: [{ ...first, by: 'database' }, ...verdict.findings.slice(1)] };
  return verdict;
}
