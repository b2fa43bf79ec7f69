import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { type ChecklistItem, type ItemState, removeChecklistItem, restoreChecklistItem } from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import { isLater, isOpen } from './group-items.ts';
import { ItemForm } from './item-form.tsx';

export interface ItemRowProps {
  item: ChecklistItem;
  problemId: string;
  permissions: readonly string[];
  /** the address asked for this one */
  isAsked: boolean;
}

/** One item: what is required, how it stands, who answers it, where the answer is; it is answered in its place. */
export function ItemRow({ item, problemId, permissions, isAsked }: ItemRowProps) {
  const t = useTexts(checklistTexts);
  const mayChange = permissions.includes('problem.checklist') && !item.isRetired;
  const [isEditing, setEditing] = useState(isAsked && mayChange);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) row.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  const opener = `edit-${item.id}`;
  const kind = item.isRetired ? ' item--retired' : isOpen(item) ? '' : ' item--settled';
  return (
    <li className={`item${kind}`} ref={row}>
      <StateMark state={item.state} />
      <div className="stack stack--tight">
        <p className="item__title">{item.title}</p>
        {item.help === '' || !isOpen(item) ? null : <p className="small quiet">{item.help}</p>}
        <Facts item={item} />
        <Given {...{ item, problemId }} />
        {item.rewordedIn === null ? null : <p className="small note">{t.reworded({ number: item.rewordedIn })}</p>}
        {isEditing ? <ItemForm {...{ item, problemId, opener }} close={() => setEditing(false)} /> : null}
        <div className="row small">
          {mayChange && !isEditing ? <Actions {...{ item, problemId, opener }} edit={() => setEditing(true)} /> : null}
          <Talk
            problemId={problemId}
            anchor={{ kind: 'checklist_item', id: item.id, field: null }}
            label={item.title}
          />
        </div>
      </div>
    </li>
  );
}

interface ActionsProps extends Pick<ItemRowProps, 'item' | 'problemId'> {
  opener: string;
  edit: () => void;
}

function Actions({ item, problemId, opener, edit }: ActionsProps) {
  const t = useTexts(checklistTexts);
  const mayRemove = item.isOwn && item.youMayAnswer;
  return (
    <>
      <button id={opener} type="button" className="button-plain link" onClick={edit}>
        {!item.youMayAnswer ? t.plan : isOpen(item) ? t.answer : t.edit}
        <span className="unseen"> {item.title}</span>
      </button>
      {mayRemove ? <RemoveOwn {...{ item, problemId }} /> : null}
    </>
  );
}

function Facts({ item }: { item: ChecklistItem }) {
  const t = useTexts(checklistTexts);
  const names = usePeopleNames();
  const { state, ownerId, dueDate, isOwn, isRetired, gate } = item;
  return (
    <p className="item__facts">
      <span>{t.states[state]}</span>
      <span>{ownerId === null ? t.noOwner : t.owner({ name: names.get(ownerId) ?? ownerId })}</span>
      {dueDate === null ? null : <Due date={dueDate} isAsked={isOpen(item)} />}
      {isLater(item) || gate === 'g0' ? <span>{t.gates[gate]}</span> : null}
      {isOwn ? <span>{t.own}</span> : null}
      {isRetired ? <span>{t.retired}</span> : null}
    </p>
  );
}

function Due({ date: day, isAsked }: { date: string; isAsked: boolean }) {
  const t = useTexts(checklistTexts);
  const date = useFormats().date(day);
  const isLate = day < useToday() && isAsked;
  return <span className={isLate ? 'late' : ''}>{isLate ? t.late({ date }) : t.due({ date })}</span>;
}

/** The answer itself: words, a link, a place, or why it does not apply. */
function Given({ item: { evidence, state, reason }, problemId }: Pick<ItemRowProps, 'item' | 'problemId'>) {
  const t = useTexts(checklistTexts);
  return (
    <>
      {state === 'not_applicable' ? <p className="small">{t.because({ reason })}</p> : null}
      {evidence?.kind === 'text' ? <p className="prose small">{evidence.text}</p> : null}
      {evidence?.kind === 'link' ? (
        <p className="small">
          <a href={evidence.url} rel="noreferrer" target="_blank">
            {evidence.url}
          </a>
        </p>
      ) : null}
      {evidence?.kind === 'place' ? (
        <p className="small">
          <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: evidence.place }}>
            {t.inPlace({ place: t.places[evidence.place] })}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** A ring, half filled while somebody is at it, a tick when done, a dash where it does not apply; the words say it too. */
function StateMark({ state }: { state: ItemState }) {
  return (
    <svg className="item__mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" className={state === 'done' ? 'done' : ''} />
      {state === 'in_progress' ? <path className="half" d="M10 2a8 8 0 0 1 0 16z" /> : null}
      {state === 'done' ? <path className="tick" d="M6 10.4l2.8 2.8L14 7.4" /> : null}
      {state === 'not_applicable' ? <path className="dash" d="M6 10h8" /> : null}
    </svg>
  );
}

function RemoveOwn({ item, problemId }: Pick<ItemRowProps, 'item' | 'problemId'>) {
  const t = useTexts(checklistTexts);
  const remove = useAsk(removeChecklistItem);
  const restore = useAsk(restoreChecklistItem);
  const params = { problemId, itemId: item.id };
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  const removeIt = () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
  return (
    <button type="button" className="button-plain link" onClick={removeIt}>
      {t.remove}
      <span className="unseen"> {item.title}</span>
    </button>
  );
}
