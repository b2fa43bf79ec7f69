import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import type { ReadyVersion } from '../datasets/index.ts';
import { listMeasured, proposeMeasuredFigures } from '../formulation/index.ts';
import { wilsonInterval } from '../statistics/index.ts';
import type { Measured } from './checks/measured.ts';

interface Given {
  problemId: string;
  data: Pick<ReadyVersion, 'id' | 'datasetName' | 'number'>;
  measured: Measured;
}

const year = 365.25 * 86_400_000;
/** Of less than half a year nobody knows what a whole one brings. */
const leastSpan = year / 2;

/** Base rate, volume and mean amounts, as the data has them, for those who price the problem: they take them over, or not. */
export async function proposeWhatWasMeasured(ctx: Context, { problemId, data, measured }: Given): Promise<void> {
  // What was measured of this version is settled once: run again, it is not put on the table again.
  const known = (await listMeasured(ctx.db, problemId)).filter(({ datasetVersionId }) => datasetVersionId === data.id);
  const figures = figuresOf(measured).filter(
    ({ path, how }) => !known.some((each) => each.path === path && each.how === how),
  );
  const dataset = { versionId: data.id, name: data.datasetName, number: data.number };
  for (const figure of figures) {
    try {
      await proposeMeasuredFigures(ctx, { problemId, dataset, figures: [figure] });
    } catch (error) {
      // A value model of another kind has no such place: then there is nothing to propose, and the verdict stands.
      if (!(error instanceof AppError) || error.status >= 500) throw error;
    }
  }
}

type Figures = Parameters<typeof proposeMeasuredFigures>[1]['figures'];

export function figuresOf({ labelled, positives, rows, span, rowAmounts }: Measured): Figures {
  const share = positives === null || labelled === null ? null : wilsonInterval(positives, labelled);
  const length = span === null ? 0 : span.last - span.first;
  return [
    ...(share === null
      ? []
      : [
          {
            path: 'baseRate',
            value: { low: share.low, likely: share.share, high: share.high },
            how: `${share.count} of ${share.total} rows`,
          },
        ]),
    ...(length < leastSpan
      ? []
      : [
          {
            path: 'volumePerYear',
            value: { likely: Math.round((rows * year) / length) },
            how: `${rows} rows in ${Math.round(length / 86_400_000)} days`,
          },
        ]),
    ...rowAmounts.map(({ path, column, rows: counted, mean, reach }) => ({
      path,
      value: { low: mean - reach, likely: mean, high: mean + reach },
      how: `mean of ${column} over ${counted} rows`,
    })),
  ];
}
