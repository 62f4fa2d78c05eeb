import type { Config } from './chartjs.ts'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface NamedBar {
  readonly name: string
  readonly value: number
  readonly color: string // token, such as --accent
  readonly text: string // the figure beside the bar
}

/** Bars that lie below one another, each with its name and its figure. */
export function barsChart(bars: readonly NamedBar[]) {
  return (palette: Palette): Config => ({
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: bars.map(({ color }) => palette.color(color)),
          borderRadius: 2,
          categoryPercentage: 0.78,
          barPercentage: 0.9,
          maxBarThickness: 32,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      layout: { padding: { right: 120 } },
      scales: {
        x: { display: false, beginAtZero: true },
        y: {
          grid: { display: false },
          border: { color: palette.color('--line') },
          ticks: { color: palette.color('--ink'), font: { size: textSize(13) } },
        },
      },
      plugins: {
        tooltip: { callbacks: { label: ({ dataIndex }) => bars[dataIndex]?.text ?? '' } },
      },
    },
    plugins: [
      {
        id: 'figures',
        afterDatasetsDraw({ ctx, scales: { x, y } }) {
          if (!x || !y) return
          ctx.save()
          ctx.fillStyle = palette.color('--ink')
          ctx.font = `600 ${textSize(12)}px ${palette.font}`
          ctx.textBaseline = 'middle'
          for (const [at, { value, text }] of bars.entries())
            ctx.fillText(text, x.getPixelForValue(value) + 8, y.getPixelForValue(at))
          ctx.restore()
        },
      },
    ],
  })
}
