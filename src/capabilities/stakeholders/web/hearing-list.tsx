import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { editHearing, type Hearing, removeHearing, restoreHearing, type Stakeholder } from '../contract.ts';
import { personGiven } from './person-given.ts';
import { stakeholderTexts } from './texts.ts';
import { useKnownPeople } from './use-known-people.ts';

interface Within {
  problemId: string;
  isReadOnly: boolean;
}

/** What was heard of one stakeholder, the latest first. */
export function HearingList({ stakeholder, ...within }: Within & { stakeholder: Stakeholder }) {
  const t = useTexts(stakeholderTexts).hearing;
  if (stakeholder.hearings.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h4>{t.title}</h4>
      <ul className="plain-list">
        {stakeholder.hearings.map((hearing) => (
          <HearingEntry key={hearing.id} hearing={hearing} {...within} />
        ))}
      </ul>
    </section>
  );
}

function HearingEntry({ hearing, problemId, isReadOnly }: Within & { hearing: Hearing }) {
  const texts = useTexts(stakeholderTexts);
  const t = texts.hearing;
  const formats = useFormats();
  const [isEditing, setEditing] = useState(false);
  const params = { problemId, hearingId: hearing.id };
  const remove = useRemove(params);
  const date = formats.date(hearing.heardOn);
  const line = t.line({ date, how: t.ways_short[hearing.how], by: hearing.heardBy.name ?? t.somebody });
  return (
    <li className="heard__thing stack stack--tight">
      <p className="small quiet">{line}</p>
      {isEditing ? (
        <SaidForm {...{ hearing, params }} label={line} close={() => setEditing(false)} />
      ) : (
        <p className={hearing.said === '' ? 'quiet' : 'prose'}>{hearing.said || t.nothingSaid}</p>
      )}
      {isReadOnly || isEditing ? null : (
        <div className="row small">
          <button
            id={`edit-${hearing.id}`}
            type="button"
            className="button-plain link"
            onClick={() => setEditing(true)}
          >
            {texts.edit}
            <span className="unseen"> {line}</span>
          </button>
          <button type="button" className="button-plain link" onClick={remove}>
            {texts.remove}
            <span className="unseen"> {line}</span>
          </button>
        </div>
      )}
    </li>
  );
}

interface SaidFormProps {
  hearing: Hearing;
  params: { problemId: string; hearingId: string };
  label: string;
  close: () => void;
}

function SaidForm({ hearing, params, label, close }: SaidFormProps) {
  const texts = useTexts(stakeholderTexts);
  const first = useOpenedForm<HTMLTextAreaElement>(`edit-${hearing.id}`);
  const [said, setSaid] = useState(hearing.said);
  const [heardOn, setHeardOn] = useState(hearing.heardOn);
  const people = useKnownPeople();
  const before = hearing.heardBy.name ?? '';
  const [heardBy, setHeardBy] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const edit = useAsk(editHearing);
  const { keep, isSaving } = useKeeping<{ said: string; heardOn: string; heardBy?: ReturnType<typeof personGiven> }>({
    version: hearing.version,
    save: (body, version) => edit.mutateAsync({ params, body, version }),
    close,
    sayTheirs: (theirs) => (theirs as { said: string }).said,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (heardOn === '') setProblem(texts.hearing.dateNeeded);
    // A name that was erased, or is left empty, stays what it was.
    else {
      const isOther = heardBy.trim() !== '' && heardBy.trim() !== before;
      void keep({ said: said.trim(), heardOn, ...(isOther ? { heardBy: personGiven(heardBy, people) } : {}) });
    }
  };
  return (
    <form className="stack heard__form" noValidate onSubmit={submit}>
      <Textarea
        label={texts.hearing.said}
        aria-description={label}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={20_000}
        value={said}
        error={problem}
        ref={first}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={texts.hearing.date}
        maw={240}
        value={heardOn}
        onChange={(event) => setHeardOn(event.currentTarget.value)}
      />
      <Autocomplete
        label={texts.hearing.by}
        data={[...new Set(people.map(({ name }) => name))]}
        openOnFocus={false}
        maxLength={200}
        maw={360}
        value={heardBy}
        onChange={setHeardBy}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {texts.keep}
        </Button>
        <Button onClick={close}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

function useRemove(params: { problemId: string; hearingId: string }): () => void {
  const t = useTexts(stakeholderTexts).hearing;
  const remove = useAsk(removeHearing);
  const restore = useAsk(restoreHearing);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
