/** Front door of risk in the browser. */
export { RiskStation } from './risk-station.tsx';
