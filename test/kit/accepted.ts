import { hashSnapshot, recordDecision } from '../../src/capabilities/decisions/index.ts';
import type { Outcome } from '../../src/capabilities/decisions/contract.ts';
import { change } from '../../src/platform/context/change.ts';
import type { TestPeil } from './app.ts';
import { systemContext } from './audited.ts';

/** A decision at G0 as the gate would record it, without its evidence: the translation opens after a go. */
export async function decideG0(
  peil: Pick<TestPeil, 'services'>,
  problemId: string,
  outcome: Outcome = 'go',
): Promise<void> {
  const ctx = systemContext(peil.services);
  await change(ctx, (tx) =>
    recordDecision(tx, {
      problemId,
      gate: 'g0',
      actor: ctx.actor,
      terms: { outcome, reasons: 'The opportunity is clear.' },
      people: [{ name: 'Eva', role: 'sme', meaning: 'accepts the opportunity' }],
      hashed: hashSnapshot({ gate: 'g0', problemId, outcome }),
      proposal: { id: 'by-the-kit', policy: { name: 'standard', version: 0 } },
    }),
  );
}
