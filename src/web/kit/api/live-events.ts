import { addressOf } from './base-path.ts';

/** Something changed on the server; `problemId` is null for what belongs to no problem. */
export interface LiveEvent {
  type: string;
  subject: string;
  problemId: string | null;
}

const channelName = 'peil-events';

/**
 * One stream for the whole browser, since HTTP/1.1 allows six connections to one server: the tab that holds the lock
 * listens and tells the others. Where a browser has no locks (plain HTTP), each tab listens for itself.
 */
export function listenForEvents(onEvent: (event: LiveEvent) => void): () => void {
  const ended = new AbortController();
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => onEvent(data as LiveEvent));
  const lead = () =>
    openStream(ended.signal, (event) => {
      onEvent(event);
      channel.postMessage(event);
    });
  if ('locks' in navigator) {
    navigator.locks.request(channelName, { signal: ended.signal }, lead).catch(() => {
      // Aborted because the page is left: there is nobody to tell.
    });
  } else void lead();
  return () => {
    ended.abort();
    channel.close();
  };
}

/** Resolves when the page is left: until then the lock is held. EventSource connects again by itself. */
function openStream(signal: AbortSignal, onEvent: (event: LiveEvent) => void): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const source = new EventSource(addressOf('/api/events'));
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(String(data)) as LiveEvent));
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      source.close();
      resolve();
    });
  });
}
