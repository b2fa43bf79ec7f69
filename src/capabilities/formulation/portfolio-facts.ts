import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Condition, Decision, GateRule, Outcome, PolicyGate, Proposal } from '../decisions/contract.ts';
import {
  findOpenProposal,
  findPolicy,
  findSnapshot,
  hashSnapshot,
  isWaivable,
  listConditions,
  listDecisionsOf,
  peopleAsked,
  policyInForce,
  ruleFor,
} from '../decisions/index.ts';
import { isPersonal, type problemRoles } from '../identity/index.ts';
import { findRiskClass } from '../risk/index.ts';
import { decisionKey } from './decision-key.ts';
import { composeSnapshot, writtenPart } from './compose-snapshot.ts';
import type { Gate } from './gate-contract.ts';
import { gatesHere, gatherOwned } from './gate-owners.ts';
import { gateToDecide, isGo, listEvidence } from './gate-rules.ts';
import { today } from './days.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied } from './gather-supplied.ts';
import type { AtStake, Phase } from './problem-contract.ts';
import { findProblem } from './problem-queries.ts';
import type { Station } from './thread-contract.ts';
import { findValueModel } from './value-queries.ts';

type Role = (typeof problemRoles)[number];

/** What lies on the table at a gate, and whose name is under it. */
export interface ProposalFacts {
  gate: PolicyGate;
  outcome: Outcome;
  at: number;
  proposedBy: string;
  rule: GateRule;
  waived: string[];
  /** roles that approved exactly the evidence of now, that approved other evidence, and that object */
  signed: Role[];
  stale: Role[];
  objecting: Role[];
  /** year-month-day: from when the name of such a role no longer counts, where the policy lets signatures end */
  endsOn?: Partial<Record<Role, string>>;
}

/** A decision without the names of people, which can be erased where they stand. */
export type LastDecision = Pick<
  Decision,
  'id' | 'gate' | 'outcome' | 'reasons' | 'redirect' | 'lessons' | 'reviewDate' | 'at'
>;

/** Where a problem stands, for lists over many problems. */
export interface ProblemFacts {
  title: string;
  /** what it is found by of all that was decided */
  decisionKey: string;
  phase: Phase;
  createdAt: number;
  isDeleted: boolean;
  atStake: AtStake | null;
  /** one person alone, who holds every role */
  isAlone: boolean;
  riskClass: Gate['riskClass'];
  /** when the opportunity was accepted at G0 */
  acceptedAt: number | null;
  lastDecision: LastDecision | null;
  openConditions: (Pick<Condition, 'id' | 'gate' | 'text' | 'due' | 'ownerId'> & { setAt: number })[];
  /** what the policy in force asks at each gate, for the class of this problem */
  rules: Partial<Record<PolicyGate, GateRule>>;
  proposals: ProposalFacts[];
  /** the gate after a go that is to be decided now, with what is open there; null where none is */
  later: { gate: PolicyGate; open: OpenItem[] } | null;
}

/** Something that a later gate looks at and that is not there yet. */
export interface OpenItem {
  id: string;
  station: Station;
  field: string | null;
}

type Known = Pick<Services, 'config' | 'database' | 'events' | 'clock'>;

/** null where there is no such problem. One query after another: within a transaction there is one connection. */
export async function findProblemFacts(services: Known, db: AnyDb, problemId: string): Promise<ProblemFacts | null> {
  const problem = await findProblem(db, problemId);
  if (!problem) return null;
  const isAlone = await isPersonal(services);
  const riskClass = await findRiskClass(db, problemId);
  const { document } = await policyInForce(db, isAlone);
  const decisions = await listDecisionsOf(db, problemId);
  const conditions = await listConditions(db, { problemId });
  const setAt = (decisionId: string) => decisions.find(({ id }) => id === decisionId)?.at ?? problem.created_at;
  const accepted = decisions.find(({ gate }) => gate === 'g0') ?? null;
  const ruleOf = (gate: PolicyGate) => ruleFor(document, { gate, riskClass });
  const gates = gatesHere(services);
  return {
    title: problem.title,
    decisionKey: decisionKey(decisions),
    phase: problem.phase,
    createdAt: problem.created_at,
    isDeleted: problem.deleted_at !== null,
    atStake: (await findValueModel(db, problemId)).atStake,
    isAlone,
    riskClass,
    acceptedAt: accepted && isGo(accepted) ? accepted.at : null,
    lastDecision: decisions[0] ? withoutPeople(decisions[0]) : null,
    openConditions: conditions
      .filter(({ metAt }) => metAt === null)
      .map(({ id, gate, text, due, ownerId, decisionId }) => ({
        id,
        gate,
        text,
        due,
        ownerId,
        setAt: setAt(decisionId),
      })),
    rules: Object.fromEntries(gates.map((gate) => [gate, ruleOf(gate)])),
    proposals: await listProposalFacts(services, db, { problemId, isAlone, riskClass }),
    later: problem.phase === 'modelling' ? await findLater(services, db, problemId) : null,
  };
}

