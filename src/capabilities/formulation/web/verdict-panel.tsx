import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { UncountedRoles, usePeopleNames } from '../../identity/web/index.tsx';
import {
  giveVerdict,
  type KeyResult,
  type KeyResultVerdict,
  type VerdictRole,
  verdictRoles,
  type VerdictWord,
  verdictWords,
} from '../contract.ts';
import { weighingTexts } from './weighing-texts.ts';

interface VerdictPanelProps {
  problemId: string;
  keyResult: KeyResult;
  verdicts: readonly KeyResultVerdict[];
  isReadOnly: boolean;
}

/** What each said and why, and a form for who holds one of the two roles. */
export function VerdictPanel({ problemId, keyResult, verdicts, isReadOnly }: VerdictPanelProps) {
  const t = useTexts(weighingTexts).verdict;
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const { roles = [], unconfirmed = [] } = mine.data ?? {};
  const held = verdictRoles.filter((role) => roles.includes(role) && !unconfirmed.includes(role));
  const earlier = verdicts.filter((each) => !each.isStanding);
  return (
    <div className="verdicts__panel stack">
      {verdicts.length > 0 ? <VerdictList verdicts={verdicts.filter((each) => each.isStanding)} /> : null}
      {earlier.length > 0 ? (
        <details>
          <summary className="small">{t.earlier}</summary>
          <VerdictList verdicts={earlier} />
        </details>
      ) : null}
      {isReadOnly ? null : (
        <div className="verdicts__forms">
          {held.map((role) => (
            <VerdictForm key={role} {...{ problemId, keyResult, role }} />
          ))}
        </div>
      )}
      {!isReadOnly && mine.data && held.length === 0 ? <p className="small quiet">{t.notYours}</p> : null}
      {isReadOnly ? null : <UncountedRoles problemId={problemId} />}
    </div>
  );
}

function VerdictList({ verdicts }: { verdicts: readonly KeyResultVerdict[] }) {
  const t = useTexts(weighingTexts).verdict;
  const formats = useFormats();
  const names = usePeopleNames();
  return (
    <ul className="plain-list stack stack--tight">
      {verdicts.map(({ id, role, verdict, reason, userId, at, isOnEarlierText }) => (
        <li key={id}>
          <p>
            <strong>
              {t.roles[role]}: {t.words[verdict]}.
            </strong>{' '}
            <span className="prose">{reason}</span>
          </p>
          <p className="small quiet">
            {t.by({ who: names.get(userId) ?? '?', when: formats.date(at) })}
            {isOnEarlierText ? ` (${t.earlierText})` : ''}
          </p>
        </li>
      ))}
    </ul>
  );
}

function VerdictForm({ problemId, keyResult, role }: { problemId: string; keyResult: KeyResult; role: VerdictRole }) {
  const t = useTexts(weighingTexts).verdict;
  const id = useId();
  const [verdict, setVerdict] = useState<VerdictWord | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const give = useAsk(giveVerdict);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = [
      ...(verdict === null ? [{ field: `${id}-yes`, message: t.choose }] : []),
      ...(reason.trim() === '' ? [{ field: `${id}-reason`, message: t.reasonNeeded }] : []),
    ];
    setProblems(wrong);
    if (verdict === null || wrong.length > 0) return;
    const asking = { params: { problemId, keyResultId: keyResult.id }, body: { role, verdict, reason: reason.trim() } };
    give.mutateAsync(asking).then(
      () => {
        setVerdict(null);
        setReason('');
        say(t.given);
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  const errorAt = (field: string) => problems.find((problem) => problem.field === `${id}-${field}`)?.message;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <Radio.Group
        label={t.give({ role: t.roles[role] })}
        value={verdict ?? ''}
        error={errorAt('yes')}
        onChange={(chosen) => setVerdict(chosen as VerdictWord)}
      >
        <div className="row">
          {verdictWords.map((word) => (
            <Radio key={word} id={`${id}-${word}`} value={word} label={t.words[word]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        id={`${id}-reason`}
        label={t.reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={reason}
        error={errorAt('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={give.isPending}>
          {t.keep}
        </Button>
      </div>
    </form>
  );
}
