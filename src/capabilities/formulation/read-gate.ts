import type { Context } from '../../platform/context/context.ts';
import { showSnapshot } from '../decisions/index.ts';
import { composeSnapshot } from './compose-snapshot.ts';
import { today } from './days.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import type { Gate } from './gate-contract.ts';
import { allowedG1Outcomes, countOpen, listG1Evidence } from './gate-rules.ts';
import { formulationTexts } from './texts.ts';

/** G1 as it stands now, and the hash of what it shows. */
export async function readGate(ctx: Context, { problemId }: { problemId: string }): Promise<Gate> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const snapshot = composeSnapshot(evidence, await evaluateEvidence(evidence));
  const snapshotHash = await showSnapshot(ctx, { problemId, snapshot });
  const items = listG1Evidence(evidence, today(ctx.clock));
  const openItems = countOpen(items);
  const texts = formulationTexts[ctx.locale].gate;
  return {
    gate: 'g1',
    items: items.map((item) => ({ ...item, message: texts[item.id] })),
    openItems,
    allowedOutcomes: allowedG1Outcomes(evidence.problem.phase, openItems),
    snapshotHash,
    lastDecision: evidence.lastDecision,
  };
}