function withoutPeople(decision: Decision): LastDecision {
  const { id, gate, outcome, reasons, redirect, lessons, reviewDate, at } = decision;
  return { id, gate, outcome, reasons, redirect, lessons, reviewDate, at };
}

interface Asked extends Pick<ProblemFacts, 'isAlone' | 'riskClass'> {
  problemId: string;
}

/** One query after another: within a transaction there is one connection. */
async function findLater(services: Known, db: AnyDb, problemId: string): Promise<ProblemFacts['later']> {
  const evidence = await gatherEvidence(db, problemId).catch(() => null);
  if (evidence === null) return null;
  const { phase } = evidence.problem;
  const gate = gateToDecide({ phase, decided: evidence.decided, gates: gatesHere(services) });
  if (gate === null) return null;
  const day = today(services.clock);
  const supplied = await gatherSupplied(services, db, { problemId, today: day });
  const owned = await gatherOwned(services, db, { problemId, gate, today: day });
  const open = listEvidence(gate, { evidence, supplied, owned, today: day }).filter(({ isDone }) => !isDone);
  return { gate, open: open.map(({ id, station, field }) => ({ id, station, field })) };
}

async function listProposalFacts(services: Known, db: AnyDb, asked: Asked): Promise<ProposalFacts[]> {
  const facts: ProposalFacts[] = [];
  for (const gate of gatesHere(services)) {
    const proposal = await findOpenProposal(db, { problemId: asked.problemId, gate });
    if (proposal) facts.push(await factsOf(services, db, { ...asked, gate, proposal }));
  }
  return facts;
}

async function factsOf(
  services: Known,
  db: AnyDb,
  given: Asked & { gate: PolicyGate; proposal: Proposal },
): Promise<ProposalFacts> {
  const { gate, proposal, isAlone, riskClass } = given;
  const { document } = await findPolicy(db, { ...proposal.policy, isPersonal: isAlone });
  const fresh = await listFresh(services, db, given);
  const rule = ruleFor(document, { gate, riskClass });
  const rolesOf = (signOffs: Proposal['signOffs']) => [...new Set(signOffs.map(({ role }) => role))];
  const approving = fresh.filter(({ verdict }) => verdict === 'approves');
  // A role of which several must sign has signed once they all have.
  const isWhole = (role: Role) =>
    isAlone || approving.filter((each) => each.role === role).length >= peopleAsked(rule, role);
  return {
    gate,
    outcome: proposal.terms.outcome,
    at: proposal.at,
    proposedBy: proposal.proposedBy,
    rule,
    waived: proposal.waivers.map(({ item }) => item).filter((item) => isWaivable(rule, item)),
    signed: rolesOf(approving).filter(isWhole),
    stale: rolesOf(proposal.signOffs.filter((each) => !fresh.includes(each))),
    objecting: rolesOf(fresh.filter(({ verdict }) => verdict === 'objects')),
    ...endsOf(rule, fresh),
  };
}

/** A day in each role and no moment, since what is asked when is compared by days: that of the signature that ends last. */
function endsOf({ validity_days }: GateRule, signOffs: Proposal['signOffs']): Pick<ProposalFacts, 'endsOn'> {
  if (validity_days === undefined) return {};
  const days = signOffs
    .toSorted((a, b) => a.at - b.at)
    .map(({ role, at }) => [role, dayOf(at + validity_days * day_ms)] as const);
  return days.length === 0 ? {} : { endsOn: Object.fromEntries(days) };
}

const day_ms = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * Signatures on what is written and left open now. The evaluation follows from the value model and takes its time, so what people wrote
 * is compared, and not the hash of the whole; the decision before is compared too, since each stands on the one before.
 */
async function listFresh(
  services: Known,
  db: AnyDb,
  { problemId, gate, proposal: { signOffs } }: Asked & { gate: PolicyGate; proposal: Proposal },
): Promise<Proposal['signOffs']> {
  const counting = signOffs.filter((signOff) => !signOff.isBeforeWaiver);
  if (counting.length === 0) return [];
  const evidence = await gatherEvidence(db, problemId).catch(() => null);
  if (evidence === null) return [];
  // What is written does not depend on the day.
  const supplied = await gatherSupplied(services, db, { problemId, today: '' });
  const owned = await gatherOwned(services, db, { problemId, gate, today: '' });
  const now = comparable(composeSnapshot(gate, { evidence, ...supplied, evaluation: null, owned }));
  const fresh: Proposal['signOffs'] = [];
  for (const signOff of counting) {
    const signed = await findSnapshot(db, { problemId, hash: signOff.snapshotHash });
    if (signed && comparable(signed) === now) fresh.push(signOff);
  }
  return fresh;
}

function comparable(snapshot: Readonly<Record<string, unknown>> & { previousDecisionId?: unknown }): string {
  return hashSnapshot({ ...writtenPart(snapshot), previousDecisionId: snapshot.previousDecisionId ?? null }).hash;
}
