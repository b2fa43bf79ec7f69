import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { PasswordField, usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import { closeGate, type Gate, type ShownProposal, signProposal, withdrawProposal } from '../contract.ts';
import { ChangedEvidence } from './changed-evidence.tsx';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';
import { useSeenEvidence } from './use-seen-evidence.ts';

interface SigningProps {
  gate: Gate;
  proposal: ShownProposal;
  problemId: string;
}

type Verdict = 'approves' | 'objects';

interface Typed {
  role: Gate['yourRoles'][number]['role'];
  verdict: Verdict;
  remark: string;
  meaning: string;
  password: string;
}

/** A name under what is on the table, in one of one's roles; and the last one, for who decides. */
export function SignForm(props: SigningProps) {
  const { gate } = props;
  const texts = useTexts(gatePageTexts);
  const id = useId();
  const roles = [...new Set(gate.yourRoles.map(({ role }) => role))];
  const labelOf = useRoleLabels(gate);
  const asked = roles.filter((role) => gate.rule.roles.includes(role));
  const { typed, change, usual, problem, changed, sign, close, isSigning, isClosing } = useSigning(
    props,
    asked[0] ?? roles[0] ?? 'stakeholder',
  );
  const isDecider = roles.some((held) => gate.rule.deciders.includes(held));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign();
  };
  return (
    <form className="stack decision-form" noValidate onSubmit={submit}>
      <h3>{texts.sign}</h3>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <ChangedEvidence changed={changed} />
      <NativeSelect
        label={texts.signAs}
        maw={360}
        value={typed.role}
        data={roles.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(event) => change({ role: event.currentTarget.value as Typed['role'] })}
      />
      <Radio.Group
        label={texts.verdict}
        value={typed.verdict}
        onChange={(value) => change({ verdict: value === 'objects' ? 'objects' : 'approves' })}
      >
        <div className="row">
          <Radio value="approves" label={texts.approves} />
          <Radio value="objects" label={texts.objectsChoice} />
        </div>
      </Radio.Group>
      <Textarea
        label={texts.remark}
        description={texts.remarkHint}
        autosize
        minRows={2}
        maxLength={5000}
        value={typed.remark}
        onChange={(event) => change({ remark: event.currentTarget.value })}
      />
      <TextInput
        label={texts.meaning}
        placeholder={usual}
        maxLength={300}
        value={typed.meaning}
        onChange={(event) => change({ meaning: event.currentTarget.value })}
      />
      <PasswordField
        id={`${id}-password`}
        label={texts.password}
        hint={texts.passwordHint}
        use="current-password"
        value={typed.password}
        change={(password) => change({ password })}
      />
      <div className="row">
        <Button type="submit" variant={gate.obstacles.length > 0 ? 'filled' : 'default'} loading={isSigning}>
          {texts.putName}
        </Button>
        {isDecider ? (
          <Button
            variant={gate.obstacles.length === 0 ? 'filled' : 'default'}
            disabled={gate.obstacles.length > 0}
            loading={isClosing}
            onClick={close}
          >
            {texts.close}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** What is typed, and putting it under the evidence that was there when it was begun. */
function useSigning({ gate, proposal, problemId }: SigningProps, firstRole: Typed['role']) {
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const [typed, setTyped] = useState<Typed>({
    role: firstRole,
    verdict: 'approves',
    remark: '',
    meaning: '',
    password: '',
  });
  const evidence = useSeenEvidence(gate.snapshotHash);
  const [problem, setProblem] = useState<string | null>(null);
  const signing = useAsk(signProposal);
  const closing = useAsk(closeGate);
  const { outcome } = proposal.terms;
  const params = { problemId, gate: gate.gate, proposalId: proposal.id };
  const { role, verdict, remark, password } = typed;
  const seen = { snapshotHash: evidence.hash, ...(password === '' ? {} : { password }) };
  const meaningOr = (usual: string) => typed.meaning.trim() || usual;
  const usual = (verdict === 'objects' ? t.objections : t.meanings)[outcome];
  const done = async (asking: Promise<unknown>) => {
    setProblem(null);
    try {
      await asking;
      setTyped({ ...typed, password: '' });
      evidence.done();
      say(texts.signedNow);
    } catch (error) {
      evidence.refused(error);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const body = { ...seen, role, verdict, meaning: meaningOr(usual), remark };
  const last = { ...seen, meaning: meaningOr(t.meanings[outcome]) };
  return {
    typed,
    change: (part: Partial<Typed>) => {
      setTyped({ ...typed, ...part });
      evidence.begin();
    },
    usual,
    problem,
    changed: evidence.changed,
    sign: () => void done(signing.mutateAsync({ params, body })),
    close: () => void done(closing.mutateAsync({ params, body: last })),
    isSigning: signing.isPending,
    isClosing: closing.isPending,
  };
}

/** A role as it is signed in: one's own goes before that of somebody else. */
function useRoleLabels({ yourRoles }: Gate): (role: Gate['yourRoles'][number]['role']) => string {
  const texts = useTexts(gatePageTexts);
  const roleNames = useRoleNames();
  const names = usePeopleNames();
  return (role) => {
    const held = yourRoles.filter((each) => each.role === role);
    const isOwn = held.some(({ onBehalfOf }) => onBehalfOf === null);
    const behalf = isOwn ? null : (held[0]?.onBehalfOf ?? null);
    if (behalf === null) return roleNames[role];
    return `${roleNames[role]}, ${texts.onBehalf({ name: names.get(behalf) ?? '…' })}`;
  };
}

export function WithdrawButton({ gate, proposal, problemId }: SigningProps) {
  const texts = useTexts(gatePageTexts);
  const withdraw = useAsk(withdrawProposal);
  const params = { problemId, gate: gate.gate, proposalId: proposal.id };
  return (
    <Button
      loading={withdraw.isPending}
      onClick={() =>
        void withdraw.mutateAsync({ params }).then(
          () => say(texts.withdrawn),
          (error: Error) => say(error.message),
        )
      }
    >
      {texts.withdraw}
    </Button>
  );
}
