import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../../../web/kit/icons.tsx';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { FoundRun } from '../contract.ts';
import { runsTexts } from './runs-texts.ts';
import { sayDuration } from './say-duration.ts';

interface RunRowProps {
  index: number;
  run: FoundRun | undefined;
  columns: readonly string[];
  isChosen: boolean;
  choose: (id: string, isChosen: boolean) => void;
  openParts: (run: FoundRun) => void;
}

/** One run: what it is called, how it ended, and what was asked for of it. */
export function RunRow({ index, run, columns, isChosen, choose, openParts }: RunRowProps) {
  const t = useTexts(runsTexts);
  const formats = useFormats();
  const ago = useAgo();
  if (!run)
    return (
      <tr aria-rowindex={index + 2}>
        <td colSpan={columns.length + 6} className="quiet">
          {t.waiting}
        </td>
      </tr>
    );
  return (
    <tr aria-rowindex={index + 2}>
      <td>
        <Checkbox
          aria-label={t.choose({ name: run.name })}
          checked={isChosen}
          onChange={(event) => choose(run.id, event.currentTarget.checked)}
        />
      </td>
      <th scope="row" title={run.name}>
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {run.name}
        </Link>{' '}
        {run.isDeleted ? <span className="quiet">({t.deleted})</span> : null}
        {run.children > 0 ? (
          <button type="button" className="button-plain link small" onClick={() => openParts(run)}>
            {t.parts({ count: run.children })}
            <span className="unseen"> {run.name}</span>
          </button>
        ) : null}
      </th>
      <td>
        <Status status={run.status} />
      </td>
      <td title={run.startedAt === null ? undefined : formats.dateTime(run.startedAt)}>
        {run.startedAt === null ? '' : ago(run.startedAt)}
      </td>
      <td>{run.startedAt === null || run.endedAt === null ? '' : sayDuration(run.endedAt - run.startedAt, formats)}</td>
      <td>
        <Facts lacks={run.lacks} />
      </td>
      {columns.map((name) => (
        <Cell key={name} value={run.values[name]} isNumber={name.startsWith('metrics.')} />
      ))}
    </tr>
  );
}

function Cell({ value, isNumber }: { value: string | number | undefined; isNumber: boolean }) {
  const formats = useFormats();
  const written = typeof value === 'number' ? formats.number(value, 4) : (value ?? '');
  return (
    <td className={isNumber ? 'number' : undefined} title={String(value ?? '')}>
      {written}
    </td>
  );
}

const shapes: Readonly<Record<FoundRun['status'], IconName>> = {
  RUNNING: 'right',
  SCHEDULED: 'menu',
  FINISHED: 'check',
  FAILED: 'info',
  KILLED: 'bin',
};

/** In words and by its shape; colour only goes along. */
function Status({ status }: { status: FoundRun['status'] }) {
  const t = useTexts(runsTexts);
  const isBad = status === 'FAILED' || status === 'KILLED';
  return (
    <span className={isBad ? 'runs__status runs__status--bad' : 'runs__status'}>
      <Icon name={shapes[status]} size={12} /> {t.statuses[status]}
    </span>
  );
}

/** Which of the six facts it lacks: then it is never promoted. */
function Facts({ lacks }: Pick<FoundRun, 'lacks'>) {
  const t = useTexts(runsTexts);
  if (lacks.length === 0)
    return (
      <span className="runs__status">
        <Icon name="check" size={12} /> {t.complete}
      </span>
    );
  return <span className="quiet">{t.lacks({ facts: lacks.map((fact) => t.factNames[fact]) })}</span>;
}
