interface RenderApi {
  value(dimension: number): number;
  coord(point: number[]): number[];
}

/**
 * How a custom series of `[from, to, row]` is drawn: each a bar in its row, a thin one where nothing is uncertain.
 * @param height in pixels
 */
export function renderSpan(fill: string, height: number) {
  return (_: unknown, api: RenderApi) => {
    const row = api.value(2);
    const [from = 0, y = 0] = api.coord([api.value(0), row]);
    const [to = 0] = api.coord([api.value(1), row]);
    const shape = { x: from, y: y - height / 2, width: Math.max(2, to - from), height };
    return { type: 'rect', shape, style: { fill } };
  };
}
