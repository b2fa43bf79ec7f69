import { homedir } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, isLoopback } from './config.ts';
import { configErrors } from './config-errors.ts';
import { type Known, type Setting, variableOf } from './setting.ts';
import { settings } from './settings.ts';

/** What was given at the terminal, by the name of the option: `{ port: ['4500'], team: ['yes'] }`. */
export type GivenOptions = Readonly<Record<string, readonly string[] | undefined>>;

export interface Surroundings {
  env: NodeJS.ProcessEnv;
  home: string;
  /** what relative folders are relative to */
  folder: string;
}

export const ourSurroundings = (): Surroundings => ({ env: process.env, home: homedir(), folder: process.cwd() });

/** An option wins over its variable, a variable over the default. Throws the sentence about the first wrong value. */
export function readConfig(given: GivenOptions, around: Surroundings = ourSurroundings()): Config {
  const known = { home: around.home, env: around.env, dataFolder: '', publicUrl: null };
  const read = <T>(setting: Setting<T>, more: Partial<Known> = {}) =>
    readGiven(setting, { given, around }) ?? setting.fallback({ ...known, ...more });
  const first = { dataFolder: read(settings.dataFolder), publicUrl: read(settings.publicUrl) };
  const all = Object.entries(settings) as [string, Setting<unknown>][];
  const config = Object.fromEntries(all.map(([key, setting]) => [key, read(setting, first)])) as unknown as Config;
  refuseCheckpointsInside(config);
  refuseArtifactsInside(config);
  return { ...config, team: config.team || canBeReachedByOthers(config) };
}

function readGiven<T>(setting: Setting<T>, { given, around }: { given: GivenOptions; around: Surroundings }): T | null {
  const option = given[setting.option];
  if (option) return valueOf(setting, { source: `--${setting.option}`, texts: option, folder: around.folder });
  const variable = around.env[variableOf(setting)];
  // An empty variable is how many tools write "not set".
  if (variable === undefined || variable === '') return null;
  const texts = setting.kind.many ? variable.split(',').map((text) => text.trim()) : [variable];
  return valueOf(setting, { source: variableOf(setting), texts, folder: around.folder });
}

function valueOf<T>(
  setting: Setting<T>,
  { source, texts, folder }: { source: string; texts: readonly string[]; folder: string },
): T {
  const value = setting.kind.read(texts, folder);
  if (value !== null) return value;
  const given = setting.secret ? '...' : texts.join(', ');
  const example = source.startsWith('--')
    ? `${source}${setting.kind.placeholder === null ? '' : ` ${setting.example}`}`
    : `${source}=${setting.example}`;
  throw configErrors.wrongValue({ source, given, expected: setting.kind.expected, example });
}

function refuseCheckpointsInside({ checkpointFolder, dataFolder }: Config): void {
  const way = relative(dataFolder, checkpointFolder);
  if (way === '' || !way.startsWith('..'))
    throw configErrors.checkpointsInside({ checkpoints: checkpointFolder, data: dataFolder });
}

function refuseArtifactsInside({ artifactRoot, dataFolder }: Config): void {
  if (!artifactRoot?.startsWith('file:')) return;
  const artifacts = fileURLToPath(artifactRoot);
  if (!relative(dataFolder, artifacts).startsWith('..'))
    throw configErrors.artifactsInside({ artifacts, data: dataFolder });
}

/** Behind a proxy every request comes from loopback: whoever sets one up lets others in, who must then sign in. */
export function canBeReachedByOthers({ host, publicUrl, trustedProxies, allowedHosts }: Config): boolean {
  const isAnnounced = publicUrl !== null && !isLoopback(new URL(publicUrl).hostname);
  return (
    !isLoopback(host) || isAnnounced || trustedProxies.length > 0 || allowedHosts.some((name) => !isLoopback(name))
  );
}
