import { type ComponentType, createContext, use } from 'react';
import { RiskStation } from '../../risk/web/index.tsx';
import { TeamStation } from '../../stakeholders/web/index.tsx';
import type { Station } from '../contract.ts';
import { DecisionStation } from './decision-station.tsx';
import { OpportunityStation } from './opportunity-station.tsx';
import { RequirementsStation } from './requirements-station.tsx';
import type { StationProps } from './station-props.ts';
import { TranslationStation } from './translation-station.tsx';
import { ValueStation } from './value-station.tsx';

export type StationParts = Partial<Record<Station, ComponentType<StationProps>>>;

const ownParts: StationParts = {
  opportunity: OpportunityStation,
  team: TeamStation,
  requirements: RequirementsStation,
  translation: TranslationStation,
  value: ValueStation,
  risk: RiskStation,
  decision: DecisionStation,
};

/** Stations of capabilities that formulation does not know: `web/app` joins them to the page. */
export const FurtherStations = createContext<StationParts>({});

/** Stations that can be opened in place; the others say what they will be. */
export function useStationParts(): StationParts {
  return { ...ownParts, ...use(FurtherStations) };
}
