import { useEffect, useState } from 'react';
import { useFormats } from './use-formats.ts';

const minute_ms = 60_000;

/** How long ago something was, kept true while the page stands open. */
export function useAgo(): (at: number) => string {
  const formats = useFormats();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute_ms);
    return () => clearInterval(timer);
  }, []);
  return (at) => formats.ago(at, Math.max(now, at));
}
