import type { Entry, Known } from '../catalogue-contract.ts';
import { isOver } from '../mark-entry.ts';
import type { Candidate, ConstraintKey, Constraints, Draft } from '../selection-contract.ts';

export type Verdict = 'passes' | 'fails' | 'unknown';

/** One hard constraint that a candidate does not pass, or of which nobody knows whether it does. */
export interface KnockOut {
  candidateId: string;
  /** of the list, or the id of one of the team's own */
  constraint: string;
  verdict: 'fails' | 'unknown';
  /** what people found out; empty where the catalogue says it */
  reason: string;
  /** names of the entries it hangs on */
  entries: string[];
}

interface Judged {
  verdict: Verdict;
  entries: string[];
}

interface Facts {
  entries: readonly Entry[];
  constraints: Constraints;
  /** measured answer time; null where it is unknown */
  latency_ms: number | null;
}

const asVerdict = (known: Known): Verdict => (known === 'yes' ? 'passes' : known === 'no' ? 'fails' : 'unknown');

/** Which constraints are asked at all: those that somebody set, and always that nothing is chosen that has ended. */
function askedOf({ runsOn, offline, maxLatency_ms, dataStays, ...rest }: Constraints): ConstraintKey[] {
  const set: [ConstraintKey, boolean][] = [
    ['runs_on', runsOn !== null],
    ['offline', offline],
    ['latency', maxLatency_ms !== null],
    ['data_stays', dataStays !== 'any'],
    ['licence', rest.licences.length > 0],
    ['managed', rest.managed !== 'any'],
    ['training', rest.training],
    ['supported_until', rest.supportedUntil !== null],
    ['retired', true],
  ];
  return set.filter(([, isAsked]) => isAsked).map(([key]) => key);
}

/**
 * Hard constraints before any score: what does not pass is out, with its reason; what nobody knows is asked, and is no
 * failure. What people found out stands above the catalogue.
 */
export function findKnockOuts(draft: Draft, entriesByKey: ReadonlyMap<string, Entry>): KnockOut[] {
  return draft.candidates.flatMap((candidate) => {
    const facts: Facts = {
      entries: candidate.entryKeys.flatMap((key) => entriesByKey.get(key) ?? []),
      constraints: draft.constraints,
      latency_ms: latencyOf(draft, candidate),
    };
    const known = askedOf(draft.constraints).map((constraint) => ({ constraint, ...judge(constraint, facts) }));
    const own = draft.constraints.own.map(({ id }) => ({ constraint: id, verdict: 'unknown' as Verdict, entries: [] }));
    return [...known, ...own].flatMap((judged) => answered(judged, { draft, candidate }));
  });
}

function answered(
  { constraint, verdict, entries }: Judged & { constraint: string },
  { draft, candidate }: { draft: Draft; candidate: Candidate },
): KnockOut[] {
  const said = draft.answers.find((each) => each.candidateId === candidate.id && each.constraint === constraint);
  const counts = said && said.answer !== 'unknown' ? said.answer : verdict;
  if (counts === 'passes') return [];
  return [{ candidateId: candidate.id, constraint, verdict: counts, reason: said?.reason ?? '', entries }];
}

function latencyOf({ values }: Draft, { id }: Candidate): number | null {
  return values.find(({ candidateId, criterion }) => candidateId === id && criterion === 'latency')?.value ?? null;
}

const judges: Record<ConstraintKey, (facts: Facts) => Judged> = {
  runs_on: ({ entries, constraints: { runsOn } }) =>
    bestOf(predicting(entries), ({ runsOn: where }) =>
      where.length === 0 ? 'unknown' : runsOn !== null && where.includes(runsOn) ? 'passes' : 'fails',
    ),
  offline: ({ entries }) => bestOf(predicting(entries), ({ offline }) => asVerdict(offline)),
  data_stays: ({ entries, constraints: { dataStays } }) =>
    bestOf(predicting(entries), (entry) => judgeData(entry, dataStays)),
  training: ({ entries }) => bestOf(entries, ({ trains }) => asVerdict(trains)),
  licence: ({ entries, constraints: { licences } }) =>
    worstOf(entries, ({ licenceKind }) =>
      licences.includes(licenceKind) ? 'passes' : licenceKind === 'unknown' ? 'unknown' : 'fails',
    ),
  managed: ({ entries, constraints: { managed } }) =>
    managed === 'yes'
      ? bestOf(entries, (entry) => asVerdict(entry.managed))
      : worstOf(entries, (entry) => asVerdict(opposite[entry.managed])),
  supported_until: ({ entries, constraints: { supportedUntil } }) =>
    worstOf(entries, ({ endOfSupport }) =>
      endOfSupport === null ? 'unknown' : endOfSupport >= (supportedUntil ?? '') ? 'passes' : 'fails',
    ),
  // Nothing of the catalogue in it: nothing that could have ended.
  retired: ({ entries }) =>
    entries.length === 0 ? passed : worstOf(entries, ({ marks }) => (isOver(marks) ? 'fails' : 'passes')),
  latency: ({ latency_ms, constraints: { maxLatency_ms } }) => ({
    verdict: latency_ms === null ? 'unknown' : latency_ms <= (maxLatency_ms ?? Infinity) ? 'passes' : 'fails',
    entries: [],
  }),
};

const opposite: Record<Known, Known> = { yes: 'no', no: 'yes', unknown: 'unknown' };
const passed: Judged = { verdict: 'passes', entries: [] };

function judge(constraint: ConstraintKey, facts: Facts): Judged {
  return judges[constraint](facts);
}

function judgeData({ dataStays }: Entry, asked: Constraints['dataStays']): Verdict {
  if (dataStays === 'unknown') return 'unknown';
  return dataStays === 'device' || dataStays === asked ? 'passes' : 'fails';
}

/** What predicts, of a candidate that is made of several: the one that trains need not run on the phone. */
function predicting(entries: readonly Entry[]): readonly Entry[] {
  const able = entries.filter(({ infers }) => infers === 'yes');
  return able.length > 0 ? able : entries;
}

/** One that passes is enough. */
function bestOf(entries: readonly Entry[], judgeOne: (entry: Entry) => Verdict): Judged {
  return combined(entries, judgeOne, ['passes', 'unknown', 'fails']);
}

/** All must pass. */
function worstOf(entries: readonly Entry[], judgeOne: (entry: Entry) => Verdict): Judged {
  return combined(entries, judgeOne, ['fails', 'unknown', 'passes']);
}

function combined(entries: readonly Entry[], judgeOne: (entry: Entry) => Verdict, order: readonly Verdict[]): Judged {
  const verdicts = entries.map((entry) => ({ name: entry.name, verdict: judgeOne(entry) }));
  const verdict = order.find((each) => verdicts.some((one) => one.verdict === each)) ?? 'unknown';
  return { verdict, entries: verdicts.filter((one) => one.verdict === verdict).map(({ name }) => name) };
}
