import './inbox.css';
import { Button, Checkbox, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { listProblems } from '../../formulation/contract.ts';
import type { Proposal } from '../contract.ts';
import { inboxTexts } from './inbox-texts.ts';

/** An experiment or a model that belongs to no problem yet. */
export interface Waiting {
  /** by which it is assigned */
  id: string;
  name: string;
  /** the name, where what is in it can be looked at */
  link?: ReactNode;
  facts: ReactNode;
  proposals: readonly Proposal[];
  /** why it stays, where it cannot be assigned */
  stays: string | null;
}

interface Moved {
  id: string;
  before: string | null;
}

/** Assigns, to a problem or back to the inbox. */
export type Assign = (ids: string[], problemId: string | null) => Promise<{ moved: Moved[] }>;

/** What waits: chosen and assigned together, or each by what its rule proposes. All of it can be undone. */
export function WaitingList({ items, assign, label }: { items: readonly Waiting[]; assign: Assign; label: string }) {
  const t = useTexts(inboxTexts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What was assigned meanwhile, here or by somebody else, is no longer chosen.
  const ids = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const moving = useMoving(assign);
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(ids);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <div className="stack">
      <AssignProposed items={items} assign={assign} />
      <ChooseAll items={items} chosen={ids.length} setChosen={setChosen} />
      <ul className="plain-list" aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className="waits">
            <Checkbox
              aria-label={t.choose({ name: item.name })}
              disabled={item.stays !== null}
              checked={ids.includes(item.id)}
              onChange={(event) => toggle(item.id, event.currentTarget.checked)}
            />
            <div className="waits__what">
              <span className="waits__name">{item.link ?? item.name}</span>
              <span className="small quiet">{item.facts}</span>
              {item.stays === null ? null : <span className="small">{item.stays}</span>}
              <Proposals item={item} move={(problem) => void moving([item.id], problem)} />
            </div>
          </li>
        ))}
      </ul>
      {ids.length > 0 ? <AssignChosen ids={ids} move={moving} /> : null}
    </div>
  );
}

interface AllProps {
  items: readonly Waiting[];
  chosen: number;
  setChosen: (ids: ReadonlySet<string>) => void;
}

/** All that stands here, or none. */
function ChooseAll({ items, chosen, setChosen }: AllProps) {
  const t = useTexts(inboxTexts);
  const free = items.filter(({ stays }) => stays === null);
  if (free.length < 2) return null;
  const isAll = chosen === free.length;
  return (
    <Checkbox
      label={t.chooseAll({ count: free.length })}
      checked={isAll}
      indeterminate={chosen > 0 && !isAll}
      onChange={() => setChosen(new Set(isAll ? [] : free.map(({ id }) => id)))}
    />
  );
}

interface Target {
  id: string;
  title: string;
}

function useMoving(assign: Assign): (ids: string[], problem: Target) => Promise<void> {
  const t = useTexts(inboxTexts);
  return async (ids, { id, title }) => {
    try {
      const { moved } = await assign(ids, id);
      say(t.assigned({ count: moved.length, title }), () => void undo(assign, moved));
    } catch (error) {
      say((error as Error).message);
    }
  };
}

/** Back to where each was. */
async function undo(assign: Assign, moved: readonly Moved[]): Promise<void> {
  try {
    for (const [before, some] of Map.groupBy(moved, (one) => one.before))
      await assign(
        some.map(({ id }) => id),
        before,
      );
  } catch (error) {
    say((error as Error).message);
  }
}

function Proposals({ item, move }: { item: Waiting; move: (problem: Target) => void }) {
  const t = useTexts(inboxTexts);
  const [first, ...others] = item.proposals;
  if (!first) return null;
  return (
    <div className="row small">
      <span>
        {others.length === 0 ? t.rule : t.tie}{' '}
        {item.proposals.map(({ problemId, pattern }) => (
          <Link key={problemId} to="/problems/$problemId/runs/belonging" params={{ problemId }}>
            <code>{pattern}</code>
          </Link>
        ))}
      </span>
      {item.proposals.map(({ problemId, problemTitle }) => (
        <button
          key={problemId}
          type="button"
          className="button-plain link"
          onClick={() => move({ id: problemId, title: problemTitle })}
        >
          {t.assignTo({ title: problemTitle })}
          <span className="unseen"> {item.name}</span>
        </button>
      ))}
    </div>
  );
}

/** All of which one rule speaks, at once. */
function AssignProposed({ items, assign }: { items: readonly Waiting[]; assign: Assign }) {
  const t = useTexts(inboxTexts);
  const [isBusy, setBusy] = useState(false);
  const clear = items.flatMap(({ id, proposals: [first, ...others] }) =>
    first && others.length === 0 ? [{ id, problemId: first.problemId }] : [],
  );
  if (clear.length < 2) return null;
  const all = async () => {
    setBusy(true);
    const moved: Moved[] = [];
    try {
      for (const [problemId, some] of Map.groupBy(clear, (one) => one.problemId)) {
        const ids = some.map(({ id }) => id);
        moved.push(...(await assign(ids, problemId)).moved);
      }
      say(t.assignedAll({ count: moved.length }), () => void undo(assign, moved));
    } catch (error) {
      say((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <div>
      <Button loading={isBusy} onClick={() => void all()}>
        {t.assignProposed({ count: clear.length })}
      </Button>
    </div>
  );
}

function AssignChosen({ ids, move }: { ids: string[]; move: (ids: string[], problem: Target) => Promise<void> }) {
  const t = useTexts(inboxTexts);
  const [target, setTarget] = useState<Target | null>(null);
  const [isMissing, setMissing] = useState(false);
  const assign = () => {
    setMissing(target === null);
    if (target) void move(ids, target);
  };
  return (
    <div className="waits__assign">
      <output className="small quiet">{t.chosen({ count: ids.length })}</output>
      <div className="row row--fields">
        <ProblemChoice target={target} setTarget={setTarget} error={isMissing && target === null ? t.needed : null} />
        <Button variant="filled" onClick={assign}>
          {t.assign({ count: ids.length })}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  target: Target | null;
  setTarget: (target: Target | null) => void;
  error: string | null;
}

function ProblemChoice({ target, setTarget, error }: ChoiceProps) {
  const t = useTexts(inboxTexts);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  // The title that was chosen stands in the field; it is not what is looked for.
  const asked = text === target?.title ? '' : text;
  const found = useAnswer(listProblems, { query: { text: asked, limit: 20 } });
  const problems = found.data?.problems ?? [];
  const options = target && !problems.some(({ id }) => id === target.id) ? [target, ...problems] : problems;
  return (
    <Select
      label={t.target}
      description={t.targetHint}
      error={error}
      searchable
      clearable={false}
      nothingFoundMessage={t.nothingFound}
      value={target?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      data={options.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id) => setTarget(options.find((problem) => problem.id === id) ?? null)}
    />
  );
}
