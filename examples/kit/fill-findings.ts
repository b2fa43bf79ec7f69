import * as datasets from '../../src/capabilities/datasets/contract.ts';
import * as exploration from '../../src/capabilities/exploration/contract.ts';
import { theDataset } from './fill-data.ts';
import type { Filling } from './filling.ts';
import type { WrittenNote } from './written-data.ts';

/** What was found in the data together, and what the expert said of it. */
export async function fillFindings({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { ask, params } = place;
  const { versionId } = await theDataset(place, data);
  const { findings: known } = await ask(exploration.listFindings, { params, query: {} });
  for (const { answer, ...finding } of data.findings) {
    const found =
      known.find(({ title }) => title === finding.title) ??
      (await ask(exploration.keepFinding, { params, body: { versionId, ...finding } }));
    if (found.answers.length > 0) continue;
    await ask(exploration.answerFinding, { params: { ...params, findingId: found.id }, body: { ...answer } });
  }
}

/** What the expert noted beside a source, a column or a value. */
export async function fillNotes({ written: { data }, ...place }: Filling): Promise<void> {
  if (!data) return;
  const { ask, params } = place;
  const { id: datasetId } = await theDataset(place, data);
  const { sources } = await ask(datasets.listSources, { params });
  const { notes: known } = await ask(exploration.listNotes, { params, query: {} });
  const placeOf = ({ on }: WrittenNote): exploration.NotePlace =>
    on.kind === 'source'
      ? { kind: 'source', sourceId: sources.find(({ title }) => title === on.title)?.id ?? '' }
      : { ...on, datasetId };
  for (const note of data.notes) {
    if (known.some(({ text }) => text === note.text)) continue;
    await ask(exploration.addNote, { params, body: { place: placeOf(note), text: note.text } });
  }
}
