import * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { Filling } from './filling.ts';

/** What happens now, and what shows it; a text that somebody has changed meanwhile stays as they wrote it. */
export async function fillOpportunity({ ask, params, written }: Filling): Promise<void> {
  const { version, ...texts } = await ask(formulation.readOpportunity, { params });
  const missing = formulation.opportunityFields.filter(
    (field) => texts[field] === '' && written.opportunity[field] !== '',
  );
  if (missing.length > 0) {
    const body = Object.fromEntries(missing.map((field) => [field, written.opportunity[field]]));
    await ask(formulation.writeOpportunity, { params, body, version });
  }
  await addEvidence({ ask, params, written });
}

async function addEvidence({ ask, params, written: { links, files } }: Filling): Promise<void> {
  const { attachments } = await ask(formulation.listAttachments, { params });
  const known = new Set(attachments.map(({ title }) => title));
  for (const body of links) if (!known.has(body.title)) await ask(formulation.addLink, { params, body });
  for (const { title, text } of files) {
    if (!known.has(title)) await ask(formulation.uploadAttachment, { params, query: { title }, file: text });
  }
}
