import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { type FoundRun, listRuns } from '../contract.ts';

export const row_px = 40;
const aPage = 100;
/** Rows that are there above and below what is seen, so that scrolling meets no gaps. */
const beyond = 10;
/** Room for as many below what was fetched, where there are more and nobody counted them yet. */
const more = 20;

export type RunsQuery = Omit<NonNullable<Parameters<typeof call<typeof listRuns>>[1]['query']>, 'offset' | 'limit'>;

interface Window {
  /** the first row that is drawn, and the one after the last */
  from: number;
  until: number;
  /** how many rows there is room for: all of them once they are counted; null: nothing is known yet */
  length: number | null;
  rowAt: (index: number) => FoundRun | undefined;
  onScroll: (element: HTMLElement) => void;
  error: Error | null;
}

/**
 * Of very many rows those that are seen are drawn, and the pages that hold them are fetched. Until they are counted (`total` is null)
 * there is room for what was fetched, and for more where there is more.
 */
export function useWindow(problemId: string, query: RunsQuery, total: number | null): Window {
  const locale = useLocale();
  const [seen, setSeen] = useState({ first: 0, rows: 20 });
  const [reached, setReached] = useState<number | null>(null);
  const length = total ?? reached;
  const room = length ?? seen.rows + beyond;
  const from = Math.max(0, Math.min(seen.first, room - 1) - beyond);
  const until = Math.min(room, seen.first + seen.rows + beyond);
  const firstPage = Math.floor(from / aPage);
  const pages = Array.from({ length: Math.max(1, Math.ceil(until / aPage) - firstPage) }, (_, n) => firstPage + n);
  const answers = useQueries({
    queries: pages.map((page) => {
      const asking = { params: { problemId }, query: { ...query, offset: page * aPage, limit: aPage } };
      return { queryKey: [listRuns.id, asking, locale], queryFn: () => call(listRuns, asking), enabled: total !== 0 };
    }),
  });
  const fetched = answers.flatMap(({ data }, n) =>
    data ? [{ until: (firstPage + n) * aPage + data.runs.length, hasMore: data.hasMore }] : [],
  );
  const end = fetched.find(({ hasMore }) => !hasMore)?.until;
  const farthest = end ?? Math.max(...fetched.map((each) => each.until + more), reached ?? 0);
  if (fetched.length > 0 && farthest !== reached) setReached(farthest);
  return {
    from,
    until,
    length,
    rowAt: (index) => answers[Math.floor(index / aPage) - firstPage]?.data?.runs[index % aPage],
    onScroll: ({ scrollTop, clientHeight }) =>
      setSeen({ first: Math.floor(scrollTop / row_px), rows: Math.ceil(clientHeight / row_px) }),
    error: answers.find(({ error }) => error)?.error ?? null,
  };
}
