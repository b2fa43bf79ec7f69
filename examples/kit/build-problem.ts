import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Ask } from './ask.ts';
import { fillChecklist } from './fill-checklist.ts';
import { decideOnApproach } from './fill-approach.ts';
import { fillConversations } from './fill-conversations.ts';
import { fillContract, fillDataset, fillSources } from './fill-data.ts';
import { fillFindings, fillNotes } from './fill-findings.ts';
import { decide, keepPage } from './fill-gates.ts';
import { fillOpportunity } from './fill-opportunity.ts';
import { fillRequirements, fillVerdicts } from './fill-requirements.ts';
import { fillRuns } from './fill-runs.ts';
import { fillRisk, signRisk } from './fill-risk.ts';
import { decideOnData, fillSufficiency } from './fill-sufficiency.ts';
import { fillTeam } from './fill-team.ts';
import { fillTranslation } from './fill-translation.ts';
import { fillAlternatives, fillValue } from './fill-value.ts';
import type { Filling } from './filling.ts';
import type { WrittenExample } from './written-example.ts';

/** In the order in which a team would: what is talked about must be there, and what is signed comes last. */
const steps: readonly ((filling: Filling) => Promise<void>)[] = [
  fillOpportunity,
  fillTeam,
  async (filling) => void (await decide(filling, { gate: 'g0', decision: filling.written.accepted })),
  fillRequirements,
  fillTranslation,
  fillValue,
  fillAlternatives,
  fillRisk,
  fillConversations,
  fillVerdicts,
  fillChecklist,
  signRisk,
  close,
  fillSources,
  fillDataset,
  fillNotes,
  fillContract,
  fillFindings,
  fillSufficiency,
  decideOnData,
  decideOnApproach,
  fillRuns,
];

/** The page that all have read is kept before the decision, and once more with it in. */
async function close(filling: Filling): Promise<void> {
  const { decided } = filling.written;
  const { phase } = await filling.ask(formulation.readThread, { params: filling.params });
  if (phase === 'formulation') await keepPage(filling);
  if (!decided) return;
  await decide(filling, { gate: 'g1', decision: decided });
  if (decided.terms.outcome !== 'no_go') await keepPage(filling);
}

interface Building {
  ask: Ask;
  written: WrittenExample;
  problemId: string;
  /** how much is done, from 0 to 1 */
  report: (share: number) => void;
}

/** Writes an example into a problem, or what is still missing of it, by the public API alone. */
export async function buildProblem({ ask, written, problemId, report }: Building): Promise<void> {
  const filling = { ask, written, params: { problemId } };
  const { phase } = await ask(formulation.readThread, { params: { problemId } });
  if (phase === 'stopped') return;
  for (const [index, fill] of steps.entries()) {
    report(index / steps.length);
    await fill(filling);
  }
}
