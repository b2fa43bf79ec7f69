import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Quality, Slice } from '../contract.ts';
import { writeMoney } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

interface SlicesTableProps {
  slice: Slice;
  task: Quality['task'];
  currency: string | null;
}

/** The same figures for each part of the cases; together they are the whole. */
export function SlicesTable({ slice: { column, parts }, task, currency }: SlicesTableProps) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const locale = useLocale();
  const named = ({ kind, value }: Slice['parts'][number]) => (kind === 'value' ? value : t[kind]);
  const write = (value: number | null) =>
    value === null ? '–' : task === 'regression' ? formats.number(value) : formats.percent(value);
  const head = [
    t.cases,
    t.sliceQuality[task],
    ...(task === 'binary' ? [t.alarms] : []),
    ...(currency === null ? [] : [t.perCaseShort, t.total]),
  ];
  return (
    <div className="stack stack--tight">
      <h4>{t.slices({ column })}</h4>
      <Scrollable label={t.slices({ column })}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{column}</th>
              {head.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={`${part.kind} ${part.value}`}>
                <th scope="row">{named(part)}</th>
                <td className="number">{formats.number(part.cases)}</td>
                <td className="number">{write(part.quality)}</td>
                {task === 'binary' ? <td className="number">{write(part.falseAlarms)}</td> : null}
                {currency === null
                  ? null
                  : [part.perCase, part.total].map((amount, place) => (
                      <td key={head.at(place - 2)} className="number">
                        {amount === null ? '–' : writeMoney(locale, currency)(amount)}
                      </td>
                    ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
