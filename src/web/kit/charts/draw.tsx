import { useComputedColorScheme } from '@mantine/core';
import { BarChart, CustomChart, LineChart, ParallelChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  ParallelComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { installDrag } from './drag-zoom.ts';
import { writtenAxes } from './written-axes.ts';
import { readPalette } from './palette.ts';
import type { Picture } from './picture.ts';

use([
  BarChart,
  LineChart,
  ScatterChart,
  ParallelChart,
  CustomChart,
  GridComponent,
  ParallelComponent,
  LegendComponent,
  TooltipComponent,
  MarkLineComponent,
  MarkAreaComponent,
  LegacyGridContainLabel,
  CanvasRenderer,
]);

const narrow_px = 520;

/** Draws a picture and draws it again when the width or the scheme changes. Loaded with the first chart only. */
export function Draw({ picture }: { picture: Picture }) {
  return <Drawing key={useComputedColorScheme('light')} picture={picture} />;
}

function Drawing({ picture }: { picture: Picture }) {
  const place = useRef<HTMLDivElement>(null);
  const formats = useFormats();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const chart = init(element, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, devicePixelRatio) });
    const draw = () => {
      chart.resize();
      const option = picture.option(readPalette(), element.clientWidth < narrow_px);
      chart.setOption(writtenAxes(option, formats), { notMerge: true });
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    const stopDrag = picture.zoom ? installDrag(chart, element, picture.zoom) : null;
    return () => {
      stopDrag?.();
      observer.disconnect();
      chart.dispose();
    };
  }, [picture, formats]);
  // The title and the table say what it shows; a screen reader gains nothing from the drawing.
  return <div ref={place} className="chart__canvas" aria-hidden="true" style={{ height: picture.height }} />;
}
