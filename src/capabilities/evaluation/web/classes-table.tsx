import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { MeasuredRate, Quality } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

/** Which classes are told well, and which are not. */
export function ClassesTable({ quality: { classes } }: { quality: Extract<Quality, { task: 'multiclass' }> }) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const share = (rate: MeasuredRate | null) => (rate ? formats.percent(rate.value) : '–');
  return (
    <div className="stack stack--tight">
      <h4>{t.classes}</h4>
      <Scrollable label={t.classes}>
        <table className="table evaluation__table">
          <thead>
            <tr>
              <th scope="col">{t.class}</th>
              {[t.names.recall, t.names.precision, t.names.f1].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map(({ name, recall, precision, f1 }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{share(recall)}</td>
                <td className="number">{share(precision)}</td>
                <td className="number">{f1 === null ? '–' : formats.number(f1, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
