/** What other pages show of tracking. */
export { ExperimentInbox } from './experiment-inbox.tsx';
export { InboxNotice } from './inbox-notice.tsx';
export { inboxTexts } from './inbox-texts.ts';
export { ModelFile } from './model-file.tsx';
export { RunsPart } from './runs-part.tsx';
export { useWaiting } from './use-waiting.ts';
export { SixFactsPart } from './six-facts-part.tsx';
export { WaitingList } from './waiting-list.tsx';
export { WaitingPart } from './waiting-part.tsx';
