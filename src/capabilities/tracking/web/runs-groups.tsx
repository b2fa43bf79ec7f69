import { useState } from 'react';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { groupRuns } from '../contract.ts';
import { runsTexts } from './runs-texts.ts';
import { RunsWindow, type RunsWindowProps } from './runs-window.tsx';

type Group = Answer<typeof groupRuns>['groups'][number];

/** The runs in groups, the largest first; each opens in place. */
export function RunsGroups({ groupBy, ...props }: RunsWindowProps & { groupBy: string }) {
  const t = useTexts(runsTexts);
  const { problemId, query } = props;
  const { order: _, columns: __, groupBy: ___, group: ____, ...choice } = query;
  const found = useAnswer(groupRuns, { params: { problemId }, query: { ...choice, by: groupBy } });
  return (
    <AwaitQuery query={found} lines={6}>
      {({ groups, hasMore }) => (
        <div className="stack stack--tight runs__groups">
          {groups.length === 0 ? <p className="quiet">{t.none}</p> : null}
          {groups.map((group) => (
            <GroupOfRuns key={group.value ?? ' none'} {...{ ...props, group, groupBy }} />
          ))}
          {hasMore ? <p className="small quiet">{t.moreGroups}</p> : null}
        </div>
      )}
    </AwaitQuery>
  );
}

function GroupOfRuns({ group, groupBy, ...props }: RunsWindowProps & { group: Group; groupBy: string }) {
  const t = useTexts(runsTexts);
  const formats = useFormats();
  const ago = useAgo();
  const [isOpen, setOpen] = useState(false);
  const { value, runs, lastRunAt } = group;
  const query = { ...props.query, groupBy, ...(value === null ? {} : { group: value }) };
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{nameOf(group, groupBy, t)}</strong>{' '}
        <span className="quiet">
          {t.inGroup({ count: runs, written: formats.number(runs, 0) })}
          {lastRunAt === null ? '' : `, ${t.lastOf({ when: ago(lastRunAt) })}`}
        </span>
      </summary>
      {isOpen ? <RunsWindow {...props} query={query} /> : null}
    </details>
  );
}

/** `depth: 8` of a parameter or a tag; what is known by itself is named by itself. */
function nameOf({ value, name }: Group, groupBy: string, t: (typeof runsTexts)['en']): string {
  const own = name ?? value ?? t.noGroup;
  if (groupBy === 'status') return t.statuses[own as keyof typeof t.statuses] ?? own;
  const dot = groupBy.indexOf('.');
  return dot < 0 ? own : `${groupBy.slice(dot + 1)}: ${own}`;
}
