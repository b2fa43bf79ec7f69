import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type Delegation, endOwnDelegation, type OwnDelegation } from '../contract.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { thenTell } from './then-tell.ts';
import { usePeopleNames } from './use-people.ts';
import { useMe } from './use-session.ts';

/** Those that hold today. */
export const inForce = <Each extends Delegation>(delegations: readonly Each[], today: string): Each[] =>
  delegations.filter(({ endedAt, until }) => endedAt === null && until >= today);

interface DelegationListProps {
  /** with its title, each says in which problem it holds; left out within a problem */
  delegations: readonly (Delegation | OwnDelegation)[];
}

/** Who signs for whom, until when and why; ended by either of the two. */
export function DelegationList({ delegations }: DelegationListProps) {
  return (
    <ul className="plain-list">
      {delegations.map((delegation) => (
        <DelegationRow key={delegation.id} delegation={delegation} />
      ))}
    </ul>
  );
}

function DelegationRow({ delegation }: { delegation: Delegation | OwnDelegation }) {
  const t = useTexts(signingTexts).delegation;
  const { roles } = useTexts(identityTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const me = useMe();
  const { id, role, fromUserId, toUserId, until, reason } = delegation;
  const words = { from: names.get(fromUserId) ?? '…', to: names.get(toUserId) ?? '…', date: formats.date(until) };
  const isMine = me?.id === fromUserId || me?.id === toUserId;
  return (
    <li className="listing stack stack--tight">
      <p>{role === null ? t.lineAll(words) : t.line({ ...words, role: roles[role] })}</p>
      <p className="small quiet prose">{reason}</p>
      <Place delegation={delegation} />
      {isMine ? <End id={id} label={t.end(words)} /> : null}
    </li>
  );
}

/** Where it holds: everywhere, or in the problem that it names. */
function Place({ delegation }: { delegation: Delegation | OwnDelegation }) {
  const t = useTexts(signingTexts).delegation;
  const { problemId } = delegation;
  if (problemId === null) return <p className="small quiet">{t.everywhere}</p>;
  if (!('problemTitle' in delegation)) return null;
  const { problemTitle } = delegation;
  if (problemTitle === null) return <p className="small quiet">{t.unseen}</p>;
  return (
    <p className="small quiet">
      {t.here}{' '}
      <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'team' }}>
        {problemTitle}
      </Link>
    </p>
  );
}

function End({ id, label }: { id: string; label: string }) {
  const t = useTexts(signingTexts).delegation;
  const end = useAsk(endOwnDelegation);
  return (
    <div>
      <button
        type="button"
        className="button-plain link"
        aria-label={label}
        disabled={end.isPending}
        onClick={() => thenTell(end.mutateAsync({ params: { delegationId: id } }), () => say(t.ended))}
      >
        {t.endShort}
      </button>
    </div>
  );
}
