/** What other pages show of exploration. */
export { NotesOn } from './notes-on.tsx';
