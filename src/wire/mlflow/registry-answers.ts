import type { ModelVersion, RegisteredModel } from '../../capabilities/registry/index.ts';
import { unlessBlank, unlessEmpty } from './answer-parts.ts';

export function registeredModelAnswer(model: RegisteredModel): object {
  const aliases = model.aliases.map(({ alias, number }) => ({ alias, version: String(number) }));
  return {
    name: model.name,
    creation_timestamp: model.createdAt,
    last_updated_timestamp: model.changedAt,
    ...unlessBlank('description', model.description),
    ...unlessEmpty('latest_versions', model.latest.map(versionAnswer)),
    ...unlessEmpty('tags', model.tags),
    ...unlessEmpty('aliases', aliases),
  };
}

/** Numbers of versions are texts for clients. */
export function versionAnswer(version: ModelVersion): object {
  return {
    name: version.name,
    version: String(version.number),
    creation_timestamp: version.createdAt,
    last_updated_timestamp: version.changedAt,
    user_id: version.createdBy,
    current_stage: version.stage,
    ...unlessBlank('description', version.description),
    source: version.source,
    ...unlessBlank('run_id', version.runId),
    status: 'READY',
    ...unlessEmpty('tags', version.tags),
    ...unlessBlank('run_link', version.runLink),
    ...unlessEmpty('aliases', version.aliases),
    ...unlessBlank('model_id', version.loggedModelId),
  };
}
