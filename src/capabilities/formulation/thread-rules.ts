import type { Evidence } from './gather-evidence.ts';
import { countOpen, type EvidenceItem, isSettled } from './gate-rules.ts';
import type { Phase, StationState } from './problem-contract.ts';
import { type Station, stations, type Thread } from './thread-contract.ts';

type StationOnThread = Thread['stations'][number];

/** Who answers for a station while something is asked there. */
const asked: Partial<Record<Station, StationOnThread['asked']>> = {
  opportunity: ['sme'],
  requirements: ['sme', 'data_scientist'],
  value: ['sme', 'sponsor', 'data_scientist'],
  decision: ['sme', 'sponsor'],
};

/** The thread of a problem: where it stands, what is open, who is asked. */
export function describeThread({ problem, lastDecision }: Evidence, items: readonly EvidenceItem[]): Thread {
  const { phase } = problem;
  const settled = isSettled(lastDecision);
  const line = stations.map((station): StationOnThread => {
    const open = phase === 'stopped' ? 0 : openAt(station, items, settled);
    return {
      station,
      state: stateOf(station, { phase, open: openAt(station, items, settled), settled }),
      openItems: open,
      asked: open > 0 ? (asked[station] ?? []) : [],
    };
  });
  return { phase, stations: line };
}

/** At the decision, deciding is itself what is asked, as soon as all evidence is there. */
function openAt(station: Station, items: readonly EvidenceItem[], settled: boolean): number {
  const here = countOpen(items.filter((item) => item.station === station));
  if (station !== 'decision') return here;
  return settled ? 0 : here + (countOpen(items) === 0 ? 1 : 0);
}

/** Where the evidence is gathered: open from the start. G0 will hold the last two back once it is signed. */
const evidenceStations: readonly Station[] = ['opportunity', 'requirements', 'value'];

function stateOf(station: Station, at: { phase: Phase; open: number; settled: boolean }): StationState {
  const { phase, open, settled } = at;
  if (evidenceStations.includes(station)) {
    if (open === 0) return 'done';
    return phase === 'stopped' ? 'not_yet' : 'open';
  }
  if (station === 'decision') return settled ? 'done' : 'open';
  if (station === 'data') return phase === 'formulation' || phase === 'stopped' ? 'not_yet' : 'open';
  return station === 'overview' ? 'open' : 'not_yet';
}
