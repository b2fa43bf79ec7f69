import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type AnswerKind, answerFinding, answerKinds, type Finding } from '../contract.ts';
import { exploreTexts } from './explore-texts.ts';

interface AnswerFormProps {
  problemId: string;
  finding: Finding;
  /** id of the button that opened it */
  opener: string;
  /** to the next that waits */
  goOn: () => void;
  close: () => void;
}

/** The answer of the expert: arrows choose, Enter answers and goes on to the next finding. */
export function AnswerForm({ problemId, finding, opener, goOn, close }: AnswerFormProps) {
  const t = useTexts(exploreTexts);
  const id = useId();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const [kind, setKind] = useState<AnswerKind>('as_expected');
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const answer = useAsk(answerFinding);
  const isExplained = kind === 'explained' || kind === 'data_error';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = isExplained && text.trim() === '' ? [{ field: `${id}-text`, message: t.answer.textNeeded }] : [];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const versionId = finding.drawings[0]?.versionId;
    const body = { kind, text, ...(versionId === undefined ? {} : { versionId }) };
    void answer.mutateAsync({ params: { problemId, findingId: finding.id }, body }).then(
      () => {
        say(t.answer.answered);
        goOn();
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <Radio.Group
        label={t.answer.question}
        value={kind}
        onChange={(value) => setKind(answerKinds.find((each) => each === value) ?? kind)}
      >
        <Stack gap="xs" mt="xs">
          {answerKinds.map((value, index) => (
            <Radio key={value} ref={index === 0 ? first : null} value={value} label={t.answer.kinds[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        id={`${id}-text`}
        label={t.answer.text}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={text}
        error={problems.find(({ field }) => field === `${id}-text`)?.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={answer.isPending}>
          {t.answer.keep}
          <span className="unseen"> {finding.title}</span>
        </Button>
        <Button onClick={close}>{t.keep.cancel}</Button>
      </div>
    </form>
  );
}
