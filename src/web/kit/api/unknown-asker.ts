const listeners = new Set<() => void>();

/** An address answered that it does not know who asks (401): the session may have ended. */
export function tellUnknown(): void {
  for (const listener of listeners) listener();
}

export function onUnknown(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
