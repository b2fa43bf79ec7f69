import type { CSSProperties } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { Quality } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

/** What each cell of a binary matrix is called, by [truth][decision]. */
const outcomes = [
  ['tp', 'fn'],
  ['fp', 'tn'],
] as const;

/** Truths by decisions, drawn: the more of a truth are decided so, the deeper its cell. The figures stand in it. */
export function Matrix({ quality }: { quality: Exclude<Quality, { task: 'regression' }> }) {
  const t = useTexts(evaluationPageTexts);
  const formats = useFormats();
  const { truths, decisions, cells } = quality;
  const isBinary = quality.task === 'binary';
  const called = (decision: string) =>
    isBinary && (decision === 'act' || decision === 'leave') ? t.decisions[decision] : decision;
  const depth = (share: number) => ({ '--depth': `${Math.round(share * 30)}%` }) as CSSProperties;
  return (
    <div className="stack stack--tight">
      <h4>{t.matrix}</h4>
      <Scrollable label={t.matrix}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.truth}</th>
              {decisions.map((decision) => (
                <th key={decision} scope="col" className="number matrix__all">
                  {called(decision)}
                </th>
              ))}
              <th scope="col" className="number">
                {t.all}
              </th>
            </tr>
          </thead>
          <tbody>
            {truths.map((truth, row) => {
              const counts = cells[row] ?? [];
              const total = counts.reduce((sum, count) => sum + count, 0);
              return (
                <tr key={truth}>
                  <th scope="row">{truth}</th>
                  {counts.map((count, place) => {
                    const share = count / Math.max(1, total);
                    const outcome = isBinary ? outcomes[row]?.[place] : undefined;
                    return (
                      <td key={decisions[place]} className="number matrix__cell" style={depth(share)}>
                        {formats.number(count)}
                        <span className="matrix__what">
                          {outcome ? `${t.outcomes[outcome]}, ` : ''}
                          {formats.percent(share)}
                        </span>
                      </td>
                    );
                  })}
                  <td className="number">{formats.number(total)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}
