import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

export type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string | number>
export type { Plugin }

/** Makes a chart in the product's own look (design.md §6). */
export function draw(canvas: HTMLCanvasElement, config: Config, palette: Palette): Chart {
  Chart.defaults.font = { ...Chart.defaults.font, family: palette.font, size: textSize(12) }
  Chart.defaults.color = palette.color('--ink-2')
  Chart.defaults.animation = false
  Chart.defaults.plugins.legend.display = false
  Object.assign(Chart.defaults.plugins.tooltip, tooltipLook(palette))
  return new Chart(canvas, config)
}

function tooltipLook(palette: Palette) {
  return {
    backgroundColor: palette.color('--surface-raised'),
    titleColor: palette.color('--ink'),
    bodyColor: palette.color('--ink-2'),
    borderColor: palette.color('--line'),
    borderWidth: 1,
    cornerRadius: 8,
    padding: 10,
    displayColors: false,
  }
}
