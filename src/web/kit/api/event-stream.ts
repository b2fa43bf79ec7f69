/** Something changed on the server; `problemId` is null for what belongs to no problem. */
export interface LiveEvent {
  type: string;
  subject: string;
  problemId: string | null;
}

const firstWait_ms = 1_000;
const longestWait_ms = 60_000;

/** What was missed is not known, so it stands for a change of everything. */
const anything: LiveEvent = { type: 'page.listens_again', subject: '', problemId: null };

/**
 * Listens at this address until the page is left, and resolves then. A browser connects again by itself after a lost
 * connection, but never after a refusal (a proxy's 502, a restart's 503): that is done here, with longer and longer waits.
 */
export async function openStream(
  address: string,
  { signal, onEvent }: { signal: AbortSignal; onEvent: (event: LiveEvent) => void },
): Promise<void> {
  let wait_ms = firstWait_ms;
  let isMissing = false;
  while (!signal.aborted) {
    const source = new EventSource(address);
    source.addEventListener('message', ({ data }) => onEvent(JSON.parse(String(data)) as LiveEvent));
    source.addEventListener('error', () => {
      isMissing = true;
    });
    source.addEventListener('open', () => {
      if (isMissing) onEvent(anything);
      isMissing = false;
      wait_ms = firstWait_ms;
    });
    await untilClosed(source, signal);
    source.close();
    await pause(wait_ms, signal);
    wait_ms = Math.min(2 * wait_ms, longestWait_ms);
  }
}

function untilClosed(source: EventSource, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) resolve();
    });
  });
}

function pause(wait_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    setTimeout(resolve, wait_ms);
  });
}
