import type { GateId, Outcome } from '../decisions/contract.ts';
import { asksFor } from '../decisions/index.ts';
import type { ProblemFacts, ProposalFacts } from '../formulation/index.ts';
import type { Bearer } from '../identity/index.ts';
import { daysAfter } from './days.ts';
import { type Ask, type AskKind, askKinds, type Asks, type Part, parts } from './asks.ts';
import type { Stage } from './stages.ts';
import { isRole, withWaitingRoles } from './waiting-roles.ts';

/** All but the title, which is kept apart. */
export type Facts = Omit<ProblemFacts, 'title' | 'decisionKey' | 'proposals'> & {
  bearers: readonly Bearer[];
  proposals: readonly Proposed[];
};
/** `proposedBy` null: has left */
type Proposed = Omit<ProposalFacts, 'proposedBy'> & { proposedBy: string | null };

/** What follows from the facts of a problem and what its parts ask: for the portfolio, and for the homes. */
export interface Settled {
  stage: Stage;
  asks: (Ask & { since: number })[];
  /** the most pressing first, up to the first that holds on any day: the first that holds on the day holds it up */
  blockers: Ask[];
}

type Gate = ProposalFacts['gate'];

/** Parts that a gate looks at, whatever its policy names: before G0 there is nothing of a solution. */
const partsOfG0: readonly Part[] = ['opportunity', 'stakeholders', 'steering'];

/** Pure, so that an event and a rebuild cannot answer differently. Nothing is asked of a problem that is stopped. */
export function settleProblem(facts: Facts, asks: Asks): Settled {
  const { phase } = facts;
  if (facts.isDeleted || phase === 'stopped') return { stage: 'stopped', asks: [], blockers: [] };
  const all = phase === 'formulation' ? duringFormulation(facts, asks) : afterGo(facts, phase);
  const steering = asks.steering.map((ask) => ({ ...ask, asked: ask.asked.flatMap((role) => othersOf(role, facts)) }));
  const known = new Set(all.asks.map(({ id }) => id));
  const together = [...all.asks, ...steering.filter(({ id }) => !known.has(id))];
  const everything = withWaitingRoles([...together, ...unfilled(facts, together)], facts);
  const asked = everything.map((ask) => sinceWhen(ask, facts)).sort(byUrgency);
  return { stage: all.stage, asks: asked, blockers: blockersAmong(asked) };
}

/** What rests holds nothing up; a signature that ends is asked again on its day, and what followed from it ends before. */
function blockersAmong(asked: readonly Ask[]): Ask[] {
  const pressing = asked.filter(({ notBefore, kind }) => notBefore === null || kind === 'sign');
  const last = pressing.findIndex(({ notBefore, notAfter }) => notBefore === null && notAfter === undefined);
  return last < 0 ? pressing : pressing.slice(0, last + 1);
}

interface Before {
  stage: Stage;
  asks: Ask[];
}

function duringFormulation(facts: Facts, asks: Asks): Before {
  const gate: Gate = facts.acceptedAt === null ? 'g0' : 'g1';
  const { isWhole, ...at } = atGate(facts, gate, evidenceOf(facts, asks, gate));
  return at.stage === null ? { ...at, stage: stageAt(gate, isWhole) } : { ...at, stage: at.stage };
}

const stagesOfGates: Partial<Record<Gate, Stage>> = { g2: 'data', g3: 'approach' };

/** After a go at G1: the next gate there is asks its own evidence, of whoever answers for it. */
function afterGo(facts: Facts, phase: Exclude<Facts['phase'], 'formulation' | 'stopped'>): Before {
  const { later } = facts;
  if (later === null) return { stage: phase, asks: conditionsOf(facts) };
  const { stage, asks } = atGate(facts, later.gate, laterEvidenceOf(facts, later));
  return { stage: stage ?? stagesOfGates[later.gate] ?? phase, asks };
}

/** What one gate asks as things stand, with what lies on its table; `stage` is null unless it waits for its day. */
function atGate(
  facts: Facts,
  gate: Gate,
  evidence: Ask[],
): { stage: 'deferred' | null; asks: Ask[]; isWhole: boolean } {
  const proposal = facts.proposals.find((each) => each.gate === gate);
  const rests = restsUntil(facts);
  const now = evidence.filter(({ notBefore }) => notBefore === null);
  const propose = proposal || now.length > 0 ? [] : [proposeAt(facts, gate)];
  const waiting = [...evidence, ...propose].map((ask) => ({ ...ask, notBefore: laterDay(ask.notBefore, rests) }));
  return {
    stage: rests === null ? null : 'deferred',
    isWhole: proposal !== undefined || now.length === 0,
    asks: [
      ...facts.proposals.flatMap((each) => asksOfProposal(each, now)),
      ...conditionsOf(facts),
      ...waiting,
      ...reviewOf(facts, rests),
    ],
  };
}

