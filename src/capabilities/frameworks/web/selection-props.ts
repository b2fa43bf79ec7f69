import type { Approach, Draft, Selection } from '../contract.ts';

/** What every step of the selection gets. */
export interface StepProps {
  problemId: string;
  draft: Draft;
  result: Selection['result'];
  approaches: readonly Approach[];
  mayWrite: boolean;
  /** puts part of the draft in place of what stood there; it saves itself */
  put: (part: Partial<Draft>) => void;
}
