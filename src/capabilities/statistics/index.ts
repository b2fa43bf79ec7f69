/** Front door of the arithmetic over tables. It keeps nothing; whoever asks stores what it answers. */
export { countWindows } from './count-windows.ts';
export { mergeCounts, windowProfile } from './merge-counts.ts';
export { profileFirst } from './profile-table.ts';
