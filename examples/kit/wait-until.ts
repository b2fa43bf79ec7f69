const pause_ms = 200;

/** Asks again and again until it is over, and answers what was seen then. */
export async function waitUntil<T>(look: () => Promise<T>, isOver: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isOver(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}

interface Work {
  state: string;
  failure: { message: string } | null;
}

/** Waits for work of the server; throws what it says where it failed. */
export async function waitForWork<T extends Work>(look: () => Promise<T>): Promise<T> {
  const ended = await waitUntil(look, ({ state }) => state !== 'waiting' && state !== 'running');
  if (ended.state !== 'done') throw new Error(ended.failure?.message ?? `it ended as ${ended.state}`);
  return ended;
}
