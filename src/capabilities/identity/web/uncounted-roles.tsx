import { Link } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listPeopleOfProblem } from '../contract.ts';
import { signingTexts } from './signing-texts.ts';
import { identityTexts } from './texts.ts';
import { useMe } from './use-session.ts';

/** Where one signs: which of one's roles do not count there yet, and where that is mended. */
export function UncountedRoles({ problemId }: { problemId: string }) {
  const t = useTexts(signingTexts).waiting;
  const { roles } = useTexts(identityTexts);
  const formats = useFormats();
  const me = useMe();
  const query = useAnswer(listPeopleOfProblem, { params: { problemId } }, { enabled: me?.mode === 'team' });
  const mine = query.data?.people.find(({ userId }) => userId === me?.id)?.unconfirmed ?? [];
  if (mine.length === 0) return null;
  return (
    <p className="note">
      {t.atGate({ roles: formats.list(mine.map((role) => roles[role])) })}{' '}
      <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'team' }}>
        {t.toTeam}
      </Link>
    </p>
  );
}
