import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Quality } from '../contract.ts';
import { writeMoney } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

interface DecilesTableProps {
  deciles: Extract<Quality, { task: 'regression' }>['deciles'];
  currency: string | null;
}

/** Whether small numbers are predicted as well as large ones. */
export function DecilesTable({ deciles, currency }: DecilesTableProps) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const locale = useLocale();
  const money = currency === null ? null : writeMoney(locale, currency);
  // Two tenths may have the same bounds: their place is what they are.
  const numbered = deciles.map((decile, index) => ({ ...decile, place: index + 1 }));
  const head = [t.cases, t.meanPredicted, t.meanTruth, t.sliceQuality.regression, ...(money ? [t.total] : [])];
  return (
    <div className="stack stack--tight">
      <h4>{t.deciles}</h4>
      <Scrollable label={t.deciles}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{t.decile}</th>
              {head.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ place, from, to, cases, meanPredicted, meanTruth, meanSize, total }) => (
              <tr key={place}>
                <th scope="row" className="evaluation__range">
                  {t.range({ from: formats.number(from), to: formats.number(to) })}
                </th>
                <td className="number">{formats.number(cases)}</td>
                <td className="number">{formats.number(meanPredicted)}</td>
                <td className="number">{formats.number(meanTruth)}</td>
                <td className="number">{formats.number(meanSize)}</td>
                {money ? <td className="number">{total === null ? '–' : money(total)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
