import { z } from 'zod';

// zod compiles its checks with `new Function`, which the page's content policy forbids. This must be said before the
// first schema is made, so everything that knows a contract is loaded after it.
z.config({ jitless: true });
const { start } = await import('./start.tsx');
start();
