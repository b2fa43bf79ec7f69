import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { ComparedRun, RunComparison } from '../contract.ts';
import { compareTexts } from './compare-texts.ts';
import { sayDuration } from './say-duration.ts';
import { sayNumber } from './say-value.ts';

interface CompareTableProps {
  problemId: string;
  comparison: RunComparison;
}

/** More than these do not stand beside one another. */
const mostBeside = 20;

/** Runs as columns; where they differ, or everything. */
export function CompareTable({ comparison }: CompareTableProps) {
  const t = useTexts(compareTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = besideOf(comparison);
  const parts = usePartsOf(comparison, shown);
  const kept = parts.flatMap(({ name, rows }) => {
    const some = rows.filter(({ cells }) => isWhole || new Set(cells).size > 1);
    return some.length === 0 ? [] : [{ name, rows: some }];
  });
  return (
    <section className="stack" aria-labelledby="compare-table">
      <h2 id="compare-table">{t.table}</h2>
      {shown.length < comparison.runs.length ? <p className="quiet">{t.beside({ shown: shown.length })}</p> : null}
      <Checkbox label={t.all} checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
      <Scrollable label={t.table}>
        <table className="compare__table">
          <thead>
            <tr>
              <td aria-hidden="true" />
              {shown.map((index) => (
                <RunHead key={comparison.runs[index]?.id} {...{ comparison, index }} />
              ))}
            </tr>
          </thead>
          {kept.map(({ name, rows }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={shown.length + 1} className="compare__part">
                  {name}
                </th>
              </tr>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  <th scope="row">{key}</th>
                  {cells.map((cell, at) => (
                    <td key={comparison.runs[shown[at] ?? 0]?.id} className={cell === null ? 'quiet' : undefined}>
                      {cell ?? t.absent}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scrollable>
      {kept.length === 0 ? <p className="quiet">{t.same}</p> : null}
    </section>
  );
}

/** All of few; of many the best of the first group, by their places. */
function besideOf({ runs, groups, by, metrics, figures, isLowBetter }: RunComparison): number[] {
  if (runs.length <= mostBeside) return [...runs.keys()];
  const key = by?.slice(by.indexOf('.') + 1);
  const row = (by?.startsWith('evaluation.') ? figures : metrics).find((each) => each.key === key);
  const inFirst = new Set(groups[0]?.runIds);
  const worth = (index: number) => {
    const value = row?.values[index];
    return typeof value === 'number' ? (isLowBetter ? -value : value) : -Infinity;
  };
  return [...runs.keys()]
    .filter((index) => inFirst.has(runs[index]?.id ?? ''))
    .toSorted((a, b) => worth(b) - worth(a))
    .slice(0, mostBeside);
}

function RunHead({ comparison: { runs, bestId, groups }, index }: { comparison: RunComparison; index: number }) {
  const t = useTexts(compareTexts);
  const run = runs[index];
  if (!run) return null;
  const group = groups.findIndex(({ runIds }) => runIds.includes(run.id));
  return (
    <th scope="col">
      <Link to="/runs/$runId" params={{ runId: run.id }}>
        {run.name}
      </Link>
      {run.id === bestId ? <span className="compare__mark">{t.best}</span> : null}
      {group > 0 ? <span className="compare__mark quiet">{t.group({ number: group + 1 })}</span> : null}
    </th>
  );
}

interface Part {
  name: string;
  rows: { key: string; cells: (string | null)[] }[];
}

function usePartsOf({ runs, params, metrics, figures }: RunComparison, shown: readonly number[]): Part[] {
  const t = useTexts(compareTexts);
  const formats = useFormats();
  const locale = useLocale();
  const say = (value: string | number | null | undefined) =>
    typeof value === 'number' ? sayNumber(value, locale) : (value ?? null);
  const of = (rows: RunComparison['params'], name = (key: string) => key) =>
    rows.map(({ key, values }) => ({ key: name(key), cells: shown.map((index) => say(values[index])) }));
  const own = (key: keyof typeof t.rows, cell: (run: ComparedRun) => string | null) => ({
    key: t.rows[key],
    cells: shown.flatMap((index) => {
      const run = runs[index];
      return run ? [cell(run)] : [];
    }),
  });
  const changed = ({ isDirty }: ComparedRun) => (isDirty === null ? t.unknown : isDirty ? t.yes : t.no);
  const evaluation = ({ evaluation: by }: ComparedRun) => {
    if (!by) return null;
    const { protocol, finishedAt, threshold, others } = by;
    const said = t.evaluation({
      protocol,
      when: formats.dateTime(finishedAt),
      threshold: threshold === null ? null : sayNumber(threshold, locale),
    });
    return others === 0 ? said : `${said} (${t.otherEvaluations({ count: others })})`;
  };
  const data = ({ data: given }: ComparedRun) =>
    given.length === 0
      ? null
      : formats.list(given.map(({ name, context }) => (context === null ? name : `${name} (${context})`)));
  return [
    {
      name: t.parts.figures,
      rows: [
        ...of(figures, (key) => t.figures[key === 'euros' ? 'euros' : 'quality']),
        ...(figures.length === 0 ? [] : [own('evaluation', evaluation)]),
      ],
    },
    { name: t.parts.metrics, rows: of(metrics) },
    { name: t.parts.params, rows: of(params) },
    {
      name: t.parts.code,
      rows: [
        own('data', data),
        own('source', ({ source }) => source),
        own('commit', ({ commit }) => commit?.slice(0, 12) ?? null),
        own('changed', changed),
      ],
    },
    {
      name: t.parts.run,
      rows: [
        own('experiment', ({ experiment }) => experiment),
        own('variant', ({ variant }) => variant),
        own('began', ({ startedAt }) => (startedAt === null ? null : formats.dateTime(startedAt))),
        own('took', ({ startedAt, endedAt }) =>
          startedAt === null || endedAt === null ? null : sayDuration(endedAt - startedAt, formats),
        ),
      ],
    },
  ];
}
