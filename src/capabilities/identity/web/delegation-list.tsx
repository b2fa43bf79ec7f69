import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { type Delegation, endOwnDelegation } from '../contract.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { thenTell } from './then-tell.ts';
import { usePeopleNames } from './use-people.ts';
import { useMe } from './use-session.ts';

/** Those that hold today. */
export const inForce = (delegations: readonly Delegation[], today: string): Delegation[] =>
  delegations.filter(({ endedAt, until }) => endedAt === null && until >= today);

interface DelegationListProps {
  delegations: readonly Delegation[];
  /** says of each in which problem it holds; left out within a problem */
  withPlace?: boolean;
}

/** Who signs for whom, until when and why; ended by either of the two. */
export function DelegationList({ delegations, withPlace = false }: DelegationListProps) {
  return (
    <ul className="plain-list">
      {delegations.map((delegation) => (
        <DelegationRow key={delegation.id} {...{ delegation, withPlace }} />
      ))}
    </ul>
  );
}

function DelegationRow({ delegation, withPlace }: { delegation: Delegation; withPlace: boolean }) {
  const t = useTexts(signingTexts).delegation;
  const { roles } = useTexts(identityTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const me = useMe();
  const { id, problemId, role, fromUserId, toUserId, until, reason } = delegation;
  const words = { from: names.get(fromUserId) ?? '…', to: names.get(toUserId) ?? '…', date: formats.date(until) };
  const isMine = me?.id === fromUserId || me?.id === toUserId;
  return (
    <li className="listing stack stack--tight">
      <p>{role === null ? t.lineAll(words) : t.line({ ...words, role: roles[role] })}</p>
      <p className="small quiet prose">{reason}</p>
      {withPlace || problemId === null ? (
        <p className="small quiet">
          {problemId === null ? (
            t.everywhere
          ) : (
            <>
              {t.here}{' '}
              <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'team' }}>
                {t.open}
              </Link>
            </>
          )}
        </p>
      ) : null}
      {isMine ? <End id={id} label={t.end(words)} /> : null}
    </li>
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
