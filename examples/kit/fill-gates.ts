import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { PolicyGate } from '../../src/capabilities/decisions/contract.ts';
import type { Filling } from './filling.ts';
import type { WrittenDecision } from './written-example.ts';

/** Decides at a gate, once, and answers whether it was now; the names stand in the decision for the roles that one person holds here. */
export async function decide(
  { ask, params: { problemId } }: Filling,
  { gate, decision }: { gate: PolicyGate; decision: WrittenDecision },
): Promise<boolean> {
  const params = { problemId, gate };
  const { snapshotHash, lastDecision } = await ask(formulation.readGate, { params });
  if (lastDecision) return false;
  const body = { ...decision.terms, snapshotHash, people: [...decision.people] };
  await ask(formulation.decideGate, { params, body });
  return true;
}

/** Decides, and keeps the page that all read then; what was decided before stays as it is. */
export async function decideAndKeepPage(filling: Filling, given: Parameters<typeof decide>[1]): Promise<void> {
  if (await decide(filling, given)) await keepPage(filling);
}

/** The one page as everybody reads it now. */
export async function keepPage({ ask, params }: Filling): Promise<void> {
  await ask(formulation.keepOnePage, { params });
}
