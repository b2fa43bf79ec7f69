import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type Change, type Diff, grades, listVersions, readDiff, type Version } from '../contract.ts';
import { ColumnMarks } from './column-facts.tsx';
import { ReadingChanges } from './reading-changes.tsx';
import { shiftsOf } from './shifts.ts';
import { versionTexts } from './version-texts.ts';

interface DiffPartProps {
  problemId: string;
  version: Version;
}

/** What changed since the version before, or since another one, the gravest first. */
export function DiffPart({ problemId, version }: DiffPartProps) {
  const t = useTexts(versionTexts).diff;
  const words = useTexts(versionTexts);
  const [baseId, setBase] = useState('');
  const query = useAnswer(readDiff, {
    params: { problemId, versionId: version.id },
    query: baseId === '' ? {} : { with: baseId },
  });
  const { data } = useAnswer(listVersions, { params: { problemId, datasetId: version.datasetId } });
  const others = (data?.versions ?? []).filter(({ id, erased }) => id !== version.id && erased === null);
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      {others.length > 1 ? (
        <NativeSelect
          label={t.compareWith}
          maw={260}
          value={baseId || (query.data?.diff?.baseId ?? '')}
          data={others.map(({ id, number, datasetName }) => ({
            value: id,
            label: words.title({ name: datasetName, number }),
          }))}
          onChange={(event) => setBase(event.currentTarget.value)}
        />
      ) : null}
      <AwaitQuery query={query} lines={3}>
        {({ diff }) => (diff === null ? <p className="quiet">{t.first}</p> : <Shown {...{ diff, version }} />)}
      </AwaitQuery>
    </section>
  );
}

function Shown({ diff, version }: { diff: Diff; version: Version }) {
  const t = useTexts(versionTexts).diff;
  const formats = useFormats();
  const { changes, baseNumber, rowsBefore, rowsAfter } = diff;
  return (
    <div className="stack stack--tight">
      <p>
        {changes.length === 0
          ? t.none({ number: baseNumber })
          : `${t.since({ number: baseNumber, count: changes.length })}.`}{' '}
        {t.rows({ before: formats.number(rowsBefore), after: formats.number(rowsAfter) })}
      </p>
      {grades.map((grade) => {
        const graded = changes.filter((change) => change.grade === grade);
        return graded.length === 0 ? null : (
          <section key={grade} className="stack stack--tight">
            <h3 className={`data-grade data-grade--${grade}`}>{t.grades[grade]}</h3>
            <ul className="plain-list">
              {graded.map((change) => (
                <ChangeLine key={`${change.kind} ${change.column ?? ''}`} {...{ change, version }} />
              ))}
            </ul>
          </section>
        );
      })}
      <ReadingChanges changes={diff.reading} />
      <Shifts diff={diff} />
    </div>
  );
}

function Shifts({ diff: { distributions } }: { diff: Diff }) {
  const t = useTexts(versionTexts).diff;
  const formats = useFormats();
  if (distributions.length === 0) return null;
  const { moved, byChance } = shiftsOf(distributions);
  const named = byChance.map(({ column, index }) => t.indexOf({ column, index: formats.number(index) }));
  return (
    <section className="stack stack--tight">
      {moved.length === 0 ? (
        <p className="small quiet">{t.alike}</p>
      ) : (
        <>
          <h3 className="data-grade">{t.moved}</h3>
          <ul className="plain-list">
            {moved.map(({ column, index, isMuch }) => (
              <li key={column}>
                {t.shift({
                  column,
                  how: isMuch ? t.shifts.much : t.shifts.some,
                  index: formats.number(index),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {named.length === 0 ? null : <p className="small quiet">{t.byChance({ columns: formats.list(named) })}</p>}
    </section>
  );
}

function ChangeLine({ change, version }: { change: Change; version: Version }) {
  const t = useTexts(versionTexts).diff;
  const { kind, column, before, after, examples, isGuess } = change;
  const say: string | ((p: { before: string; after: string }) => string) = t.kinds[kind];
  return (
    <li>
      <strong>{column ?? t.allColumns}</strong>:{' '}
      {typeof say === 'string' ? say : say({ before: before ?? '', after: after ?? '' })}
      {examples.length > 0 ? <span className="small quiet"> ({examples.join(', ')})</span> : null}
      <ColumnMarks column={version.columns.find(({ name }) => name === column)} />
      {isGuess ? <span className="small data-asked"> {t.guess}</span> : null}
    </li>
  );
}
