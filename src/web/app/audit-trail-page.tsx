import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AuditTrail } from '../../capabilities/audit/web/index.tsx';
import { listProblems } from '../../capabilities/formulation/contract.ts';
import { AdministratorsOnly, usePeopleNames } from '../../capabilities/identity/web/index.tsx';
import { call } from '../kit/api/call.ts';

const from = '/audit';

/** The audit trail with the names of people and problems, which their own capabilities keep. */
export function AuditTrailPage() {
  return (
    <AdministratorsOnly>
      <Trail />
    </AdministratorsOnly>
  );
}

function Trail() {
  const choice = useSearch({ from });
  const navigate = useNavigate();
  const people = [...usePeopleNames()].map(([id, name]) => ({ id, name }));
  const { data: problems = [] } = useQuery({ queryKey: [listProblems.id, {}, 'all'], queryFn: fetchProblems });
  return (
    <AuditTrail
      names={{ people, problems }}
      choice={choice}
      choose={(search) => void navigate({ to: from, search, replace: true, resetScroll: false })}
    />
  );
}

/** Beyond this many, one narrows the trail down by the address of a problem. */
const atMost = 1_000;

async function fetchProblems(): Promise<{ id: string; title: string }[]> {
  const found: { id: string; title: string }[] = [];
  let cursor: string | null = null;
  do {
    const query: { sort: 'title'; limit: number; cursor?: string } = { sort: 'title', limit: 100 };
    if (cursor !== null) query.cursor = cursor;
    const page: Awaited<ReturnType<typeof call<typeof listProblems>>> = await call(listProblems, { query });
    found.push(...page.problems.map(({ id, title }) => ({ id, title })));
    cursor = page.next;
  } while (cursor !== null && found.length < atMost);
  return found;
}