const askedBy: Readonly<Record<string, { kind: AskKind; asked: string }>> = {
  'value.model': { kind: 'value', asked: 'sme' },
  'value.measured': { kind: 'measured', asked: 'data_scientist' },
  'findings.kept': { kind: 'findings_kept', asked: 'data_scientist' },
  sufficiency: { kind: 'sufficiency', asked: 'data_engineer' },
  findings: { kind: 'findings', asked: 'sme' },
  metrics: { kind: 'metrics', asked: 'data_scientist' },
  approaches: { kind: 'approaches', asked: 'data_scientist' },
  framework: { kind: 'framework', asked: 'analytics_architect' },
};

/** Of what is open at a gate after a go what its policy asks, each part together: it leads to the first thing that is open. */
function laterEvidenceOf(facts: Facts, { gate, open }: NonNullable<Facts['later']>): Ask[] {
  const rule = ruleAt(facts, gate);
  if (!rule) return [];
  const waived = new Set(facts.proposals.filter((each) => each.gate === gate).flatMap((each) => each.waived));
  const asked = open.filter(({ id }) => asksFor(rule, id) && !waived.has(id));
  const groups = Map.groupBy(asked, ({ id }) => askedBy[id] ?? askedBy[id.slice(0, id.indexOf('.'))]);
  return [...groups].flatMap(([how, items]) => {
    const [first] = items;
    if (!how || !first) return [];
    const { station, field } = first;
    const ids = items.map(({ id }) => id);
    const ask = { id: how.kind, kind: how.kind, asked: [how.asked], station, field, items: ids };
    return [{ since: null, due: null, notBefore: null, talk: null, ...ask, params: { count: ids.length } }];
  });
}

const ruleAt = (facts: Facts, gate: Gate) =>
  facts.proposals.find((each) => each.gate === gate)?.rule ?? facts.rules[gate];

const laterDay = (a: string | null, b: string | null) => ((a ?? '') > (b ?? '') ? a : b);

function stageAt(gate: Gate, isWhole: boolean): Stage {
  if (gate === 'g0') return 'opportunity';
  return isWhole ? 'decision' : 'weighing';
}

/** What was deferred waits until its day, unless somebody has put a decision on the table again. */
function restsUntil({ lastDecision, proposals }: Facts): string | null {
  return lastDecision?.outcome === 'defer' && proposals.length === 0 ? lastDecision.reviewDate : null;
}

/** Open evidence of the parts that the policy asks for at this gate, without what was waived by name. */
function evidenceOf(facts: Facts, asks: Asks, gate: Gate): Ask[] {
  const rule = ruleAt(facts, gate);
  if (!rule) return [];
  const waived = new Set(facts.proposals.flatMap((each) => each.waived));
  const named: readonly string[] = rule.evidence;
  const asked = parts.filter((part) => named.includes(part) && (gate === 'g1' || partsOfG0.includes(part)));
  // Who was given an item of the checklist by name or by a day sees it, whatever the policy says.
  const given = asked.includes('checklist') ? [] : asks.checklist.filter(({ kind }) => kind === 'checklist_item');
  const single = rule.evidence.includes('risk.classified') && !asked.includes('risk') ? onlyTheClass(asks.risk) : [];
  const whole = asked.filter((part) => part !== 'steering').flatMap((part) => asks[part]);
  return [...whole, ...single, ...given].flatMap((ask) => withoutWaived(ask, waived));
}

/** Of the assessment, a rule may ask the class under the AI Act alone. */
function onlyTheClass(risk: readonly Ask[]): Ask[] {
  const open = risk.filter(({ kind, items = [] }) => kind === 'risk' && items.includes('risk.classified'));
  return open.map((ask) => ({ ...ask, field: 'class', items: ['risk.classified'], params: { count: 1 } }));
}

function withoutWaived(ask: Ask, waived: ReadonlySet<string>): Ask[] {
  const { items = [], params } = ask;
  const open = items.filter((item) => !waived.has(item));
  if (open.length === items.length) return [ask];
  if (open.length === 0) return [];
  return [{ ...ask, items: open, params: { ...params, count: open.length } }];
}

const atDecision = { since: null, due: null, notBefore: null, station: 'decision', field: null, talk: null } as const;
const isGo = (outcome: Outcome) => outcome === 'go' || outcome === 'conditional_go';

