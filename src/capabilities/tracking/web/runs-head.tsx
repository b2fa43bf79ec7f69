import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { nameInFilter } from './complete-filter.ts';
import { runsTexts } from './runs-texts.ts';

interface RunsHeadProps {
  columns: readonly string[];
  order: string;
  reorder: (order: string) => void;
}

const newest = 'start_time DESC';

/** By each column the runs can be ordered: first one way, then the other. */
export function RunsHead({ columns, order, reorder }: RunsHeadProps) {
  const t = useTexts(runsTexts);
  const sorted = order === '' ? newest : order;
  const own = [
    { by: 'run_name', label: t.name },
    { by: 'status', label: t.status },
    { by: 'start_time', label: t.started },
  ];
  const given = columns.map((name) => ({ by: asWritten(name), label: name.slice(name.indexOf('.') + 1), name }));
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td aria-hidden="true" />
        {own.map(({ by, label }) => (
          <Sorted key={by} {...{ by, label, sorted, reorder }} />
        ))}
        <th scope="col">{t.lasted}</th>
        <th scope="col">{t.facts}</th>
        {given.map(({ by, label, name }) => (
          <Sorted key={by} {...{ by, label, sorted, reorder }} isNumber={name.startsWith('metrics.')} />
        ))}
      </tr>
    </thead>
  );
}

function asWritten(name: string): string {
  const dot = name.indexOf('.');
  return nameInFilter(name.slice(0, dot) as 'metrics', name.slice(dot + 1));
}

interface SortedProps {
  by: string;
  label: string;
  sorted: string;
  reorder: (order: string) => void;
  isNumber?: boolean;
}

function Sorted({ by, label, sorted, reorder, isNumber = false }: SortedProps) {
  const t = useTexts(runsTexts);
  const way = sorted === `${by} DESC` ? 'descending' : sorted === `${by} ASC` ? 'ascending' : undefined;
  const isDescending = way === undefined ? isNumber || by === 'start_time' : way === 'ascending';
  return (
    <th scope="col" className={isNumber ? 'number' : undefined} aria-sort={way}>
      <button
        type="button"
        className="button-plain link"
        title={t.sortBy({ name: label, isDescending })}
        onClick={() => reorder(`${by} ${isDescending ? 'DESC' : 'ASC'}`)}
      >
        {label} {way ? <Icon name={way === 'ascending' ? 'up' : 'down'} size={12} /> : null}
      </button>
    </th>
  );
}
