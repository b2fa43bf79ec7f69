import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../kit/query/query-client.ts';
import { ThemeProvider } from '../kit/theme/theme-provider.tsx';
import { router } from './router.tsx';

/** Puts the page on the screen. */
export function start(): void {
  const place = document.querySelector('#page');
  if (!place) throw new Error('index.html has no element #page to put the page in');
  createRoot(place).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}
