import type { Page } from 'playwright-core';

/**
 * A slow network for what this page saves: the first save is under way (`begun`) and reaches the server at `letGo`, so
 * that somebody else can be faster.
 */
export async function holdSaves(page: Page): Promise<{ begun: Promise<void>; letGo: () => void }> {
  const begun = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  await page.route('**/api/problems/**', async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    begun.resolve();
    await free.promise;
    return route.continue();
  });
  return { begun: begun.promise, letGo: free.resolve };
}
