import type { Locale } from '../../platform/text/locale.ts';
import type { Obstacle } from '../decisions/index.ts';
import type { ObstacleSaid } from './gate-contract.ts';
import { gateTexts } from './gate-texts.ts';
import { formulationTexts } from './texts.ts';

/** What stands in the way, as a sentence that says what to do. */
export function describeObstacle(obstacle: Obstacle, locale: Locale): ObstacleSaid {
  const item = 'item' in obstacle ? obstacle.item : null;
  const roles = 'roles' in obstacle ? obstacle.roles : 'role' in obstacle ? [obstacle.role] : [];
  return { kind: obstacle.kind, item, roles, message: sentence(obstacle, locale) };
}

function sentence(obstacle: Obstacle, locale: Locale): string {
  const t = gateTexts[locale];
  const named = (roles: readonly (keyof typeof t.roles)[]) =>
    new Intl.ListFormat(locale).format(roles.map((role) => t.roles[role]));
  switch (obstacle.kind) {
    case 'item':
      return (formulationTexts[locale].gate as Record<string, string>)[obstacle.item] ?? obstacle.item;
    case 'waivers':
      return t.waivers({ most: obstacle.most });
    case 'unsigned':
    case 'stale':
    case 'objection':
      return t[obstacle.kind]({ role: t.roles[obstacle.role] });
    case 'decider':
      return t.decider({ roles: named(obstacle.roles) });
    case 'one_person':
      return t.onePerson({ roles: named(obstacle.roles) });
    case 'prohibited':
    case 'proposer':
      return t[obstacle.kind];
  }
}
