import type { EChartsType } from 'echarts/core';

/** Less than this is a press, not a drag. */
const least_px = 6;

/** Dragging across a chart tells between which places of its axis; what is dragged over is washed meanwhile. */
export function installDrag(
  chart: EChartsType,
  element: HTMLElement,
  zoom: (from: number, to: number) => void,
): () => void {
  const wash = document.createElement('div');
  wash.className = 'chart__drag';
  let begun: number | null = null;
  const bounds = (end: number): [number, number] => [Math.min(begun ?? end, end), Math.max(begun ?? end, end)];
  const placeOf = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left;
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    begun = placeOf(event);
    element.append(wash);
  };
  const move = (event: PointerEvent) => {
    if (begun === null) return;
    const [left, right] = bounds(placeOf(event));
    wash.style.left = `${left}px`;
    wash.style.width = `${right - left}px`;
  };
  const up = (event: PointerEvent) => {
    if (begun === null) return;
    const [left, right] = bounds(placeOf(event));
    begun = null;
    wash.remove();
    wash.style.width = '0';
    if (right - left < least_px) return;
    const at = (x: number) => chart.convertFromPixel({ xAxisIndex: 0 }, x);
    zoom(at(left), at(right));
  };
  element.addEventListener('pointerdown', down);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  return () => {
    wash.remove();
    element.removeEventListener('pointerdown', down);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
  };
}
