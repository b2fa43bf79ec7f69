/** What other pages show of exploration. */
export { FindingsSummary } from './findings-summary.tsx';
