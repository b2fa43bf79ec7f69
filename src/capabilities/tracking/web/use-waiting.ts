import { useInfiniteQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Answer, Endpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { type Asking, call } from '../../../web/kit/api/call.ts';
import { useLocale } from '../../../web/kit/language/use-texts.ts';

/** A list that is looked through by a word of the name, a page at a time. */
export function useWaiting<E extends Endpoint>(endpoint: E) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const found = useInfiniteQuery({
    queryKey: [endpoint.id, { query: { text } }, useLocale(), 'pages'],
    queryFn: ({ pageParam }): Promise<Answer<E> & { next: string | null }> =>
      call(endpoint, {
        query: { text, ...(pageParam === null ? {} : { cursor: pageParam }) },
      } as unknown as Asking<E>) as never,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  return { typed, setTyped, text, found };
}
