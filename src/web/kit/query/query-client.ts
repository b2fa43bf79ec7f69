import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/refusal.ts';

/** An answer that is a refusal, or none of Peil's, stays so when it is asked again. */
const isFinal = (error: unknown): boolean => error instanceof Refusal && error.status > 0 && error.status < 500;

/** Only what was not reached, or failed there, is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && !isFinal(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
