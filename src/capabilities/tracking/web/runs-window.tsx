import './runs.css';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
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

/** Very many runs, of which those that are seen are fetched and drawn. */
export function RunsWindow(props: RunsWindowProps) {
  const { problemId, query } = props;
  const t = useTexts(runsTexts);
  const { order: _, columns: __, ...choice } = query;
  const counted = useAnswer(summariseRuns, { params: { problemId }, query: choice });
  return (
    <AwaitQuery query={counted} lines={8}>
      {({ runs }) => (runs === 0 ? <p className="quiet">{t.none}</p> : <Rows {...props} total={runs} />)}
    </AwaitQuery>
  );
}

function Rows({ total, columns, chosen, choose, reorder, openParts, ...asked }: RunsWindowProps & { total: number }) {
  const t = useTexts(runsTexts);
  const { from, until, rowAt, onScroll, error } = useWindow(asked.problemId, asked.query, total);
  if (error) return <ErrorState error={error} />;
  const width = columns.length + 6;
  const indexes = Array.from({ length: Math.max(0, until - from) }, (_, n) => from + n);
  return (
    <Scrollable className="runs__window" label={t.table} onScroll={(event) => onScroll(event.currentTarget)}>
      <table className="runs__table" aria-rowcount={total + 1}>
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
          <Space rows={total - until} width={width} />
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
