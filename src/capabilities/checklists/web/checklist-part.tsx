import './checklist.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useTalkedOf } from '../../conversation/web/index.tsx';
import { getMineInProblem } from '../../identity/contract.ts';
import { useMe } from '../../identity/web/index.tsx';
import { beginChecklist, type Checklist, readChecklist, renewChecklist } from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import { groupItems, isLater, isOpen, type ItemFilter, itemFilters, progressOf } from './group-items.ts';
import { OwnItem } from './own-item.tsx';
import { RoleGroupPart } from './role-group.tsx';

interface ChecklistPartProps {
  problemId: string;
  /** id of the item that the address asks for */
  field: string | undefined;
  /** stopped by a no-go, or nothing here is theirs to answer */
  isStopped?: boolean;
}

/** What each role requires before a gate: who answers it, how it stands, and where the answer is. */
export function ChecklistPart({ problemId, field, isStopped = false }: ChecklistPartProps) {
  const t = useTexts(checklistTexts);
  const query = useAnswer(readChecklist, { params: { problemId } });
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const permissions = isStopped ? [] : (mine.data?.permissions ?? []);
  const reader = { roles: mine.data?.roles ?? [], userId: useMe()?.id ?? null };
  return (
    <section className="stack">
      <h3>{t.title}</h3>
      <AwaitQuery query={query}>
        {(checklist) =>
          checklist.isBegun ? (
            <Items {...{ checklist, problemId, field, permissions, reader }} />
          ) : (
            <NotBegun problemId={problemId} mayBegin={permissions.includes('problem.checklist')} />
          )
        }
      </AwaitQuery>
    </section>
  );
}

function NotBegun({ problemId, mayBegin }: { problemId: string; mayBegin: boolean }) {
  const t = useTexts(checklistTexts);
  const begin = useAsk(beginChecklist);
  return (
    <div className="stack stack--tight">
      <p>{t.beginTitle}.</p>
      <p className="quiet">{t.beginBody}</p>
      {mayBegin ? (
        <div>
          <Button
            loading={begin.isPending}
            onClick={() => begin.mutate({ params: { problemId } }, { onError: (error) => say(error.message) })}
          >
            {t.begin}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

export interface ItemsProps {
  checklist: Checklist;
  problemId: string;
  field: string | undefined;
  permissions: readonly string[];
  reader: { roles: readonly string[]; userId: string | null };
}

function Items({ checklist, problemId, field, permissions, reader }: ItemsProps) {
  const t = useTexts(checklistTexts);
  const talkedOf = useTalkedOf('checklist_item');
  const asked = checklist.items.find(({ id }) => id === (field ?? talkedOf));
  const [filter, setFilter] = useState<ItemFilter>('all');
  const [withLater, setWithLater] = useState(asked !== undefined && isLater(asked));
  const groups = groupItems(checklist.items, reader, { filter, withLater });
  // One role at a time is enough to read: the reader's own first, and of those the first that is not whole.
  const first = groups.find(({ settled, of }) => settled < of);
  const later = checklist.items.filter((item) => isLater(item) && !item.isRetired).length;
  const mayChange = permissions.includes('problem.checklist');
  return (
    <div className="stack">
      <Finding {...{ checklist, reader }} />
      {mayChange ? <Newer {...{ checklist, problemId }} /> : null}
      <SegmentedControl
        aria-label={t.show}
        value={filter}
        data={itemFilters.map((value) => ({ value, label: t.filters[value] }))}
        onChange={(value) => setFilter(value)}
        maw={360}
      />
      {groups.length === 0 ? <p className="quiet">{filter === 'mine' ? t.nothingMine : t.nothingOpen}</p> : null}
      {groups.map((group) => (
        <RoleGroupPart
          key={group.role}
          {...{ group, problemId, field, permissions }}
          isOpenFirst={filter !== 'all' || group.role === asked?.role || group.role === first?.role}
        />
      ))}
      <div className="row">
        {mayChange ? <OwnItem problemId={problemId} roles={reader.roles} /> : null}
        {later > 0 ? (
          <Button variant="subtle" aria-expanded={withLater} onClick={() => setWithLater(!withLater)}>
            {withLater ? t.hideLater : t.later({ count: later })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** How it stands, in a sentence. */
function Finding({ checklist: { items }, reader }: Pick<ItemsProps, 'checklist' | 'reader'>) {
  const t = useTexts(checklistTexts);
  const { settled, of } = progressOf(items);
  const mine = items.filter((item) => isOpen(item) && reader.userId !== null && item.ownerId === reader.userId).length;
  return (
    <p>
      {settled === of ? t.allSettled : t.progress({ settled, of })} {mine > 0 ? t.mineOpen({ count: mine }) : ''}
    </p>
  );
}

function Newer({ checklist, problemId }: Pick<ItemsProps, 'checklist' | 'problemId'>) {
  const t = useTexts(checklistTexts);
  const renew = useAsk(renewChecklist);
  const { templateNumber, newestNumber } = checklist;
  if (templateNumber === null || templateNumber === newestNumber) return null;
  const renewIt = () =>
    void renew.mutateAsync({ params: { problemId } }).then(
      () => say(t.renewed),
      (error: Error) => say(error.message),
    );
  return (
    <div className="note stack stack--tight">
      <p>{t.newer({ newest: newestNumber, followed: templateNumber })}</p>
      <div>
        <Button loading={renew.isPending} onClick={renewIt}>
          {t.renew({ newest: newestNumber })}
        </Button>
      </div>
    </div>
  );
}
