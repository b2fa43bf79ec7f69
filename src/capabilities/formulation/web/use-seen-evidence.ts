import { useState } from 'react';
import { Refusal } from '../../../web/kit/api/refusal.ts';
import type { Difference } from '../../decisions/contract.ts';

export interface SeenEvidence {
  /** of the evidence that was there when somebody began to write: what they put their name to */
  hash: string;
  /** what a refusal said is different now */
  changed: readonly Difference[];
  /** somebody writes: from here on it is what they have seen that counts */
  begin: () => void;
  /** takes in why it was refused: only what the refusal shows of the change has been seen after it */
  refused: (error: unknown) => void;
  done: () => void;
}

/**
 * What others write is shown at once, so the hash of the moment of the click could be that of something nobody here has
 * read. A refusal for another reason, such as a wrong password, changes nothing of what was seen.
 */
export function useSeenEvidence(shown: string): SeenEvidence {
  const [seen, setSeen] = useState<string | null>(null);
  const [changed, setChanged] = useState<readonly Difference[]>([]);
  const hash = seen ?? shown;
  return {
    hash,
    changed,
    begin: () => setSeen(hash),
    refused: (error) => {
      if (!(error instanceof Refusal) || error.code !== 'formulation.evidence_changed') return;
      const { snapshotHash, changed: different } = error.params as unknown as Told;
      setSeen(snapshotHash);
      setChanged(different);
    },
    done: () => {
      setSeen(null);
      setChanged([]);
    },
  };
}

interface Told {
  changed: readonly Difference[];
  snapshotHash: string;
}
