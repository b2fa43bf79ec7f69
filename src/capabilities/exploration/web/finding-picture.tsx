import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { readFinding } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';
import { prepareChart } from './prepare-chart.ts';

/** The chart of a finding on the newest version on which it was drawn. */
export function FindingPicture({ problemId, findingId }: { problemId: string; findingId: string }) {
  const t = useTexts(exploreTexts).findings;
  const locale = useLocale();
  const query = useAnswer(readFinding, { params: { problemId, findingId } });
  return (
    <AwaitQuery query={query} lines={5}>
      {({ drawings: [latest] }) => {
        const chart = latest?.chart ?? null;
        const sentence = latest?.sentence ?? null;
        const picture = chart && prepareChart({ id: `finding-${findingId}`, chart, sentence: sentence ?? '' }, locale);
        return picture ? <Chart picture={picture} /> : <p className="quiet">{sentence ?? t.erased}</p>;
      }}
    </AwaitQuery>
  );
}
