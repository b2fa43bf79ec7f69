import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { Evaluation, Judged, Quality } from '../contract.ts';
import { ClassesTable } from './classes-table.tsx';
import { ErrorsShown } from './errors-shown.tsx';
import { Matrix } from './matrix.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { prepareCalibration } from './prepare-calibration.ts';
import { prepareCurve } from './prepare-curve.ts';
import { RescoreButton } from './rescore-button.tsx';
import { evaluationPageTexts } from './texts.ts';

interface QualityShownProps {
  problemId: string;
  evaluation: Evaluation;
  judged: Judged;
  mayLog: boolean;
  begun: (id: string) => void;
}

/** What the euros come from: decisions beside truths, or errors, and how that changes with the threshold. */
export function QualityShown(props: QualityShownProps) {
  const t = useTexts(evaluationPageTexts);
  const { quality, euros } = props.judged;
  return (
    <section className="stack" aria-labelledby="evaluation-quality">
      <h3 id="evaluation-quality">{t.quality}</h3>
      {quality.task === 'regression' ? (
        <ErrorsShown quality={quality} currency={euros?.currency ?? null} />
      ) : (
        <div className="evaluation__beside">
          <Matrix quality={quality} />
          {quality.task === 'multiclass' ? <Classes quality={quality} /> : <MetricsTable quality={quality} />}
        </div>
      )}
      {quality.task === 'binary' ? <Curves {...props} quality={quality} /> : null}
    </section>
  );
}

/** Where no decision bears the name of a class, none is right or wrong as such: only euros tell. */
function Classes({ quality }: { quality: Extract<Quality, { task: 'multiclass' }> }) {
  if (quality.accuracy === null) return null;
  return (
    <div className="stack">
      <ClassesTable quality={quality} />
      <MetricsTable quality={quality} />
    </div>
  );
}

type Binary = Extract<Quality, { task: 'binary' }>;

function Curves({
  problemId,
  evaluation,
  judged: { euros },
  quality,
  ...props
}: QualityShownProps & { quality: Binary }) {
  const t = useTexts(evaluationPageTexts);
  const locale = useLocale();
  const formats = useFormats();
  const { id, asked, pricedBy } = evaluation;
  const curve = euros && prepareCurve(quality, { euros, inUse: asked.threshold }, locale);
  const calibration = prepareCalibration(quality, locale);
  const best = euros?.threshold && euros.threshold.regret > 0 ? euros.threshold.best : null;
  return (
    <div className="evaluation__beside">
      {curve ? (
        <div className="stack stack--tight">
          <Chart picture={curve} />
          {best !== null && pricedBy && props.mayLog ? (
            <div className="not-printed">
              <RescoreButton
                place={{ problemId, evaluationId: id }}
                value={pricedBy}
                threshold={best}
                begun={props.begun}
              >
                {t.tryBest({ threshold: formats.number(best, 3) })}
              </RescoreButton>
            </div>
          ) : null}
        </div>
      ) : null}
      {calibration ? <Chart picture={calibration} /> : null}
    </div>
  );
}
