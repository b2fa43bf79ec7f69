import { Autocomplete, Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { recordHearing, type Stakeholder, type WayOfHearing, waysOfHearing } from '../contract.ts';
import { personGiven } from './person-given.ts';
import { stakeholderTexts } from './texts.ts';
import { useKnownPeople } from './use-known-people.ts';

interface Draft {
  how: WayOfHearing;
  heardOn: string;
  heardBy: string;
  said: string;
  questions: string;
}

const steps = ['how', 'when', 'said', 'asked'] as const;

interface HearingFormProps {
  problemId: string;
  stakeholder: Stakeholder;
  opener: string;
  close: () => void;
}

/** A hearing, one question at a time: how, when and by whom, what was said, what is still asked. */
export function HearingForm({ problemId, stakeholder, opener, close }: HearingFormProps) {
  const t = useTexts(stakeholderTexts).hearing;
  const { cancel } = useTexts(stakeholderTexts);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const today = useToday();
  const [draft, setDraft] = useState<Draft>({ how: 'talk', heardOn: today, heardBy: '', said: '', questions: '' });
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { keep, isSaving } = useRecording({ problemId, stakeholder, close, complain: setProblem });
  useReturnTo(opener);
  const step = steps[at] ?? 'how';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step === 'when' && draft.heardOn === '') return setProblem(t.dateNeeded);
    setProblem(null);
    if (at + 1 < steps.length) setAt(at + 1);
    else void keep(draft);
  };
  return (
    <form className="question" noValidate onSubmit={submit}>
      <p className="overline">{t.position({ at: at + 1, of: steps.length })}</p>
      <Focused key={step}>
        <Step {...{ step, draft, put }} />
      </Focused>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {at + 1 < steps.length ? t.forward : t.done}
        </Button>
        {at > 0 ? <Button onClick={() => setAt(at - 1)}>{t.back}</Button> : null}
        <Button variant="subtle" onClick={close}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

/** Each question has the focus when it comes. */
function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>('input[type="radio"]:checked, textarea, input');
    field?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="stack stack--tight" ref={box}>
      {children}
    </div>
  );
}

/** Afterwards the focus is on the button that opened the form. */
function useReturnTo(opener: string): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.getElementById(opener)?.focus();
    },
    [opener],
  );
}

interface StepProps {
  step: (typeof steps)[number];
  draft: Draft;
  put: (part: Partial<Draft>) => void;
}

function Step({ step, draft, put }: StepProps) {
  const t = useTexts(stakeholderTexts).hearing;
  const id = useId();
  if (step === 'how') {
    return (
      <fieldset className="heard__choice stack stack--tight">
        <legend className="question__label">{t.how}</legend>
        {waysOfHearing.map((way) => (
          <Radio
            key={way}
            name={`${id}-how`}
            label={t.ways[way]}
            checked={draft.how === way}
            onChange={() => put({ how: way })}
          />
        ))}
      </fieldset>
    );
  }
  if (step === 'when') return <WhenStep {...{ draft, put }} />;
  const field = step === 'said' ? ('said' as const) : ('questions' as const);
  const [label, hint] = step === 'said' ? [t.said, t.saidHint] : [t.asked, t.askedHint];
  return (
    <>
      <label className="question__label" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <p className="question__hint" id={`${id}-hint`}>
        {hint}
      </p>
      <Textarea
        key={field}
        id={`${id}-${field}`}
        aria-describedby={`${id}-hint`}
        autosize
        minRows={field === 'said' ? 5 : 3}
        maxRows={16}
        maxLength={20_000}
        value={draft[field]}
        onChange={(event) => put({ [field]: event.currentTarget.value })}
      />
    </>
  );
}

function WhenStep({ draft, put }: Omit<StepProps, 'step'>) {
  const t = useTexts(stakeholderTexts).hearing;
  const people = useKnownPeople();
  return (
    <fieldset className="heard__choice stack">
      <legend className="question__label">{t.when}</legend>
      <TextInput
        type="date"
        label={t.date}
        maw={240}
        value={draft.heardOn}
        onChange={(event) => put({ heardOn: event.currentTarget.value })}
      />
      <Autocomplete
        label={t.by}
        description={t.byHint}
        data={[...new Set(people.map(({ name }) => name))]}
        openOnFocus={false}
        maxLength={200}
        value={draft.heardBy}
        onChange={(heardBy) => put({ heardBy })}
      />
    </fieldset>
  );
}

interface Recording {
  problemId: string;
  stakeholder: Stakeholder;
  close: () => void;
  complain: (sentence: string) => void;
}

function useRecording({ problemId, stakeholder, close, complain }: Recording) {
  const t = useTexts(stakeholderTexts).hearing;
  const record = useAsk(recordHearing);
  const people = useKnownPeople();
  const keep = async ({ how, heardOn, heardBy, said, questions }: Draft) => {
    const asked = questions.split('\n').map((line) => line.trim());
    const by = heardBy.trim() === '' ? {} : { heardBy: personGiven(heardBy, people) };
    const body = { how, heardOn, said: said.trim(), questions: asked.filter((line) => line !== ''), ...by };
    try {
      await record.mutateAsync({ params: { problemId, stakeholderId: stakeholder.id }, body });
      close();
      say(t.kept);
    } catch (error) {
      complain((error as Error).message);
    }
  };
  return { keep, isSaving: record.isPending };
}
