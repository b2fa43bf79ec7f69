import type { View } from '../../capabilities/tracking/index.ts';

export const viewTypes = ['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL'] as const;

const views = { ACTIVE_ONLY: 'active', DELETED_ONLY: 'deleted', ALL: 'all' } as const;

export const viewOf = (type: (typeof viewTypes)[number] | null): View => views[type ?? 'ACTIVE_ONLY'];
