/** Passes on how far a work is only where a watcher would see a difference: a terminal is slower than a disk. */
export function eachPercent<W>(report: (share: number, what: W) => void): (share: number, what: W) => void {
  let told: { percent: number; what: W } | undefined;
  return (share, what) => {
    const percent = Math.floor(share * 100);
    if (told?.percent === percent && told.what === what) return;
    told = { percent, what };
    report(share, what);
  };
}
