/**
 * Who may import whom (ARCHITECTURE.md shows the same table as a picture, generated from here).
 * `suppliers` lists the direct suppliers of each capability; they are not transitive.
 */
const lower = {
  audit: [],
  identity: ['audit'],
  lineage: ['audit', 'identity'],
  value: [],
  statistics: [],
  conversation: ['audit', 'identity', 'lineage'],
  notifications: ['audit', 'identity', 'conversation'],
  decisions: ['audit', 'identity', 'lineage', 'value'],
  webhooks: ['audit', 'identity'],
  stakeholders: ['audit', 'identity', 'conversation'],
  checklists: ['audit', 'identity', 'conversation'],
  risk: ['audit', 'identity', 'conversation', 'decisions', 'value'],
};
const base = Object.keys(lower);

export const suppliers = {
  ...lower,
  formulation: base,
  portfolio: [...base, 'formulation'],
  datasets: [...base, 'formulation'],
  contracts: [...base, 'formulation', 'datasets'],
  exploration: [...base, 'formulation', 'datasets'],
  sufficiency: [...base, 'formulation', 'datasets', 'contracts', 'exploration'],
  frameworks: [...base, 'formulation'],
  tracking: [...base, 'formulation', 'datasets'],
  evaluation: [...base, 'tracking', 'datasets', 'formulation'],
  registry: [...base, 'tracking', 'evaluation'],
  serving: [...base, 'registry'],
  pipelines: [...base, 'datasets', 'tracking', 'evaluation', 'registry', 'serving'],
  monitoring: [...base, 'serving', 'datasets', 'evaluation', 'formulation'],
  feedback: [...base, 'serving', 'registry'],
  alerts: [...base, 'monitoring'],
};
/** Read everything, imported by nobody. */
export const readers = ['governance', 'landscape'];

const front = 'index|contract|errors|tables';

const perCapability = Object.entries(suppliers).flatMap(([name, allowed]) => [
  {
    name: `${name}-suppliers`,
    comment: `${name} may import: ${allowed.join(', ') || 'no other capability'}. Reactions that go up are events joined in server/loops.ts.`,
    severity: 'error',
    from: { path: `^src/capabilities/${name}/` },
    to: { path: '^src/capabilities/([^/]+)/', pathNot: `^src/capabilities/(${[name, ...allowed].join('|')})/` },
  },
  {
    name: `${name}-front-doors`,
    comment: `Another capability is entered by its front door (index.ts, or contract.ts for types and schemas).`,
    severity: 'error',
    from: { path: `^src/capabilities/${name}/`, pathNot: '\\.test\\.tsx?$' },
    to: {
      path: '^src/capabilities/([^/]+)/',
      pathNot: [
        `^src/capabilities/${name}/`,
        `^src/capabilities/[^/]+/(${front})\\.ts$`,
        '^src/capabilities/[^/]+/web/index\\.tsx?$',
      ],
    },
  },
]);

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/web/app/public/', '\\.d\\.ts$', '\\.test\\.tsx?$', '\\.config\\.ts$'] },
      to: {},
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(capabilities|server|web|cli|wire|migrations)/' },
    },
    {
      name: 'only-server-imports-wire',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server|wire)/' },
      to: { path: '^src/wire/' },
    },
    {
      name: 'nobody-imports-readers',
      severity: 'error',
      from: { path: '^src/capabilities/', pathNot: `^src/capabilities/(${readers.join('|')})/` },
      to: { path: `^src/capabilities/(${readers.join('|')})/` },
    },
    {
      name: 'web-never-reaches-the-server',
      comment: 'The browser knows contracts, errors, the pure arithmetic of value, and web/kit.',
      severity: 'error',
      from: { path: '^src/(web|capabilities/[^/]+/web)/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/web/',
          '^src/capabilities/[^/]+/web/',
          '^src/capabilities/[^/]+/(contract|errors|permissions)\\.ts$',
          '^src/capabilities/value/',
          '^src/platform/(endpoint|errors|text)/',
        ],
      },
    },
    {
      name: 'web-kit-knows-no-capability',
      severity: 'error',
      from: { path: '^src/web/kit/' },
      to: { path: '^src/(capabilities|web/app|server)/', pathNot: '^src/capabilities/value/index\\.ts$' },
    },
    {
      name: 'cli-speaks-the-contract',
      comment:
        'The terminal talks to a server over the contract; only `serve` and the offline commands, in server/, touch the store.',
      severity: 'error',
      from: { path: '^src/(cli|capabilities/[^/]+/cli\\.ts)' },
      to: { path: '^src/capabilities/[^/]+/(store|queries|routes|jobs|tables)\\.ts$' },
    },
    {
      name: 'value-is-pure',
      severity: 'error',
      from: { path: '^src/capabilities/value/', pathNot: ['\\.test\\.ts$', '^src/capabilities/value/web/'] },
      to: { path: '^src/(platform|server|cli)/', pathNot: '^src/platform/(endpoint|errors|text)/' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$'] },
    },
    ...perCapability,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
