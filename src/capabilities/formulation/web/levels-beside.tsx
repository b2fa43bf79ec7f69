import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { compareLevels, type Level, listLevels } from '../contract.ts';
import { DifferencesTable } from './differences-table.tsx';
import { measuredTexts } from './measured-texts.ts';

/** The level in force beside the one before it: the earlier stays, and what changed between them is told. */
export function LevelsBeside({ problemId }: { problemId: string }) {
  const t = useTexts(measuredTexts);
  const levels = useAnswer(listLevels, { params: { problemId } });
  const compared = useAnswer(compareLevels, { params: { problemId }, query: {} });
  const [after, before] = levels.data?.levels ?? [];
  if (!after || !before) return null;
  const { differences = [] } = compared.data ?? {};
  return (
    <section className="stack" aria-labelledby="levels-title">
      <h4 id="levels-title">{t.beside}</h4>
      <p className="quiet">{t.besideLead({ from: before.number, to: after.number })}</p>
      <Figures {...{ before, after }} />
      <h4>{t.changed({ from: before.number })}</h4>
      {compared.data && differences.length === 0 ? <p className="quiet">{t.same}</p> : null}
      {differences.length > 0 ? (
        <DifferencesTable
          label={t.changed({ from: before.number })}
          before={t.level(before)}
          after={t.level(after)}
          snapshot={after.snapshot}
          {...{ differences }}
        />
      ) : null}
    </section>
  );
}

function Figures({ before, after }: Record<'before' | 'after', Level>) {
  const t = useTexts(measuredTexts);
  const formats = useFormats();
  const money = ({ snapshot: { evaluation } }: Level, amount: string) =>
    formats.money(Math.round(Number(amount)), evaluation.currency);
  const rows: { name: string; write: (level: Level) => string; isNumber: boolean }[] = [
    { name: t.frozen, write: ({ at }) => formats.date(at), isNumber: false },
    { name: t.verdict, write: ({ sentence }) => sentence, isNumber: false },
    { name: t.net, write: (level) => money(level, level.snapshot.evaluation.netPerYear), isNumber: true },
    { name: t.ceiling, write: (level) => money(level, level.snapshot.evaluation.ceiling.perYear), isNumber: true },
  ];
  return (
    <Scrollable label={t.beside}>
      <table className="table table--top">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.level(before)}</th>
            <th scope="col">{t.level(after)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, write, isNumber }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[before, after].map((level) => (
                <td key={level.number} className={isNumber ? 'number' : undefined}>
                  {write(level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
