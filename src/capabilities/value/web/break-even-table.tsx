import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ValueResult } from '../contract.ts';
import { resultTexts } from './result-texts.ts';

type BreakEven = ValueResult['breakEven'];
type Required = Extract<BreakEven, { task: 'multiclass' }>['against'][number]['accuracy'];

/** How good a model of several decisions, or of an amount, must be; yes-or-no has its frontier instead. */
export function BreakEvenTable({ result }: { result: ValueResult }) {
  const { breakEven, currency } = result;
  if (breakEven.task === 'multiclass') return <Multiclass {...{ breakEven, currency }} />;
  return breakEven.task === 'regression' ? <Regression breakEven={breakEven} /> : null;
}

function Multiclass({
  breakEven,
  currency,
}: {
  breakEven: Extract<BreakEven, { task: 'multiclass' }>;
  currency: string;
}) {
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const write = useRequired((value) => formats.percent(value));
  return (
    <div className="charts">
      <section className="stack">
        <h4>{t.multiclass.needed}</h4>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.multiclass.rival}</th>
              <th scope="col" className="number">
                {t.multiclass.accuracy}
              </th>
            </tr>
          </thead>
          <tbody>
            {breakEven.against.map(({ rival, accuracy }) => (
              <tr key={rival}>
                <th scope="row">{t.baselines[rival]}</th>
                <td className="number">{write(accuracy)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="stack">
        <h4>{t.multiclass.best}</h4>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.multiclass.truth}</th>
              <th scope="col">{t.multiclass.decision}</th>
              <th scope="col" className="number">
                {t.multiclass.worth}
              </th>
            </tr>
          </thead>
          <tbody>
            {breakEven.bestDecisions.map(({ truth, decision, value }) => (
              <tr key={truth}>
                <th scope="row">{truth}</th>
                <td>{decision}</td>
                <td className="number">{formats.money(value, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Regression({ breakEven }: { breakEven: Extract<BreakEven, { task: 'regression' }> }) {
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const write = useRequired((value) => `${formats.number(value)} ${breakEven.unit}`);
  return (
    <section className="stack">
      <h4>{t.regression.needed}</h4>
      <p>
        {t.figures.bestQuantile}: <strong>{formats.percent(breakEven.bestQuantile)}</strong>
      </p>
      <Scrollable label={t.regression.needed}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.multiclass.rival}</th>
              <th scope="col" className="number">
                {t.regression.atQuantile}
              </th>
              <th scope="col" className="number">
                {t.regression.unbiased}
              </th>
            </tr>
          </thead>
          <tbody>
            {breakEven.against.map(({ rival, sigmaAtBestQuantile, sigmaUnbiased }) => (
              <tr key={rival}>
                <th scope="row">{t.baselines[rival]}</th>
                <td className="number">{write(sigmaAtBestQuantile)}</td>
                <td className="number">{write(sigmaUnbiased)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </section>
  );
}

function useRequired(write: (value: number) => string): (required: Required) => string {
  const t = useTexts(resultTexts).figures;
  return (required) => {
    if (required.kind === 'required') return write(required.value);
    return required.kind === 'any' ? t.anyAuc : t.impossible;
  };
}
