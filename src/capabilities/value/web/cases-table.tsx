import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';

type Cases = NonNullable<ValueResult['cases']>;

/** What the counted cases say, each rate with the margin that so many cases leave. */
export function CasesTable({ cases }: { cases: Cases }) {
  const t = useTexts(partsResultTexts).cases;
  const formats = useFormats();
  const percent = (share: number) => formats.percent(share, 1);
  return (
    <Scrollable label={t.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.rate}</th>
            <th scope="col" className="number">
              {t.counted}
            </th>
            <th scope="col" className="number">
              {t.value}
            </th>
            <th scope="col" className="number">
              {t.margin}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.measures.map(({ name, truth = '', decision = '', count, total, value, low, high }) => (
            <tr key={`${name} ${truth} ${decision}`}>
              <th scope="row">{t.names[name]({ truth, decision })}</th>
              <td className="number">{t.of({ count: formats.number(count), total: formats.number(total) })}</td>
              <td className="number">{percent(value)}</td>
              <td className="number">{t.between({ low: percent(low), high: percent(high) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
