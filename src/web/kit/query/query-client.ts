import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/refusal.ts';

/** A refusal is an answer: asking again does not change it. Only what was not reached is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && !(error instanceof Refusal && error.status >= 400 && error.status < 500),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
