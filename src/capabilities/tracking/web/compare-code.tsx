import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type CodeComparison, type CodeOfRun, compareRunCode, type RunComparison } from '../contract.ts';
import { plottedRuns } from './compare-axes.ts';
import { compareTexts } from './compare-texts.ts';

interface CompareCodeProps {
  problemId: string;
  comparison: RunComparison;
}

/** Two of the runs: their commits, what was changed since, and the packages that they ran with. */
export function CompareCode({ problemId, comparison }: CompareCodeProps) {
  const t = useTexts(compareTexts);
  const [chosen, setChosen] = useState<{ first?: string; second?: string }>({});
  const runs = plottedRuns(comparison);
  const ids = runs.map(({ id }) => id);
  const first = chosen.first ?? comparison.bestId ?? ids[0] ?? '';
  const second = chosen.second ?? ids.find((id) => id !== first) ?? '';
  const query = useAnswer(compareRunCode, { params: { problemId }, query: { first, second } });
  const choices = runs.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="stack" aria-labelledby="compare-code">
      <h2 id="compare-code">{t.code}</h2>
      <div className="compare__choice">
        <NativeSelect
          label={t.first}
          value={first}
          data={choices}
          onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, first: value })}
        />
        <NativeSelect
          label={t.second}
          value={second}
          data={choices}
          onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, second: value })}
        />
      </div>
      <AwaitQuery query={query} lines={4}>
        {(code) => <Code code={code} />}
      </AwaitQuery>
    </section>
  );
}

function Code({ code: { first, second, packages, sentences } }: { code: CodeComparison }) {
  const t = useTexts(compareTexts);
  return (
    <>
      <p>{sentences.join(' ')}</p>
      {packages.length > 0 ? (
        <Scrollable label={t.package}>
          <table className="compare__table">
            <thead>
              <tr>
                <th scope="col">{t.package}</th>
                <th scope="col">{first.name}</th>
                <th scope="col">{second.runId === first.runId ? '' : second.name}</th>
              </tr>
            </thead>
            <tbody>
              {packages.map(({ name, first: one, second: other }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={one === null ? 'quiet' : undefined}>{one ?? t.absent}</td>
                  <td className={other === null ? 'quiet' : undefined}>{other ?? t.absent}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      ) : null}
      <div className="compare__changes">
        <Changes code={first} />
        <Changes code={second} />
      </div>
    </>
  );
}

function Changes({ code: { name, changes } }: { code: CodeOfRun }) {
  const t = useTexts(compareTexts);
  const title = t.changesOf({ name });
  return (
    <section className="stack stack--tight" aria-label={title}>
      <h3>{title}</h3>
      {changes.text === null ? (
        <p className="quiet">{changes.state === 'kept' ? '' : t.changes[changes.state]}</p>
      ) : (
        <Scrollable label={title} className="compare__text">
          <pre>{changes.text}</pre>
        </Scrollable>
      )}
      {changes.isCut ? <p className="small quiet">{t.cutText}</p> : null}
    </section>
  );
}
