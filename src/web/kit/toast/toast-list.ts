import type { ReactNode } from 'react';

export interface Toast {
  id: number;
  message: ReactNode;
  undo?: () => void;
}

const stay_ms = 10_000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Says what was done. Undo instead of "are you sure?": what can be undone stays until it is closed or pushed out by two later ones,
 * so that nobody has to be quick (WCAG 2.2.1).
 */
export function say(message: ReactNode, undo?: () => void): void {
  lastId += 1;
  const id = lastId;
  show([...toasts.slice(-2), { id, message, ...(undo ? { undo } : {}) }]);
  if (!undo) setTimeout(() => dismiss(id), stay_ms);
}

export const dismiss = (id: number): void => show(toasts.filter((toast) => toast.id !== id));
export const shownToasts = (): readonly Toast[] => toasts;
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
