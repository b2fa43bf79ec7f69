import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Filling } from './filling.ts';

/** What each outcome is worth. */
export async function fillValue({ ask, params, written }: Filling): Promise<void> {
  const { version, model } = await ask(formulation.readValueModel, { params });
  if (model !== null) return;
  await ask(formulation.writeValueModel, { params, body: { model: { ...written.valueModel } }, version });
}

/** What could be done instead of a model, in the same euros, and whether machine learning fits at all. */
export async function fillAlternatives({ ask, params, written: { weighed } }: Filling): Promise<void> {
  const { version, text } = await ask(formulation.readAlternatives, { params });
  if (text === '' && weighed.text !== '')
    await ask(formulation.writeAlternatives, { params, body: { text: weighed.text }, version });
  const { alternatives: known } = await ask(formulation.listAlternatives, { params });
  for (const body of weighed.alternatives) {
    if (known.some(({ name }) => name === body.name)) continue;
    await ask(formulation.createAlternative, { params, body });
  }
  const { questions } = await ask(formulation.listFitQuestions, { params });
  for (const { question, answer, version: seen } of questions) {
    const body = weighed.fit[question];
    if (answer !== null || !body) continue;
    await ask(formulation.answerFitQuestion, { params: { ...params, question }, body, version: seen });
  }
}
