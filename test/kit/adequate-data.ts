import { hashSnapshot, recordDecision } from '../../src/capabilities/decisions/index.ts';
import { change } from '../../src/platform/context/change.ts';
import type { TestPeil } from './app.ts';
import { systemContext } from './audited.ts';

/** Gate G2, as if its roles had been here: what a test of approaches and frameworks begins with. */
export async function findDataAdequate({ services }: Pick<TestPeil, 'services'>, problemId: string): Promise<void> {
  const ctx = systemContext(services);
  const people = [{ name: 'Ida', role: 'data_engineer' as const, meaning: 'finds the data adequate' }];
  await change(ctx, (tx) =>
    recordDecision(tx, {
      problemId,
      gate: 'g2',
      actor: ctx.actor,
      terms: { outcome: 'go', reasons: 'It is enough.' },
      people,
      hashed: hashSnapshot({ gate: 'g2', problemId }),
      proposal: { id: 'by-the-kit', policy: { name: 'standard', version: 0 } },
    }),
  );
}
