import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { identityTexts } from '../../identity/web/index.tsx';
import {
  addChecklistItem,
  type ChecklistGate,
  checklistGates,
  type ChecklistRole,
  checklistRoles,
} from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';

const opener = 'add-checklist-item';

interface OwnItemProps {
  problemId: string;
  /** roles of the reader: the first one of them is offered */
  roles: readonly string[];
}

/** A requirement that only this problem has. */
export function OwnItem(props: OwnItemProps) {
  const t = useTexts(checklistTexts);
  const [isAdding, setAdding] = useState(false);
  if (isAdding) return <OwnItemForm {...props} close={() => setAdding(false)} />;
  return (
    <Button id={opener} leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  );
}

interface Draft {
  title: string;
  help: string;
  role: ChecklistRole;
  gate: ChecklistGate;
}

function OwnItemForm({ problemId, roles, close }: OwnItemProps & { close: () => void }) {
  const t = useTexts(checklistTexts);
  const names = useTexts(identityTexts).roles;
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const own = checklistRoles.find((role) => roles.includes(role)) ?? 'sme';
  const [draft, setDraft] = useState<Draft>({ title: '', help: '', role: own, gate: 'g1' });
  const [problem, setProblem] = useState<string | null>(null);
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const add = useAsk(addChecklistItem);
  const { keep, isSaving } = useKeeping<Draft>({
    save: (body) => add.mutateAsync({ params: { problemId }, body }),
    close,
    sayTheirs: String,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.trim() === '') setProblem(t.lacks.title);
    else void keep({ ...draft, title: draft.title.trim(), help: draft.help.trim() });
  };
  return (
    <form className="stack item__form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: id, message: problem }]} />
      <TextInput
        id={id}
        label={t.ownTitle}
        description={t.ownTitleHint}
        maxLength={300}
        value={draft.title}
        error={problem}
        ref={first}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t.ownHelp}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={draft.help}
        onChange={(event) => put({ help: event.currentTarget.value })}
      />
      <div className="row row--fields">
        <NativeSelect
          label={t.role}
          value={draft.role}
          data={checklistRoles.map((value) => ({ value, label: names[value] }))}
          onChange={(event) => put({ role: event.currentTarget.value as ChecklistRole })}
        />
        <NativeSelect
          label={t.gate}
          value={draft.gate}
          data={checklistGates.map((value) => ({ value, label: t.gates[value] }))}
          onChange={(event) => put({ gate: event.currentTarget.value as ChecklistGate })}
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
