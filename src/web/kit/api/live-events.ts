import { addressOf } from './base-path.ts';
import { type LiveEvent, openStream } from './event-stream.ts';

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
    openStream(addressOf('/api/events'), {
      signal: ended.signal,
      onEvent: (event) => {
        onEvent(event);
        channel.postMessage(event);
      },
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
