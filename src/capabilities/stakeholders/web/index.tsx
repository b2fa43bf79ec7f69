/** What other pages show of stakeholders. */
export { TeamStation } from './team-station.tsx';
