import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ValueModel, ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';

/** The present value, year by year, as one would check it by hand. */
export function YearsTable({ result: { cashFlow, currency }, model }: { result: ValueResult; model: ValueModel }) {
  const t = useTexts(partsResultTexts).years;
  const formats = useFormats();
  if (!cashFlow) return null;
  const money = (amount: string | number) => formats.money(Math.round(Number(amount)), currency);
  const build = -Number(model.buildCost.likely);
  return (
    <section className="stack">
      <h3>{t.tableTitle}</h3>
      <Scrollable label={t.tableTitle}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              {[t.benefit, t.run, t.net, t.discounted].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t.build}</th>
              <td className="number">–</td>
              <td className="number">–</td>
              <td className="number">{money(build)}</td>
              <td className="number">{money(build)}</td>
            </tr>
            {cashFlow.years.map(({ year, benefit, runCost, net, discounted }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{money(benefit)}</td>
                <td className="number">{money(-Number(runCost))}</td>
                <td className="number">{money(net)}</td>
                <td className="number">{money(discounted)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t.sum}
              </th>
              <td className="number">
                <strong>{money(cashFlow.netPresentValue)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </Scrollable>
    </section>
  );
}
