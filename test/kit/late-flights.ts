import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';

/**
 * Flights of two carriers: of EV half are late, of WN one in five. Which side of the airport, which day and which delay have
 * nothing to do with it: each 20 in a row are alike. The first 30 have no delay.
 */
export function lateFlightsCsv(rows = 600): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const carrier = at % 2 === 1 ? 'EV' : 'WN';
    const isLate = carrier === 'EV' ? at % 4 === 1 : at % 10 === 0;
    const block = Math.floor(at / 20);
    const day = `2001-0${1 + (block % 3)}-${String(1 + Math.floor(block / 3)).padStart(2, '0')}`;
    return [day, carrier, ['left', 'middle', 'right'][at % 3], at < 30 ? '' : Math.floor(at / 100) * 15, isLate].join(
      ',',
    );
  });
  return ['day,carrier,side,delay,late', ...lines].join('\n');
}

/** A version of the data set Flights, with its whole profile. */
export async function bringFlights(
  peil: Pick<TestPeil, 'app' | 'services'>,
  problemId: string,
  content = lateFlightsCsv(),
): Promise<{ datasetId: string; versionId: string }> {
  const files = [{ name: 'flights.csv', content }];
  const imported = await importFiles(peil as TestPeil, { problemId, files, body: { name: 'Flights' } });
  await peil.services.jobs.runDue();
  return { datasetId: imported.datasetId, versionId: imported.versionId ?? '' };
}
