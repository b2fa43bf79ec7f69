import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Filling } from './filling.ts';
import type { WrittenKeyResult, WrittenObjective } from './written-example.ts';

type Place = Pick<Filling, 'ask' | 'params'>;

/** Objectives and key results. */
export async function fillRequirements({ written, ...place }: Filling): Promise<void> {
  const { ask, params } = place;
  const { objectives: known } = await ask(formulation.listObjectives, { params });
  for (const objective of written.objectives) {
    const found = known.find(({ text }) => text === objective.text) ?? (await create(place, objective));
    for (const { verdicts: _, link: __, ...body } of objective.keyResults) {
      if (found.keyResults.some(({ metric }) => metric === body.metric)) continue;
      await ask(formulation.createKeyResult, { params: { ...params, objectiveId: found.id }, body });
    }
  }
}

function create({ ask, params }: Place, { text }: WrittenObjective): Promise<formulation.Objective> {
  return ask(formulation.createObjective, { params, body: { text } });
}

/** Whether machine learning can contribute: what data scientist and expert say of each key result. */
export async function fillVerdicts(filling: Filling): Promise<void> {
  const { ask, params } = filling;
  const { verdicts: known } = await ask(formulation.listVerdicts, { params });
  for (const { id: keyResultId, written } of await writtenKeyResults(filling)) {
    for (const body of written.verdicts) {
      if (known.some((each) => each.keyResultId === keyResultId && each.role === body.role)) continue;
      await ask(formulation.giveVerdict, { params: { ...params, keyResultId }, body });
    }
  }
}

/** The key results of the problem with what was written of them; one that somebody renamed is theirs. */
export async function writtenKeyResults({
  ask,
  params,
  written,
}: Filling): Promise<{ id: string; written: WrittenKeyResult }[]> {
  const { objectives } = await ask(formulation.listObjectives, { params });
  const all = written.objectives.flatMap(({ keyResults }) => keyResults);
  return objectives
    .flatMap(({ keyResults }) => keyResults)
    .flatMap(({ id, metric }) => {
      const found = all.find((each) => each.metric === metric);
      return found ? [{ id, written: found }] : [];
    });
}
