import type { Route } from '../../platform/http/route.ts';
import { compareRoutes } from './compare/routes.ts';
import { erasingRoutes } from './erasing/routes.ts';
import { factRoutes } from './facts/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { namingRoutes } from './naming/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { tableRoutes } from './table/routes.ts';
import { variantRoutes } from './variants/routes.ts';

export const trackingRoutes: readonly Route[] = [
  ...compareRoutes,
  ...erasingRoutes,
  ...factRoutes,
  ...importRoutes,
  ...inboxRoutes,
  ...namingRoutes,
  ...runRoutes,
  ...tableRoutes,
  ...variantRoutes,
];
