/** What the page of a problem shows of frameworks. */
export { ApproachStation } from './approach-station.tsx';
