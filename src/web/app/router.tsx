import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readChoice } from '../../capabilities/audit/web/event-choice.ts';
import { basePath } from '../kit/api/base-path.ts';
import { ErrorState } from '../kit/states/error-state.tsx';
import { Loading } from '../kit/states/loading.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });
const oneTimeLinkPage = lazyRouteComponent(
  () => import('../../capabilities/identity/web/one-time-link-page.tsx'),
  'OneTimeLinkPage',
);

const routes = [
  createRoute({
    ...at('/'),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/problem-list.tsx'), 'ProblemList'),
  }),
  createRoute({
    ...at('/problems/new'),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/new-problem.tsx'), 'NewProblem'),
  }),
  createRoute({
    ...at('/problems/$problemId/one-page'),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/one-page-page.tsx'), 'OnePagePage'),
  }),
  createRoute({
    ...at('/problems/$problemId/{-$station}'),
    validateSearch: (search: Record<string, unknown>): { field?: string; talk?: string } => ({
      ...(typeof search['field'] === 'string' ? { field: search['field'] } : {}),
      ...(typeof search['talk'] === 'string' ? { talk: search['talk'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../../capabilities/formulation/web/problem-page.tsx'), 'ProblemPage'),
  }),
  createRoute({
    ...at('/notifications'),
    component: lazyRouteComponent(
      () => import('../../capabilities/notifications/web/notifications-page.tsx'),
      'NotificationsPage',
    ),
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
    ...at('/account'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...at('/tokens'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/tokens-page.tsx'), 'TokensPage'),
  }),
  createRoute({
    ...at('/tokens/new'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/new-token-page.tsx'), 'NewTokenPage'),
  }),
  createRoute({
    ...at('/people'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...at('/people/invite'),
    component: lazyRouteComponent(() => import('../../capabilities/identity/web/invite-page.tsx'), 'InvitePage'),
  }),
  createRoute({
    ...at('/settings/checklists'),
    component: lazyRouteComponent(
      () => import('../../capabilities/checklists/web/template-page.tsx'),
      'ChecklistTemplatePage',
    ),
  }),
  createRoute({
    ...at('/installation'),
    component: lazyRouteComponent(
      () => import('../../capabilities/identity/web/installation-page.tsx'),
      'InstallationPage',
    ),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
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
