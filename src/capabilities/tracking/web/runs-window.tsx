import './runs.css';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { type FoundRun, summariseRuns } from '../contract.ts';
import { RunRow } from './run-row.tsx';
import { RunsHead } from './runs-head.tsx';
import { runsTexts } from './runs-texts.ts';
import { row_px, type RunsQuery, useWindow } from './use-window.ts';

export interface RunsWindowProps {
  problemId: string;
  query: RunsQuery;
  columns: readonly string[];
  chosen: ReadonlySet<string>;
  choose: (id: string, isChosen: boolean) => void;
  reorder: (order: string) => void;
  openParts: (run: FoundRun) => void;
}

/** Very many runs, of which those that are seen are fetched and drawn; how many there are is told once it is known. */
export function RunsWindow(props: RunsWindowProps) {
  const { problemId, query } = props;
  const t = useTexts(runsTexts);
  const formats = useFormats();
  const { order: _, columns: __, ...choice } = query;
  const { data, error } = useAnswer(summariseRuns, { params: { problemId }, query: choice });
  const total = data?.runs ?? null;
  return (
    <div className="stack stack--tight">
      <output className="small quiet">
        {total === null
          ? error
            ? t.notCounted
            : t.counting
          : t.found({ count: total, written: formats.number(total, 0) })}
      </output>
      <Rows key={JSON.stringify(query)} {...props} total={total} />
    </div>
  );
}

type RowsProps = RunsWindowProps & { total: number | null };

function Rows({ total, columns, chosen, choose, reorder, openParts, ...asked }: RowsProps) {
  const t = useTexts(runsTexts);
  const { from, until, length, rowAt, onScroll, error } = useWindow(asked.problemId, asked.query, total);
  if (error) return <ErrorState error={error} />;
  if (length === null) return <Loading lines={8} />;
  if (length === 0) return <p className="quiet">{t.none}</p>;
  const width = columns.length + 6;
  const indexes = Array.from({ length: Math.max(0, until - from) }, (_, n) => from + n);
  return (
    <Scrollable className="runs__window" label={t.table} onScroll={(event) => onScroll(event.currentTarget)}>
      <table className="runs__table" aria-rowcount={total === null ? -1 : total + 1}>
        <RunsHead {...{ columns, reorder }} order={asked.query.order ?? ''} />
        <tbody>
          <Space rows={from} width={width} />
          {indexes.map((index) => (
            <RunRow
              key={index}
              index={index}
              run={rowAt(index)}
              {...{ columns, choose, openParts }}
              isChosen={chosen.has(rowAt(index)?.id ?? '')}
            />
          ))}
          <Space rows={length - until} width={width} />
        </tbody>
      </table>
    </Scrollable>
  );
}

/** The room of rows that are not drawn. */
function Space({ rows, width }: { rows: number; width: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="runs__space" aria-hidden="true">
      <td colSpan={width} style={{ height: rows * row_px }}>
        &nbsp;
      </td>
    </tr>
  );
}
