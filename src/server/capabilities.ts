import { auditRoutes } from '../capabilities/audit/index.ts';
import { checklistRoutes } from '../capabilities/checklists/index.ts';
import { conversationRoutes } from '../capabilities/conversation/index.ts';
import { contractRoutes } from '../capabilities/contracts/index.ts';
import { datasetRoutes } from '../capabilities/datasets/index.ts';
import { decisionsRoutes } from '../capabilities/decisions/index.ts';
import { evaluationRoutes } from '../capabilities/evaluation/index.ts';
import { explorationRoutes } from '../capabilities/exploration/index.ts';
import { formulationRoutes, listProblemTitles, sayPlaces } from '../capabilities/formulation/index.ts';
import { frameworksRoutes } from '../capabilities/frameworks/index.ts';
import { onlyReadable, readableProblems } from '../capabilities/identity/index.ts';
import { identityRoutes } from '../capabilities/identity/routes.ts';
import { notificationRoutes } from '../capabilities/notifications/index.ts';
import { portfolioRoutes } from '../capabilities/portfolio/index.ts';
import { riskRoutes } from '../capabilities/risk/index.ts';
import { stakeholderRoutes } from '../capabilities/stakeholders/index.ts';
import { sufficiencyRoutes } from '../capabilities/sufficiency/index.ts';
import { registryRoutes } from '../capabilities/registry/index.ts';
import { trackingRoutes } from '../capabilities/tracking/index.ts';
import { webhookRoutes } from '../capabilities/webhooks/index.ts';
import type { Route } from '../platform/http/route.ts';
import { serverRoutes } from './routes.ts';

/** Every capability, listed: no autoload, so that every tool and reader sees the graph. */
export const routes: readonly Route[] = [
  ...serverRoutes(() => routes),
  ...identityRoutes(listProblemTitles),
  ...auditRoutes(async (ctx, column) => onlyReadable(await readableProblems(ctx), column)),
  ...stakeholderRoutes,
  ...checklistRoutes,
  ...decisionsRoutes(listProblemTitles),
  ...conversationRoutes,
  ...notificationRoutes({ titlesOf: listProblemTitles, placesOf: sayPlaces }),
  ...webhookRoutes,
  ...riskRoutes,
  ...formulationRoutes,
  ...portfolioRoutes,
  ...datasetRoutes,
  ...frameworksRoutes,
  ...contractRoutes,
  ...explorationRoutes,
  ...sufficiencyRoutes,
  ...trackingRoutes,
  ...evaluationRoutes,
  ...registryRoutes,
];

/** The addresses that need nobody. `tidy.test.ts` holds the routes against this list, word for word. */
export const publicEndpoints: readonly string[] = [
  'healthz',
  'readyz',
  'openApi',
  'getSession',
  'signIn',
  'startOidc',
  'finishOidc',
  'lookAtLink',
  'becomeFirstAdministrator',
  'acceptInvitation',
  'resetPassword',
];
