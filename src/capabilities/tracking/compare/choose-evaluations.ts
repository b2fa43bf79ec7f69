import type { RunComparison } from '../compare-contract.ts';
import type { CountedRun, FigureName } from './run-protocols.ts';

export interface ChosenEvaluations {
  /** of each run that was evaluated, the evaluation that it is compared by */
  byRun: ReadonlyMap<string, CountedRun>;
  /** under which runs were evaluated, the one that most of them were first */
  protocols: RunComparison['protocols'];
}

interface Asked {
  by: FigureName;
  /** key of a protocol */
  protocol: string | undefined;
}

/**
 * A run that was evaluated under several protocols is compared by the one that was asked for, else by the one that most of the runs
 * share, so that as many as can be compare; under one protocol its newest evaluation counts.
 */
export function chooseEvaluations(
  evaluated: ReadonlyMap<string, readonly CountedRun[]>,
  { by, protocol }: Asked,
): ChosenEvaluations {
  const protocols = protocolsOf([...evaluated.values()], by);
  const keys = protocols.map(({ key }) => key).toSorted((a, b) => Number(b === protocol) - Number(a === protocol));
  const byRun = new Map<string, CountedRun>();
  for (const [runId, own] of evaluated) {
    const shared = keys.find((key) => own.some(({ keys: { [by]: mine } }) => mine === key));
    const chosen = own.find(({ keys: { [by]: mine } }) => mine === shared) ?? own[0];
    if (chosen) byRun.set(runId, chosen);
  }
  return { byRun, protocols };
}

/** Of equally many the one that was evaluated under last. */
function protocolsOf(runs: readonly (readonly CountedRun[])[], by: FigureName): RunComparison['protocols'] {
  const found = new Map<string, { words: string; runs: Set<number>; newest: number }>();
  for (const [run, own] of runs.entries())
    for (const { keys, words, finishedAt } of own) {
      const key = keys[by];
      if (key === null) continue;
      const known = found.get(key) ?? { words: words[by], runs: new Set(), newest: 0 };
      known.runs.add(run);
      known.newest = Math.max(known.newest, finishedAt);
      found.set(key, known);
    }
  return [...found]
    .toSorted(([, a], [, b]) => b.runs.size - a.runs.size || b.newest - a.newest)
    .map(([key, { words, runs: those }]) => ({ key, words, runs: those.size }));
}
