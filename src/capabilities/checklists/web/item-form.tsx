import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { identityTexts, usePeopleNames, useReaders } from '../../identity/web/index.tsx';
import { type ChecklistItem, editChecklistItem, itemStates } from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { draftOfItem, type ItemBody, type ItemDraft, readItem } from './item-draft.ts';

interface ItemFormProps {
  item: ChecklistItem;
  problemId: string;
  opener: string;
  close: () => void;
}

/** Answering one item in its place. */
export function ItemForm({ item, problemId, opener, close }: ItemFormProps) {
  const t = useTexts(checklistTexts);
  const id = useId();
  const { roles } = useTexts(identityTexts);
  const mayAnswer = item.youMayAnswer;
  const [draft, setDraft] = useState<ItemDraft>(() => draftOfItem(item));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const edit = useAsk(editChecklistItem);
  const put = (part: Partial<ItemDraft>) => setDraft({ ...draft, ...part });
  const errorAt = (field: string) => problems.find((each) => each.field === `${id}-${field}`)?.message;
  const box = useFocusInside(opener);
  const { keep, isSaving } = useKeeping<ItemBody>({
    version: item.version,
    save: (body, version) => edit.mutateAsync({ params: { problemId, itemId: item.id }, body, version }),
    close,
    sayTheirs: (theirs) => t.states[(theirs as { state: ChecklistItem['state'] }).state],
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { body, lack } = readItem(draft, mayAnswer);
    const place = { evidence: 'kind', text: 'text', link: 'url', reason: 'reason' } as const;
    setProblems(lack === null ? [] : [{ field: `${id}-${place[lack]}`, message: t.lacks[lack] }]);
    if (lack === null) void keep(body);
  };
  return (
    <form className="stack item__form" noValidate onSubmit={submit} ref={box}>
      <ErrorSummary problems={problems} />
      {mayAnswer ? (
        <>
          <StateChoice {...{ id, draft, put }} />
          {draft.state === 'not_applicable' ? (
            <Textarea
              id={`${id}-reason`}
              label={t.reason}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={draft.reason}
              error={errorAt('reason')}
              onChange={(event) => put({ reason: event.currentTarget.value })}
            />
          ) : (
            <EvidenceFields {...{ id, draft, put, errorAt }} />
          )}
        </>
      ) : (
        <p className="quiet">{t.theirs({ role: roles[item.role] })}</p>
      )}
      <div className="row row--fields">
        <OwnerSelect {...{ item, problemId, draft, put }} />
        <TextInput
          type="date"
          label={t.dueLabel}
          value={draft.dueDate}
          onChange={(event) => put({ dueDate: event.currentTarget.value })}
        />
      </div>
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

export interface DraftProps {
  id: string;
  draft: ItemDraft;
  put: (part: Partial<ItemDraft>) => void;
}

function StateChoice({ id, draft, put }: DraftProps) {
  const t = useTexts(checklistTexts);
  return (
    <fieldset className="checklist__choices">
      <legend>{t.state}</legend>
      <div className="row">
        {itemStates.map((state) => (
          <Radio
            key={state}
            name={`${id}-state`}
            label={t.states[state]}
            checked={draft.state === state}
            onChange={() => put({ state })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Who answers an item gives it to whom they like; others choose among those who have its role. */
function OwnerSelect({
  item,
  problemId,
  draft,
  put,
}: Omit<DraftProps, 'id'> & Pick<ItemFormProps, 'item' | 'problemId'>) {
  const t = useTexts(checklistTexts);
  const names = usePeopleNames();
  const fitting = useReaders(problemId).filter(({ roles }) => item.youMayAnswer || roles.includes(item.role));
  const { ownerId } = item;
  // Whom it was given to keeps it until somebody else is chosen, also when they fit no more.
  const isElsewhere = ownerId !== null && !fitting.some(({ id }) => id === ownerId);
  const owner = isElsewhere ? [{ value: ownerId, label: names.get(ownerId) ?? ownerId }] : [];
  return (
    <NativeSelect
      label={t.ownerLabel}
      value={draft.ownerId}
      data={[{ value: '', label: t.nobody }, ...owner, ...fitting.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => put({ ownerId: event.currentTarget.value })}
    />
  );
}

/** The focus goes into the form when it opens, and back to the button that opened it. */
function useFocusInside(opener: string) {
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input:checked, select, input')?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === document.body) document.getElementById(opener)?.focus();
    };
  }, [opener]);
  return box;
}
