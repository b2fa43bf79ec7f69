/** How the trail divides: vouched for by a checkpoint, sealed since, waiting for the seal; as counts and as widths. */
export interface ChainShares {
  attested: number;
  sealed: number;
  waiting: number;
  /** shares of the picture, together 1; what is there at all stays wide enough to be seen */
  widths: Record<'attested' | 'sealed' | 'waiting', number>;
}

const narrowest = 0.02;
const parts = ['attested', 'sealed', 'waiting'] as const;

export function chainShares(given: { size: number; unsealed: number; attestedSize: number | null }): ChainShares {
  const attested = Math.min(given.attestedSize ?? 0, given.size);
  const counts = { attested, sealed: given.size - attested, waiting: given.unsealed };
  const all = counts.attested + counts.sealed + counts.waiting;
  const raised = parts.map((part) => (counts[part] === 0 ? 0 : Math.max(counts[part] / all, narrowest)));
  const sum = raised.reduce((total, width) => total + width, 0) || 1;
  const [first = 0, second = 0, third = 0] = raised.map((width) => width / sum);
  return { ...counts, widths: { attested: first, sealed: second, waiting: third } };
}