/** Who must still sign; an objection to answer; and, when nothing else is open, the last signature. */
function asksOfProposal(proposal: Proposed, evidence: readonly Ask[]): Ask[] {
  const { gate, outcome, at, rule, signed, stale, objecting, proposedBy, endsOn = {} } = proposal;
  const base = { ...atDecision, since: at };
  const unsigned = isGo(outcome)
    ? rule.roles.filter((role) => !signed.includes(role) && !objecting.includes(role))
    : [];
  const objections = isGo(outcome) ? objecting : [];
  const ending = isGo(outcome) ? rule.roles.flatMap((role) => ({ role, on: endsOn[role] ?? null })) : [];
  const [first] = ending.flatMap(({ on }) => on ?? []).sort();
  const isReady = unsigned.length === 0 && objections.length === 0 && (!isGo(outcome) || evidence.length === 0);
  return [
    ...objections.map((role): Ask => {
      return {
        ...base,
        id: `objection.${gate}.${role}`,
        kind: 'objection',
        asked: [proposedBy ?? 'sme'],
        params: { gate, role },
        ...endingBefore(endsOn[role]),
      };
    }),
    ...unsigned.map((role): Ask => {
      const params = { gate, outcome, role, isStale: stale.includes(role) };
      return { ...base, id: `sign.${gate}.${role}`, kind: 'sign', asked: [role], params };
    }),
    ...ending.flatMap(({ role, on }): Ask[] => {
      if (on === null) return [];
      const params = { gate, outcome, role, isEnded: true };
      return [{ ...base, id: `sign.${gate}.${role}`, kind: 'sign', asked: [role], notBefore: on, params }];
    }),
    ...(isReady
      ? [
          {
            ...base,
            id: `decide.${gate}`,
            kind: 'decide' as const,
            asked: rule.deciders,
            params: { gate, outcome },
            ...endingBefore(first),
          },
        ]
      : []),
  ];
}

/** Up to the day before. */
const endingBefore = (day: string | undefined) => (day === undefined ? {} : { notAfter: daysAfter(day, -1) });

/** Alone, one person decides at once; in a team the expert puts it on the table. */
function proposeAt({ isAlone }: Facts, gate: Gate): Ask {
  const [id, kind] = isAlone ? ([`decide.${gate}`, 'decide'] as const) : ([`propose.${gate}`, 'propose'] as const);
  return { ...atDecision, id, kind, asked: ['sme'], params: { gate } };
}

/** Of a gate that is not here any more, those of the go. */
const decidersAt = (rules: Facts['rules'], gate: GateId): string[] => [
  ...((rules[gate as Gate] ?? rules.g1)?.deciders ?? []),
];

/** Of who sees to it; else of who decides at its gate, who may say that it is met. */
function conditionsOf({ openConditions, rules }: Facts): Ask[] {
  return openConditions.map(({ id, gate, text, due, ownerId, setAt }) => ({
    ...atDecision,
    id: `condition.${id}`,
    kind: 'condition',
    asked: ownerId === null ? decidersAt(rules, gate) : [ownerId],
    since: setAt,
    due,
    params: { text },
  }));
}

function reviewOf({ lastDecision, rules }: Facts, rests: string | null): Ask[] {
  if (!lastDecision || rests === null) return [];
  const { at: since, gate } = lastDecision;
  const asked = decidersAt(rules, gate);
  return [
    { ...atDecision, id: 'review', kind: 'review', asked, since, due: rests, notBefore: rests, params: { gate } },
  ];
}

/** An expert steers those who do the rest: whoever of them is here; else the data scientist who is still to come. */
function othersOf(asked: string, { bearers }: Facts): string[] {
  if (asked !== 'others') return [asked];
  const others = bearers.filter(({ role, until }) => until === null && role !== 'sme').map(({ role }) => role);
  return others.length > 0 ? [...new Set(others)].sort() : ['data_scientist'];
}

/** A role that is asked for and that nobody has: somebody must be found, or it waits for ever. */
function unfilled({ bearers, isAlone, createdAt }: Facts, asks: readonly Ask[]): Ask[] {
  if (isAlone) return [];
  const held = new Set<string>(bearers.map(({ role }) => role));
  const counts = new Map<string, number>();
  for (const { asked, notBefore } of asks)
    if (notBefore === null && asked.every((each) => isRole(each) && !held.has(each)))
      for (const role of asked.slice(0, 1)) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => ({
    ...atDecision,
    id: `unfilled.${role}`,
    kind: 'unfilled',
    asked: ['sme', 'sponsor'],
    since: createdAt,
    station: 'team',
    params: { role, count },
  }));
}

const sinceWhen = (ask: Ask, { acceptedAt, createdAt }: Facts) => ({
  ...ask,
  since: ask.since ?? acceptedAt ?? createdAt,
});

function byUrgency(a: Ask, b: Ask): number {
  const rank = ({ kind, due, id }: Ask) => [askKinds.indexOf(kind), due ?? '9999', id] as const;
  const [left, right] = [rank(a), rank(b)];
  return left[0] - right[0] || left[1].localeCompare(right[1]) || (left[2] < right[2] ? -1 : 1);
}
