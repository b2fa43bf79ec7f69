import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { listProblemAudit } from '../contract.ts';
import { EventList } from './event-list.tsx';
import type { Names } from './names.ts';
import { auditTexts } from './texts.ts';

/** Who did what in one problem; for everybody who has a role in it. */
export function ProblemAudit({ problemId, people }: { problemId: string; people: Names['people'] }) {
  const t = useTexts(auditTexts);
  const params = { problemId };
  const found = useInfiniteQuery({
    queryKey: [listProblemAudit.id, { params }, 'pages'],
    queryFn: ({ pageParam }) =>
      call(listProblemAudit, { params, query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  return (
    <div className="stack">
      <p className="quiet">{t.ofProblem}</p>
      <EventList found={found} names={{ people, problems: [] }} isInProblem empty={<p>{t.problemEmpty}</p>} />
    </div>
  );
}
