import { useId, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type ChartSpec, type DrawnChart, keepFinding } from '../contract.ts';
import type { ExploreProps } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { FindingForm } from './finding-form.tsx';
import { NotesOn } from './notes-on.tsx';
import { prepareChart } from './prepare-chart.ts';

interface Look {
  id: string;
  spec: ChartSpec;
  sentence: string;
  chart: DrawnChart['chart'];
}

interface LookCardProps extends ExploreProps {
  look: Look;
  about: string | null;
}

const longestTitle = 300;

/** One chart: what it shows, keeping it, and what the expert noted of its column. */
export function LookCard({ look, about, problemId, datasetId, versionId, mayKeep }: LookCardProps) {
  const t = useTexts(exploreTexts).keep;
  const locale = useLocale();
  const [isKeeping, setKeeping] = useState(false);
  const keep = useAsk(keepFinding);
  const opener = useId();
  const { spec, sentence, chart } = look;
  const picture = prepareChart(look, locale);
  return (
    <li className="sheet look stack stack--tight">
      <h3 className="look__column">{spec.y === undefined ? spec.x : `${spec.x}, ${spec.y}`}</h3>
      {about === null ? null : <p className="small quiet">{about}</p>}
      {picture ? <Chart picture={picture} /> : <p className="quiet">{sentence}</p>}
      <NotesOn
        problemId={problemId}
        place={{ kind: 'column', datasetId, column: spec.x }}
        label={spec.x}
        values={valuesOf(chart)}
      />
      {isKeeping ? (
        <FindingForm
          start={{ title: sentence.slice(0, longestTitle), remark: '' }}
          opener={opener}
          save={async (words) => {
            await keep.mutateAsync({ params: { problemId }, body: { versionId, spec, ...words } });
            say(t.kept);
          }}
          close={() => setKeeping(false)}
        />
      ) : mayKeep && chart.status === 'drawn' ? (
        <div className="row small not-printed">
          <button id={opener} type="button" className="button-plain link" onClick={() => setKeeping(true)}>
            {t.open}
            <span className="unseen"> {sentence}</span>
          </button>
        </div>
      ) : null}
    </li>
  );
}

/** Each value that has a cell of its own; of ranges and times there are none. */
const valuesOf = (chart: Look['chart']): (string | null)[] =>
  chart.status === 'drawn'
    ? chart.x.cells.flatMap((cell) => (cell.cell === 'value' ? [cell.value] : cell.cell === 'missing' ? [null] : []))
    : [];
