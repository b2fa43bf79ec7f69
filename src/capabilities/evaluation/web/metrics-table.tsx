import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { MeasuredRate, Quality } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

const rates = ['recall', 'precision', 'falseAlarms', 'accuracy', 'baseRate'] as const;
const scores = ['auc', 'f1', 'brier', 'logLoss'] as const;
const errors = ['meanSize', 'meanError', 'rootMeanSquare', 'r2'] as const;

/** The figures of the field, after the plain words, with bounds where they have them. */
export function MetricsTable({ quality }: { quality: Quality }) {
  const t = useTexts(evaluationPageTexts);
  const rows = useRows(quality);
  const hasBounds = rows.some(({ bounds }) => bounds !== null);
  return (
    <div className="stack stack--tight">
      <h4>{t.metrics}</h4>
      <Scrollable label={t.metrics}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{t.metric}</th>
              <th scope="col" className="number">
                {t.figure}
              </th>
              {hasBounds ? (
                <th scope="col" className="number">
                  {t.bounds}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value, bounds }) => (
              <tr key={name}>
                <th scope="row">{t.names[name]}</th>
                <td className="number">{value}</td>
                {hasBounds ? <td className="number">{bounds}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}

function useRows(quality: Quality) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const ofRate = (rate: MeasuredRate | null) => ({
    value: rate ? formats.percent(rate.value) : t.unknown,
    bounds: rate ? `${formats.percent(rate.low)} – ${formats.percent(rate.high)}` : '',
  });
  const ofNumber = (value: number | null) => ({
    value: value === null ? t.unknown : formats.number(value, 3),
    bounds: null,
  });
  if (quality.task === 'regression') return errors.map((name) => ({ name, ...ofNumber(quality[name]) }));
  if (quality.task === 'multiclass')
    return [
      { name: 'accuracy' as const, ...ofRate(quality.accuracy) },
      { name: 'macroF1' as const, ...ofNumber(quality.macroF1) },
    ];
  const { metrics } = quality;
  return [
    ...rates.map((name) => ({ name, ...ofRate(metrics[name]) })),
    ...scores.map((name) => ({ name, ...ofNumber(metrics[name]) })),
  ];
}
