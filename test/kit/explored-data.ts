import { addNote, answerFinding, keepFinding } from '../../src/capabilities/exploration/contract.ts';
import type { TestPeil } from './app.ts';
import { bringFlights } from './late-flights.ts';
import { asking } from './written-problem.ts';

/** Flights with two findings, of which the expert has answered one, and a note. */
export async function exploredData(peil: TestPeil, problemId: string): Promise<{ datasetId: string; path: string }> {
  const { datasetId, versionId } = await bringFlights(peil, problemId);
  const params = { problemId };
  const target = { column: 'late' };
  const { id: findingId } = await asking(peil, keepFinding, {
    params,
    body: { versionId, spec: { x: 'carrier', target }, remark: 'Is it the fleet, or where they fly from?' },
  });
  await asking(peil, answerFinding, {
    params: { ...params, findingId },
    body: { kind: 'explained', text: 'Their hub closes in fog, most of all before noon.' },
  });
  const over = { versionId, spec: { x: 'side', target }, title: 'The side of the airport does not matter', remark: '' };
  await asking(peil, keepFinding, { params, body: over });
  await asking(peil, addNote, {
    params,
    body: {
      place: { kind: 'column', datasetId, column: 'delay' },
      text: 'In minutes, since 2001; not in the first week.',
    },
  });
  return { datasetId, path: `/problems/${problemId}/data/${datasetId}/explore` };
}
