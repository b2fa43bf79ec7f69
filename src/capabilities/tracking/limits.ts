/** Most characters and most at once, as clients expect them. */
export const limits = {
  key: 250,
  paramValue: 6000,
  runTagValue: 8000,
  experimentName: 500,
  experimentTagValue: 5000,
  artifactRoot: 2048,
  metricsAtOnce: 1000,
  paramsAtOnce: 100,
  tagsAtOnce: 100,
  factsAtOnce: 1000,
  runsAPage: 50_000,
  experimentsAPage: 50_000,
  pointsAPage: 25_000,
} as const;
