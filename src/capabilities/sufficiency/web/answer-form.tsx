import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { answerSufficiency, type ExpertAnswer, expertAnswers, type JudgedCheck } from '../contract.ts';
import { sufficiencyPageTexts } from './texts.ts';

interface AnswerFormProps {
  place: { problemId: string; dataRequirementId: string };
  runId: string;
  check: JudgedCheck;
  question: string;
  onAnswered: () => void;
}

/** Four answers, of which two ask for a few words. */
export function AnswerForm({ place, runId, check, question, onAnswered }: AnswerFormProps) {
  const t = useTexts(sufficiencyPageTexts);
  const ask = useAsk(answerSufficiency);
  const [answer, setAnswer] = useState<ExpertAnswer | null>(check.answer?.answer ?? null);
  const [reason, setReason] = useState(check.answer?.reason ?? '');
  const needsReason = answer === 'explained' || answer === 'data_error';
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (answer === null) return;
    ask.mutate(
      { params: { ...place, checkId: check.check }, body: { runId, verdict: check.verdict, answer, reason } },
      {
        onSuccess: () => {
          say(t.answered);
          onAnswered();
        },
        onError: (error) => say(error.message),
      },
    );
  };
  return (
    <form className="stack stack--tight" onSubmit={keep}>
      <Radio.Group label={question} value={answer ?? ''} onChange={(value) => setAnswer(value as ExpertAnswer)}>
        <div className="stack stack--tight">
          {expertAnswers.map((each) => (
            <Radio key={each} value={each} label={t.answers[each]} />
          ))}
        </div>
      </Radio.Group>
      {answer === null ? null : (
        <Textarea
          label={t.reason}
          required={needsReason}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div>
        <Button type="submit" disabled={answer === null} loading={ask.isPending}>
          {t.answer}
          <span className="unseen"> {t.checks[check.check]}</span>
        </Button>
      </div>
    </form>
  );
}
