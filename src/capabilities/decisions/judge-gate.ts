import type { ProblemRole } from '../identity/contract.ts';
import type { Outcome } from './contract.ts';
import type { GateRule } from './policy-contract.ts';

export interface SignOffSeen {
  role: ProblemRole;
  userId: string;
  /** on exactly the evidence and the proposal that stand there now */
  isFresh: boolean;
  verdict: 'approves' | 'objects';
}

/** Everything that bears on one gate at one moment. */
export interface GateCase {
  rule: GateRule;
  outcome: Outcome;
  /** one person alone at their own machine: four eyes are waived by name, nothing else is */
  isPersonal: boolean;
  /** a practice that the law forbids */
  isProhibited: boolean;
  /** ids of what is open, such as `value.model` */
  openItems: readonly string[];
  waivedItems: readonly string[];
  signOffs: readonly SignOffSeen[];
  proposerId: string | null;
  decider: { userId: string; roles: readonly ProblemRole[] };
}

/** What stands between the case and its outcome. */
export type Obstacle =
  | { kind: 'prohibited' }
  | { kind: 'item'; item: string }
  | { kind: 'waivers'; most: number }
  | { kind: 'unsigned'; role: ProblemRole }
  | { kind: 'stale'; role: ProblemRole }
  | { kind: 'objection'; role: ProblemRole }
  | { kind: 'quorum'; role: ProblemRole; asked: number; signed: number }
  | { kind: 'one_person'; roles: ProblemRole[] }
  | { kind: 'proposer' }
  | { kind: 'decider'; roles: ProblemRole[] };

const isGo = (outcome: Outcome): boolean => outcome === 'go' || outcome === 'conditional_go';

/**
 * What the policy still asks before this person may decide so: nothing left means they may. A go needs whole evidence and
 * every role, each from somebody else; to stop, to wait or to look again needs the decider only, for that is never too early.
 */
export function judgeGate(given: GateCase): Obstacle[] {
  const { rule, outcome, decider } = given;
  const mayDecide = decider.roles.some((role) => rule.deciders.includes(role));
  const aboutDecider: Obstacle[] = mayDecide ? [] : [{ kind: 'decider', roles: [...rule.deciders] }];
  if (!isGo(outcome)) return aboutDecider;
  return [
    ...(given.isProhibited ? [{ kind: 'prohibited' as const }] : []),
    ...obstaclesInEvidence(given),
    ...obstaclesInSignOffs(given),
    ...aboutDecider,
    ...(given.isPersonal || given.proposerId !== decider.userId ? [] : [{ kind: 'proposer' as const }]),
  ];
}

/** An open item of a part that the policy asks for; a waiver takes its place, as far as waivers go. */
function obstaclesInEvidence({ rule, openItems, waivedItems }: GateCase): Obstacle[] {
  const asked = openItems.filter((item) => asksFor(rule, item));
  const isWaived = (item: string) => waivedItems.includes(item) && isWaivable(rule, item);
  const waived = asked.filter(isWaived);
  const open = asked.filter((item) => !isWaived(item));
  return [
    ...open.map((item): Obstacle => ({ kind: 'item', item })),
    ...(waived.length > rule.waivers ? [{ kind: 'waivers' as const, most: rule.waivers }] : []),
  ];
}

/** A rule asks for whole parts of the evidence, and here and there for one item of a part. */
export function asksFor({ evidence }: Pick<GateRule, 'evidence'>, item: string): boolean {
  const asked: readonly string[] = evidence;
  return asked.includes(item) || asked.includes(item.slice(0, item.indexOf('.')));
}

/**
 * By its class a problem has its rule: whoever left the class open would choose the rule of the least one. And a condition of
 * an earlier go is met or not: left open it would have been none.
 */
const neverWaived: readonly string[] = ['risk.classified', 'decision.conditions', 'conditions.met'];

/** What is asked can be waived by name, but for what decides which rule holds; advice is open to anybody as it is. */
export function isWaivable(rule: Pick<GateRule, 'evidence'>, item: string): boolean {
  return asksFor(rule, item) && !neverWaived.includes(item);
}

/** How many different people must sign in a role; alone at one's own machine, one. */
export function peopleAsked({ quorum = [] }: Pick<GateRule, 'quorum'>, role: ProblemRole): number {
  return quorum.find((each) => each.role === role)?.people ?? 1;
}

function obstaclesInSignOffs(given: GateCase): Obstacle[] {
  const { rule, signOffs, isPersonal, decider } = given;
  const byRole = rule.roles.flatMap((role) => obstaclesInRole(given, role));
  if (byRole.length > 0 || isPersonal) return byRole;
  const fresh = signOffs.filter((each) => each.isFresh);
  const signers = rule.roles.flatMap((role) => {
    const people = fresh.filter((each) => each.role === role).map(({ userId }) => userId);
    return Array.from({ length: peopleAsked(rule, role) }, () => people);
  });
  // Who decides stands for a role too, so that nobody both signs and decides.
  return areDifferentPeople([...signers, [decider.userId]]) ? [] : [{ kind: 'one_person', roles: [...rule.roles] }];
}

function obstaclesInRole({ rule, signOffs, isPersonal }: GateCase, role: ProblemRole): Obstacle[] {
  const here = signOffs.filter((each) => each.role === role);
  const fresh = here.filter((each) => each.isFresh);
  if (fresh.some(({ verdict }) => verdict === 'objects')) return [{ kind: 'objection', role }];
  if (fresh.length === 0) return [{ kind: here.length > 0 ? 'stale' : 'unsigned', role }];
  const signed = new Set(fresh.map(({ userId }) => userId)).size;
  const asked = isPersonal ? 1 : peopleAsked(rule, role);
  return signed >= asked ? [] : [{ kind: 'quorum', role, asked, signed }];
}

/** Can each role be given a person of its own? Somebody with two roles counts once (Kuhn's augmenting paths). */
function areDifferentPeople(signers: readonly (readonly string[])[]): boolean {
  const roleOf = new Map<string, number>();
  const find = (role: number, seen: Set<string>): boolean =>
    (signers[role] ?? []).some((person) => {
      if (seen.has(person)) return false;
      seen.add(person);
      const other = roleOf.get(person);
      if (other !== undefined && !find(other, seen)) return false;
      roleOf.set(person, role);
      return true;
    });
  return signers.every((_, role) => find(role, new Set()));
}
