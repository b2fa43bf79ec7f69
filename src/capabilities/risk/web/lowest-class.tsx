import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useSave } from '../../../web/kit/query/use-answer.ts';
import { useMe } from '../../identity/web/index.tsx';
import { type AiActAssessment, aiActRoles, classifyAtOnce, readAiAct, type ShownQuestion } from '../contract.ts';
import { lawTexts } from './law-texts.ts';
import { useKeep } from './use-keep.ts';

/** The answers of a system that the law does not name, question by question. */
const lowestWay = { system: 'yes', practice: 'none', product: 'no', area: 'none', transparency: 'none' } as const;

interface LowestClassProps {
  data: AiActAssessment;
  problemId: string;
  /** to the questions, one by one */
  leave: () => void;
}

/** All that the law names on one page: whoever finds nothing of theirs there says so once, and signs for it. */
export function LowestClass({ data, problemId, leave }: LowestClassProps) {
  const t = useTexts(lawTexts);
  const me = useMe();
  const classify = useSave(classifyAtOnce, readAiAct);
  const { keep, isSaving, problem, complain } = useKeep(problemId);
  const [role, setRole] = useState('');
  const [reason, setReason] = useState('');
  const [name, setName] = useState<string | null>(null);
  const confirmedBy = (name ?? me?.name ?? '').trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = aiActRoles.find((each) => each === role);
    if (!chosen) return complain(t.atOnce.roleNeeded);
    if (confirmedBy === '') return complain(t.confirm.needed);
    const answers = Object.entries(lowestWay).map(([question, choice]) => ({ question, choice, reason }));
    const body = { answers, role: chosen, confirmedBy };
    void keep(() => classify.mutateAsync({ params: { problemId }, body, version: data.version }));
  };
  return (
    <form className="stack stack--wide risk-at-once" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <div className="stack stack--tight">
        <h4>{t.atOnce.title}</h4>
        <p>{t.atOnce.intro}</p>
      </div>
      {data.questions
        .filter(({ id }) => id !== 'system' && id in lowestWay)
        .map((question) => (
          <Named key={question.id} question={question} />
        ))}
      <Textarea
        label={t.atOnce.reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Radio.Group label={t.role.title} value={role} onChange={setRole}>
        <div className="stack stack--tight">
          {aiActRoles.map((each) => (
            <Radio key={each} value={each} label={t.role[each]} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t.confirm.title}
        description={t.confirm.hint}
        maxLength={200}
        maw={360}
        value={name ?? me?.name ?? ''}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.atOnce.keep}
        </Button>
        <Button variant="subtle" onClick={leave}>
          {t.atOnce.oneByOne}
        </Button>
      </div>
    </form>
  );
}

/** What the law names under one question: short lists whole, long ones by their areas with the whole behind it. */
function Named({ question }: { question: ShownQuestion }) {
  const t = useTexts(lawTexts);
  const named = question.choices.filter(({ id }) => id !== lowestWay[question.id as keyof typeof lowestWay]);
  const areas = [...new Set(named.flatMap(({ group }) => group ?? []))].join(' · ');
  const short = question.id === 'practice' ? t.atOnce.practices : areas;
  const whole = (
    <ul className="small">
      {named.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
  return (
    <section className="stack stack--tight">
      <p>
        <strong>{question.text}</strong> <span className="small quiet">{question.article}</span>
      </p>
      {short === '' ? (
        whole
      ) : (
        <>
          <p className="small">{short}</p>
          <details className="small">
            <summary>{t.atOnce.all({ count: named.length })}</summary>
            {whole}
          </details>
        </>
      )}
    </section>
  );
}
