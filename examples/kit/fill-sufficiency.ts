import * as formulation from '../../src/capabilities/formulation/contract.ts';
import * as sufficiency from '../../src/capabilities/sufficiency/contract.ts';
import { theDataset } from './fill-data.ts';
import { decideAndKeepPage } from './fill-gates.ts';
import { writtenKeyResults } from './fill-requirements.ts';
import type { Filling } from './filling.ts';
import { waitUntil } from './wait-until.ts';
import type { WrittenPlan } from './written-data.ts';

type Place = Pick<Filling, 'ask' | 'params'>;

/** Whether the data is enough for what was required: as it was tried, measured, and answered by the expert. */
export async function fillSufficiency({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { id: datasetId } = await theDataset(place, data);
  for (const written of data.plans) {
    for (const plan of await stillToTry(place, written)) await judge(place, written, { ...plan, datasetId });
    await answer(place, written);
  }
}

/** The tries that were not made yet. What is there may be the plan of a try that was broken off before it was measured. */
async function stillToTry(place: Place, written: WrittenPlan): Promise<WrittenPlan['tries']> {
  const { plan, judged } = await look(place, written);
  const columns = plan.content.columns.join();
  const last = plan.version === 0 ? -1 : written.tries.findIndex((each) => each.columns.join() === columns);
  return written.tries.slice(judged && !judged.isStale ? last + 1 : Math.max(0, last));
}

async function look({ ask, params }: Place, { of }: WrittenPlan): Promise<sufficiency.RequirementSufficiency> {
  const { requirements } = await ask(sufficiency.readSufficiency, { params });
  const found = requirements.find(({ what }) => what === of);
  if (!found) throw new Error(`the data requirement "${of}" is gone: somebody removed it meanwhile`);
  return found;
}

async function judge(place: Place, written: WrittenPlan, content: sufficiency.PlanContent): Promise<void> {
  const { ask } = place;
  const { dataRequirementId, plan: before } = await look(place, written);
  const params = { ...place.params, dataRequirementId };
  const plan = await ask(sufficiency.writeSufficiencyPlan, { params, body: { content }, version: before.version });
  await ask(sufficiency.confirmSufficiencyPlan, { params, version: plan.version });
  await ask(sufficiency.runSufficiency, { params: place.params, body: { dataRequirementId } });
  const { latestRun } = await waitUntil(
    () => look(place, written),
    ({ latestRun: run }) => run?.state === 'done' || run?.state === 'failed',
  );
  if (latestRun?.failure) throw new Error(latestRun.failure.message);
}

async function answer(place: Place, written: WrittenPlan): Promise<void> {
  const { dataRequirementId, judged } = await look(place, written);
  for (const { check: checkId, verdict, isUnanswered } of judged?.checks ?? []) {
    const given = written.answers[checkId];
    if (!isUnanswered || !given || !judged) continue;
    const body = { runId: judged.run.id, verdict, ...given };
    await place.ask(sufficiency.answerSufficiency, { params: { ...place.params, dataRequirementId, checkId }, body });
  }
}

/** Metrics and figures with the data in hand, the conditions of the go, and the decision that the data is enough. */
export async function decideOnData(filling: Filling): Promise<void> {
  const { ask, params, written } = filling;
  const { data } = written;
  if (!data) return;
  const { links } = await ask(formulation.listMetricLinks, { params });
  for (const { id: keyResultId, written: result } of await writtenKeyResults(filling)) {
    const link = links.find((each) => each.keyResultId === keyResultId);
    const given = data.metrics.find(({ keyResult }) => keyResult === result.metric);
    if (!given || !link || link.metric !== null) continue;
    const { keyResult: _, ...body } = given;
    await ask(formulation.linkMetric, { params: { ...params, keyResultId }, body, version: link.version });
  }
  const { figures } = await ask(formulation.listMeasuredFigures, { params });
  for (const { id: figureId } of figures.filter(({ state }) => state === 'proposed'))
    await ask(formulation.leaveMeasuredFigure, { params: { ...params, figureId }, body: { reason: data.leftFigures } });
  const { conditions } = await ask(formulation.listConditions, { params });
  for (const { id: conditionId } of conditions.filter(({ blocks, metAt }) => blocks === 'g2' && metAt === null))
    await ask(formulation.meetCondition, { params: { ...params, conditionId }, body: { evidence: data.met } });
  await decideAndKeepPage(filling, { gate: 'g2', decision: data.decided });
}
