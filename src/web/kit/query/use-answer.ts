import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Endpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { type Asking, call } from '../api/call.ts';
import { useLocale } from '../language/use-texts.ts';
import { problemOf, refresh } from './refresh.ts';

type Key = readonly [id: string, asking: object, locale: string];

/** What an address answers, kept fresh by the event stream. Answers hold sentences, so each language is its own. */
export function useAnswer<E extends Endpoint>(endpoint: E, asking: Asking<E>, { enabled = true } = {}) {
  const key: Key = [endpoint.id, asking, useLocale()];
  return useQuery<Answer<E>>({
    queryKey: key,
    queryFn: () => call(endpoint, asking),
    enabled,
    placeholderData: (shown, query) => (isOtherLanguage(query?.queryKey, key) ? shown : undefined),
  });
}

/** The same in another language stays until it is there in this one: what is being typed in a form stays with it. */
const isOtherLanguage = (before: readonly unknown[] | undefined, [id, asking]: Key): boolean =>
  before?.[0] === id && hashKey([before[1]]) === hashKey([asking]);

/** Asks for a change; afterwards everything that shows the problem (or the lists) is fetched again. */
export function useAsk<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<Answer<E>, Error, Asking<E>>({
    mutationFn: (asking) => call(endpoint, asking),
    onSuccess: (_answer, asking) => refresh(client, problemOf(asking)),
  });
}

/**
 * Saves what is still being written: the answer, which is what `read` answers, is shown at once, and nobody waits for
 * the rest that shows the problem.
 */
export function useSave<Read extends Endpoint, Write extends Endpoint & { answer: Read['answer'] }>(
  write: Write,
  read: Read,
) {
  const client = useQueryClient();
  const locale = useLocale();
  return useMutation<Answer<Write>, Error, Asking<Write>>({
    mutationFn: (asking) => call(write, asking),
    onSuccess: (answer, { params }) => {
      client.setQueryData([read.id, { params }, locale], answer);
      void refresh(client, problemOf({ params }));
    },
  });
}
