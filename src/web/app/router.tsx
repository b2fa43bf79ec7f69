import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readChoice } from '../../capabilities/audit/web/event-choice.ts';
import { readComparedChoice } from '../../capabilities/tracking/web/compared-choice.ts';
import { basePath } from '../kit/api/base-path.ts';
import { ErrorState } from '../kit/states/error-state.tsx';
import { Loading } from '../kit/states/loading.tsx';
import { followClientLink } from './follow-client-link.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const settingsFrame = createRoute({
  getParentRoute: () => root,
  id: 'settings-frame',
  component: lazyRouteComponent(() => import('./settings/settings-frame.tsx'), 'SettingsFrame'),
});
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });
const setAt = <const Path extends string>(path: Path) => ({ getParentRoute: () => settingsFrame, path });
const oneTimeLinkPage = lazyRouteComponent(
  () => import('../../capabilities/identity/web/one-time-link-page.tsx'),
  'OneTimeLinkPage',
);

const routes = [
  createRoute({
    ...at('/'),
    beforeLoad: ({ location: { hash } }) => followClientLink(hash),
    component: lazyRouteComponent(() => import('../../capabilities/portfolio/web/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...at('/portfolio'),
    component: lazyRouteComponent(() => import('../../capabilities/portfolio/web/portfolio-page.tsx'), 'PortfolioPage'),
  }),
  createRoute({
    ...at('/problems'),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/problem-list.tsx'), 'ProblemList'),
  }),
  createRoute({
    ...at('/problems/new'),
    validateSearch: (search: Record<string, unknown>): { template?: string } =>
      typeof search['template'] === 'string' ? { template: search['template'] } : {},
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/new-problem.tsx'), 'NewProblem'),
  }),
  createRoute({
    ...at('/problems/$problemId/one-page'),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/one-page-page.tsx'), 'OnePagePage'),
  }),
  createRoute({
    ...at('/problems/$problemId/data/$datasetId/contract'),
    component: lazyRouteComponent(() => import('../../capabilities/contracts/web/contract-page.tsx'), 'ContractPage'),
  }),
  createRoute({
    ...at('/problems/$problemId/data/$datasetId/explore'),
    component: lazyRouteComponent(() => import('../../capabilities/exploration/web/explore-page.tsx'), 'ExplorePage'),
  }),
  createRoute({
    ...at('/problems/$problemId/data/sufficiency'),
    component: lazyRouteComponent(
      () => import('../../capabilities/sufficiency/web/sufficiency-page.tsx'),
      'SufficiencyPage',
    ),
  }),
  createRoute({
    ...at('/problems/$problemId/data-versions/$versionId'),
    component: lazyRouteComponent(() => import('../../capabilities/datasets/web/version-page.tsx'), 'VersionPage'),
  }),
  createRoute({
    ...at('/problems/$problemId/runs/belonging'),
    component: lazyRouteComponent(() => import('../../capabilities/tracking/web/belonging-page.tsx'), 'BelongingPage'),
  }),
  createRoute({
    ...at('/problems/$problemId/runs/compare'),
    validateSearch: readComparedChoice,
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    ...at('/problems/$problemId/{-$station}'),
    validateSearch: (search: Record<string, unknown>): { field?: string; talk?: string } => ({
      ...(typeof search['field'] === 'string' ? { field: search['field'] } : {}),
      ...(typeof search['talk'] === 'string' ? { talk: search['talk'] } : {}),
    }),
    component: lazyRouteComponent(() => import('./problem-page.tsx'), 'ProblemPage'),
  }),
  createRoute({
    ...at('/problems/$problemId/models'),
    component: lazyRouteComponent(() => import('../../capabilities/registry/web/models-page.tsx'), 'ModelsPage'),
  }),
  createRoute({
    ...at('/models/$name'),
    component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
  }),
  createRoute({
    ...at('/experiments/$experimentId'),
    component: lazyRouteComponent(
      () => import('../../capabilities/tracking/web/experiment-page.tsx'),
      'ExperimentPage',
    ),
  }),
  createRoute({
    ...at('/runs/$runId'),
    validateSearch: (search: Record<string, unknown>): { beside?: string } =>
      typeof search['beside'] === 'string' ? { beside: search['beside'] } : {},
    component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
  }),
  createRoute({
    ...at('/notifications'),
    component: lazyRouteComponent(
      () => import('../../capabilities/notifications/web/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    ...at('/inbox'),
    component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    ...at('/audit'),
    validateSearch: readChoice,
    component: lazyRouteComponent(() => import('./audit-trail-page.tsx'), 'AuditTrailPage'),
  }),
  createRoute({
    ...at('/api-explorer'),
    validateSearch: (search: Record<string, unknown>): { operation?: string } =>
      typeof search['operation'] === 'string' ? { operation: search['operation'] } : {},
    component: lazyRouteComponent(() => import('./api-explorer/api-explorer-page.tsx'), 'ApiExplorerPage'),
  }),
  createRoute({
    ...at('/sign-in'),
    validateSearch: (search: Record<string, unknown>): { to?: string; error?: string } => ({
      ...(typeof search['to'] === 'string' ? { to: search['to'] } : {}),
      ...(typeof search['error'] === 'string' ? { error: search['error'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({ ...at('/welcome'), component: oneTimeLinkPage }),
  createRoute({ ...at('/join'), component: oneTimeLinkPage }),
  createRoute({ ...at('/reset'), component: oneTimeLinkPage }),
  createRoute({
    ...at('/settings'),
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
];

const settingsRoutes = [
  createRoute({
    ...setAt('/account'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...setAt('/tokens'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/tokens-page.tsx'), 'TokensPage'),
  }),
  createRoute({
    ...setAt('/tokens/new'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/new-token-page.tsx'), 'NewTokenPage'),
  }),
  createRoute({
    ...setAt('/people'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...setAt('/people/invite'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/invite-page.tsx'), 'InvitePage'),
  }),
  createRoute({
    ...setAt('/settings/checklists'),
    component: lazyRouteComponent(
      () => import('../../capabilities/checklists/web/template-page.tsx'),
      'ChecklistTemplatePage',
    ),
  }),
  createRoute({
    ...setAt('/settings/templates'),
    component: lazyRouteComponent(
      () => import('../../capabilities/formulation/web/templates-page.tsx'),
      'TemplatesPage',
    ),
  }),
  createRoute({
    ...setAt('/settings/policies'),
    component: lazyRouteComponent(() => import('../../capabilities/decisions/web/policies-page.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    ...setAt('/settings/policies/new'),
    validateSearch: (search: Record<string, unknown>): { from?: string } =>
      typeof search['from'] === 'string' || typeof search['from'] === 'number' ? { from: String(search['from']) } : {},
    component: lazyRouteComponent(
      () => import('../../capabilities/decisions/web/new-policy-page.tsx'),
      'NewPolicyPage',
    ),
  }),
  createRoute({
    ...setAt('/settings/policies/$policy'),
    component: lazyRouteComponent(() => import('../../capabilities/decisions/web/policy-page.tsx'), 'PolicyPage'),
  }),
  createRoute({
    ...setAt('/frameworks'),
    component: lazyRouteComponent(
      () => import('../../capabilities/frameworks/web/frameworks-page.tsx'),
      'FrameworksPage',
    ),
  }),
  createRoute({
    ...setAt('/settings/risk-appetite'),
    component: lazyRouteComponent(
      () => import('../../capabilities/risk/web/default-appetite-page.tsx'),
      'DefaultAppetitePage',
    ),
  }),
  createRoute({
    ...setAt('/settings/webhooks'),
    component: lazyRouteComponent(() => import('../../capabilities/webhooks/web/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    ...setAt('/settings/webhooks/new'),
    component: lazyRouteComponent(
      () => import('../../capabilities/webhooks/web/new-webhook-page.tsx'),
      'NewWebhookPage',
    ),
  }),
  createRoute({
    ...setAt('/settings/webhooks/$webhookId'),
    component: lazyRouteComponent(() => import('../../capabilities/webhooks/web/webhook-page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    ...setAt('/installation'),
    component: lazyRouteComponent(
      () => import('../../capabilities/identity/web/installation-page.tsx'),
      'InstallationPage',
    ),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([...routes, settingsFrame.addChildren(settingsRoutes)]),
  basepath: basePath,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => (
    <div className="page">
      <Loading />
    </div>
  ),
  defaultErrorComponent: ({ error, reset }) => (
    <div className="page">
      <ErrorState error={error} retry={reset} />
    </div>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
