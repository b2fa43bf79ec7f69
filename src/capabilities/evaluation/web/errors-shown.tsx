import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Quality } from '../contract.ts';
import { DecilesTable } from './deciles-table.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { prepareErrors } from './prepare-errors.ts';
import { evaluationPageTexts } from './texts.ts';

type Regression = Extract<Quality, { task: 'regression' }>;

/** Of predicted numbers: how far they are off, which way, and where. */
export function ErrorsShown({ quality, currency }: { quality: Regression; currency: string | null }) {
  const picture = prepareErrors(quality, useLocale());
  return (
    <>
      <div className="evaluation__beside">
        {picture ? <Chart picture={picture} /> : null}
        <Residuals quality={quality} />
      </div>
      <DecilesTable deciles={quality.deciles} currency={currency} />
      <div className="evaluation__narrow">
        <MetricsTable quality={quality} />
      </div>
    </>
  );
}

function Residuals({ quality: { quantiles } }: { quality: Regression }) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  return (
    <div className="stack stack--tight">
      <h4>{t.residuals}</h4>
      <Scrollable label={t.residuals}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{t.below}</th>
              <th scope="col" className="number">
                {t.atMost}
              </th>
            </tr>
          </thead>
          <tbody>
            {quantiles.map(({ share, error }) => (
              <tr key={share}>
                <th scope="row">{formats.number(share * 100, 0)}</th>
                <td className="number">{formats.number(error)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
