import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Filling } from './filling.ts';
import { writtenKeyResults } from './fill-requirements.ts';

/** The problem as a question for machine learning, how it moves each key result, and the data that it needs. */
export async function fillTranslation(filling: Filling): Promise<void> {
  const { ask, params, written } = filling;
  const { version, links, ...texts } = await ask(formulation.readTranslation, { params });
  const missing = formulation.translationFields.filter((field) => texts[field] === '' && written.translation[field]);
  if (missing.length > 0) {
    const body = Object.fromEntries(missing.map((field) => [field, written.translation[field]]));
    await ask(formulation.writeTranslation, { params, body, version });
  }
  for (const { id: keyResultId, written: keyResult } of await writtenKeyResults(filling)) {
    const link = links.find((each) => each.keyResultId === keyResultId);
    if (!link || link.isLinked || !keyResult.link) continue;
    const at = { ...params, keyResultId };
    await ask(formulation.linkKeyResult, { params: at, body: keyResult.link, version: link.version });
  }
  await fillDataRequirements(filling);
}

async function fillDataRequirements({ ask, params, written }: Filling): Promise<void> {
  const { dataRequirements: known } = await ask(formulation.listDataRequirements, { params });
  for (const body of written.dataRequirements) {
    if (known.some(({ what }) => what === body.what)) continue;
    await ask(formulation.createDataRequirement, { params, body });
  }
}
