import type { Webhook } from '../contract.ts';

export function stateOf({ isActive, pausedAt }: Pick<Webhook, 'isActive' | 'pausedAt'>): 'on' | 'off' | 'paused' {
  if (!isActive) return 'off';
  return pausedAt === null ? 'on' : 'paused';
}
