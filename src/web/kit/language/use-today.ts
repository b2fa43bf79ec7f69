import { useState } from 'react';

/** The day it is for the reader, year-month-day, as it was when the part was opened. */
export function useToday(): string {
  const [today] = useState(localDay);
  return today;
}

function localDay(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
