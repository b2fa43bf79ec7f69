import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { PasswordField, usePeopleNames, useRoleNames } from '../../identity/web/index.tsx';
import { closeGate, type Gate, type ShownProposal, signProposal, withdrawProposal } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';

interface SigningProps {
  gate: Gate;
  proposal: ShownProposal;
  problemId: string;
}

/** A name under what is on the table, in one of one's roles; and the last one, for who decides. */
export function SignForm(props: SigningProps) {
  const { gate, proposal, problemId } = props;
  const t = useTexts(decisionTexts);
  const texts = useTexts(gatePageTexts);
  const id = useId();
  const roles = [...new Set(gate.yourRoles.map(({ role }) => role))];
  const labelOf = useRoleLabels(gate);
  const asked = roles.filter((role) => gate.rule.roles.includes(role));
  const [role, setRole] = useState(asked[0] ?? roles[0] ?? 'stakeholder');
  const [verdict, setVerdict] = useState<'approves' | 'objects'>('approves');
  const [remark, setRemark] = useState('');
  const [meaning, setMeaning] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const sign = useAsk(signProposal);
  const close = useAsk(closeGate);
  const isDecider = roles.some((held) => gate.rule.deciders.includes(held));
  const params = { problemId, gate: gate.gate, proposalId: proposal.id };
  const seen = { snapshotHash: gate.snapshotHash, ...(password === '' ? {} : { password }) };
  const meanings = verdict === 'objects' ? t.objections : t.meanings;
  const usual = meanings[proposal.terms.outcome];
  const stood = meaning.trim() || usual;
  const done = async (asking: Promise<unknown>) => {
    setProblem(null);
    try {
      await asking;
      setPassword('');
      say(texts.signedNow);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void done(sign.mutateAsync({ params, body: { ...seen, role, verdict, meaning: stood, remark } }));
  };
  return (
    <form className="stack decision-form" noValidate onSubmit={submit}>
      <h3>{texts.sign}</h3>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <NativeSelect
        label={texts.signAs}
        maw={360}
        value={role}
        data={roles.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(event) => setRole(event.currentTarget.value as typeof role)}
      />
      <Radio.Group
        label={texts.verdict}
        value={verdict}
        onChange={(value) => setVerdict(value === 'objects' ? 'objects' : 'approves')}
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
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <TextInput
        label={texts.meaning}
        placeholder={usual}
        maxLength={300}
        value={meaning}
        onChange={(event) => setMeaning(event.currentTarget.value)}
      />
      <PasswordField
        id={`${id}-password`}
        label={texts.password}
        hint={texts.passwordHint}
        use="current-password"
        value={password}
        change={setPassword}
      />
      <div className="row">
        <Button type="submit" variant={gate.obstacles.length > 0 ? 'filled' : 'default'} loading={sign.isPending}>
          {texts.putName}
        </Button>
        {isDecider ? (
          <Button
            variant={gate.obstacles.length === 0 ? 'filled' : 'default'}
            disabled={gate.obstacles.length > 0}
            loading={close.isPending}
            onClick={() =>
              void done(
                close.mutateAsync({
                  params,
                  body: { ...seen, meaning: meaning.trim() || t.meanings[proposal.terms.outcome] },
                }),
              )
            }
          >
            {texts.close}
          </Button>
        ) : null}
      </div>
    </form>
  );
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
