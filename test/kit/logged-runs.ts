import { addNamingRule, addVariant } from '../../src/capabilities/tracking/contract.ts';
import type { TestPeil } from './app.ts';
import { wireTo } from './wire.ts';
import { asking } from './written-problem.ts';

const same = { parentId: null, note: '', segment: null, windowFrom: null, windowTo: null, data: null };

/** Experiments and a model that wait in the inbox, a naming rule, and variants of a model with their runs. */
export async function loggedRuns(peil: TestPeil, problemId: string): Promise<string> {
  const wire = wireTo(peil);
  const params = { problemId };
  const create = async (name: string, tags: readonly object[] = []): Promise<string> => {
    peil.clock.advance(1000);
    return (await wire('POST experiments/create', { name, tags })).body.experiment_id;
  };
  const run = (experiment_id: string, variant?: string) =>
    wire('POST runs/create', {
      experiment_id,
      tags: variant === undefined ? [] : [{ key: 'peil.variant', value: variant }],
    });
  for (const name of ['late-flights/first tries', 'late-flights/boosted trees', 'churn/2026-11']) {
    const id = await create(name);
    await run(id);
  }
  await run('0');
  await wire('POST registered-models/create', { name: 'churn of customers' });
  await asking(peil, addNamingRule, { params, body: { pattern: 'late-flights/*' } });

  const { id: parentId } = await asking(peil, addVariant, {
    params,
    body: {
      ...same,
      name: 'All flights',
      windowFrom: '2001-01-01',
      windowTo: '2001-03-31',
      data: 'Flights@1',
      params: [{ key: 'depth', value: '3' }],
    },
  });
  peil.clock.advance(1000);
  await asking(peil, addVariant, {
    params,
    body: { ...same, name: 'Atlanta', parentId, segment: 'From Atlanta', params: [{ key: 'depth', value: '5' }] },
  });
  const ours = await create('late-flights/variants');
  for (const variant of ['All flights', 'Atlanta', 'Atlanta', 'Denver', undefined]) await run(ours, variant);
  return problemId;
}
