import type { QueryClient } from '@tanstack/react-query';

/** One change is told twice, by its answer and by the event stream, and often with others: they are fetched for once. */
const gather_ms = 100;

interface Gathering {
  /** ids of problems; null for everything */
  asked: Set<string | null>;
  done: Promise<void>;
}

const gatherings = new WeakMap<QueryClient, Gathering>();

/** Fetches again what is shown of one problem and every list; of everything when no problem is named. */
export function refresh(client: QueryClient, problemId?: string | null): Promise<void> {
  const { asked, done } = gatherings.get(client) ?? gather(client);
  asked.add(problemId ?? null);
  return done;
}

function gather(client: QueryClient): Gathering {
  const asked = new Set<string | null>();
  const fetchAgain = () => {
    gatherings.delete(client);
    return client.invalidateQueries({
      predicate: ({ queryKey }) => {
        const shown = problemOf(queryKey[1]);
        return shown === undefined || asked.has(null) || asked.has(shown);
      },
    });
  };
  const done = new Promise<void>((resolve) => setTimeout(resolve, gather_ms)).then(fetchAgain);
  const gathering = { asked, done };
  gatherings.set(client, gathering);
  return gathering;
}

export const problemOf = (asking: unknown): string | undefined =>
  (asking as { params?: { problemId?: string } } | undefined)?.params?.problemId;
