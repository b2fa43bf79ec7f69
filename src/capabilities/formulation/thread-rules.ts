import { conditionStage } from '../decisions/contract.ts';
import type { Phase, StationState } from './problem-contract.ts';
import { type Station, stations, type Thread } from './thread-contract.ts';

type StationOnThread = Thread['stations'][number];

/** Where a problem stands: its phase, what a go still needs by station, and whether the gate was decided. */
export interface Standing {
  phase: Phase;
  open: Readonly<Partial<Record<Station, number>>>;
  settled: boolean;
  /** stations whose own gate has a go, and those whose gate waits for another */
  passed?: Readonly<Partial<Record<Station, boolean>>>;
  waits?: Readonly<Partial<Record<Station, boolean>>>;
  /** what capabilities above say of stations that no gate decides */
  known?: Readonly<Partial<Record<Station, StationState>>>;
}

/**
 * Is it decided, or still to be? The phase knows, and not the last decision at one gate: a no-go that was reopened at another
 * gate is open again.
 */
export const isSettled = ({ phase }: { phase: Phase }): boolean => phase !== 'formulation';

type Near = StationOnThread['near'];

/** Of the open conditions of a go those whose date is within a week or past, told by the earliest of them. */
export function nearConditions(open: readonly { due: string }[], today: string): Near {
  const near = open
    .filter(({ due }) => conditionStage(due, today) !== null)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const [first] = near;
  const stage = first && conditionStage(first.due, today);
  return first && stage ? { stage, due: first.due, count: near.length } : null;
}

/** Who answers for a station while something is asked there. */
const asked: Partial<Record<Station, StationOnThread['asked']>> = {
  opportunity: ['sme'],
  requirements: ['sme', 'data_scientist'],
  team: ['sme'],
  translation: ['data_scientist', 'sme'],
  value: ['sme', 'sponsor', 'data_scientist'],
  risk: ['risk_manager'],
  decision: ['sme', 'sponsor'],
  data: ['data_engineer', 'data_scientist', 'sme'],
  approach: ['analytics_architect', 'data_scientist'],
};
/** Where the evidence is gathered: open from the start; what waits for G0 says so within its station. */
const evidenceStations: readonly Station[] = ['opportunity', 'team', 'requirements', 'translation', 'value', 'risk'];

/** The thread of a problem: where it stands, what is open, who is asked. */
export function describeThread({ near = null, ...standing }: Standing & { near?: Near }): Thread {
  const line = stations.map((station): StationOnThread => {
    const openItems = standing.phase === 'stopped' ? 0 : asksAt(station, standing);
    return {
      station,
      state: stateOf(station, standing),
      openItems,
      near: station === 'decision' && standing.phase !== 'stopped' ? near : null,
      asked: openItems > 0 ? (asked[station] ?? []) : [],
    };
  });
  return { phase: standing.phase, stations: line };
}

/** At the decision, deciding is itself what is asked, as soon as all evidence is there. */
function asksAt(station: Station, { open, settled }: Standing): number {
  const here = open[station] ?? 0;
  if (station !== 'decision') return here;
  const isWhole = Object.values(open).every((count) => count === 0);
  return settled ? 0 : here + (isWhole ? 1 : 0);
}

export function stateOf(station: Station, given: Standing): StationState {
  const { phase, open, settled } = given;
  const isEvidence = evidenceStations.includes(station);
  const isCounted = open[station] !== undefined;
  const whileWritten: StationState = phase === 'stopped' ? 'not_yet' : 'open';
  if (isEvidence && isCounted && open[station] === 0) return 'done';
  if (isEvidence) return whileWritten;
  if (station === 'decision') return settled ? 'done' : 'open';
  if (station === 'data' || station === 'approach') return stateAfterGo(station, given);
  if (station === 'overview') return 'open';
  return stateKnown(station, given);
}

/** What was done stays done; of a problem that was stopped nothing is open. */
function stateKnown(station: Station, { phase, known = {} }: Standing): StationState {
  const state = known[station] ?? 'not_yet';
  return state === 'open' && phase === 'stopped' ? 'not_yet' : state;
}

/** What comes after a go at G1: open from then on, the approach once the data are enough; done with a go at its own gate. */
function stateAfterGo(station: 'data' | 'approach', { phase, open, passed = {}, waits = {} }: Standing): StationState {
  if (passed[station] === true) return 'done';
  if (phase === 'formulation' || phase === 'stopped') return 'not_yet';
  // Until something here asks for an approach, there is nothing to do at its station.
  if (station === 'approach' && (waits['approach'] === true || open['approach'] === undefined)) return 'not_yet';
  return 'open';
}
