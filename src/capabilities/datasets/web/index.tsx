/** What other pages show of data sets. */
export { DataStation } from './data-station.tsx';
