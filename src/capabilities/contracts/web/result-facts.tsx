import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { type Rule, ruleFacts, type RuleResult } from '../contract.ts';
import { reasonTexts } from './reason-texts.ts';
import { contractTexts } from './texts.ts';

interface ResultFactsProps {
  rule: Rule;
  result: RuleResult;
  sentence: string;
}

/** What was counted, or why nothing could be, and rows that break the rule. */
export function ResultFacts({ rule, result, sentence }: ResultFactsProps) {
  const t = useTexts(contractTexts);
  const reasons = useTexts(reasonTexts);
  const formats = useFormats();
  const { reason, found, groups, sample, fromProfile } = result;
  const isBroken = result.verdict === 'fail' || result.verdict === 'warn';
  const worst = groups.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn').slice(0, 3);
  const named = worst.map(({ group, failing }) => `${group ?? t.empty} (${formats.number(failing ?? 0)})`);
  return (
    <div className="small stack stack--tight">
      {reason ? <p>{sayReason(reasons, reason)}</p> : <Counted {...{ rule, result }} />}
      {fromProfile ? <p className="quiet">{t.fromProfile}</p> : null}
      {isBroken && found.length > 0 ? <p>{t.found({ found: formats.list(found.slice(0, 10)) })}</p> : null}
      {named.length > 0 ? <p>{t.groups({ groups: formats.list(named) })}</p> : null}
      {sample && sample.rows.length > 0 ? <Sample sample={sample} sentence={sentence} /> : null}
    </div>
  );
}

type Reasons = (typeof reasonTexts)['en'];

function sayReason(t: Reasons, { code, column, detail }: NonNullable<RuleResult['reason']>): string {
  const said = t[code];
  return typeof said === 'string' ? said : said({ column: column ?? '', detail: detail ?? '' });
}

const shares: readonly Rule['kind'][] = ['null_share', 'distinct_share', 'most_common', 'row_count_change'];

function Counted({ rule, result }: Pick<ResultFactsProps, 'rule' | 'result'>) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const { rows, failing, value } = result;
  const { of } = ruleFacts[rule.kind];
  if (of === 'columns' || value === null) return null;
  if (of === 'rows') {
    const said = { failing: formats.number(failing ?? 0), rows: formats.number(rows), share: formats.chance(value) };
    return <p>{t.keptBy(said)}</p>;
  }
  const figure = shares.includes(rule.kind) ? formats.percent(value, 2) : formats.number(value, 4);
  return <p>{t.figure({ value: figure, rows: formats.number(rows) })}</p>;
}

function Sample({ sample, sentence }: { sample: NonNullable<RuleResult['sample']>; sentence: string }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { columns, rows, masked } = sample;
  const caption = t.rowsOf({ rule: sentence });
  const numbered = rows.map((row, at) => ({ id: String(at), row }));
  return (
    <>
      <div>
        <button type="button" className="button-plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.hideRows : t.showRows}
          <span className="unseen"> {sentence}</span>
        </button>
      </div>
      {isOpen ? (
        <>
          <Scrollable label={caption}>
            <table className="sample">
              <caption className="unseen">{caption}</caption>
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {numbered.map(({ id, row }) => (
                  <tr key={id}>
                    {row.map((cell, place) => (
                      <td key={columns[place]}>
                        {cell === null ? <span className="quiet">{t.empty}</span> : String(cell)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrollable>
          {masked.length > 0 ? <p className="quiet">{t.hidden({ columns: formats.list(masked) })}</p> : null}
        </>
      ) : null}
    </>
  );
}
