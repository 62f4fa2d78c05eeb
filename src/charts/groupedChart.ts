import type { Config } from './chartjs.ts'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface GroupedSeries {
  readonly name: string
  readonly color: string | readonly string[] // token, such as --accent; or one for each point
  readonly values: readonly number[] // NaN = nothing to say
}

/** Upright bars beside one another, point by point; their figures are written on them where there is room for all. */
export function groupedChart(
  points: readonly string[],
  series: readonly GroupedSeries[],
  text: (value: number) => string,
) {
  return (palette: Palette): Config => ({
    type: 'bar',
    data: {
      labels: [...points],
      datasets: series.map(({ name, color, values }) => ({
        label: name,
        data: values.map((value) => (Number.isNaN(value) ? null : value)),
        backgroundColor:
          typeof color === 'string'
            ? palette.color(color)
            : color.map((token) => palette.color(token)),
        borderRadius: 2,
        categoryPercentage: 0.8,
        barPercentage: 0.94,
        maxBarThickness: 44,
      })),
    },
    options: {
      maintainAspectRatio: false,
      layout: { padding: { top: 20 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.color('--line') },
          ticks: { color: palette.color('--ink-2'), maxRotation: 0, font: { size: textSize(12) } },
        },
        y: { display: false, beginAtZero: true },
      },
      plugins: {
        legend: {
          display: series.length > 1,
          position: 'bottom',
          labels: {
            boxWidth: 8,
            boxHeight: 8,
            useBorderRadius: true,
            borderRadius: 2,
            padding: 16,
          },
        },
        tooltip: {
          displayColors: series.length > 1,
          callbacks: { label: (item) => `${item.dataset.label ?? ''} ${text(Number(item.raw))}` },
        },
      },
    },
    plugins: [
      {
        id: 'figures',
        afterDatasetsDraw(chart) {
          const { ctx } = chart
          const figures = series.flatMap(({ values }, at) =>
            chart.getDatasetMeta(at).data.flatMap((bar, place) => {
              const value = values[place] ?? NaN
              return Number.isNaN(value) ? [] : [{ bar, label: text(value) }]
            }),
          )
          ctx.save()
          ctx.fillStyle = palette.color('--ink')
          ctx.font = `${textSize(11)}px ${palette.font}`
          ctx.textAlign = 'center'
          ctx.textBaseline = 'bottom'
          const fits = figures.every(({ bar, label }) => {
            const { width } = bar.getProps(['width']) as { width: number }
            return ctx.measureText(label).width <= width + 1
          })
          if (fits) for (const { bar, label } of figures) ctx.fillText(label, bar.x, bar.y - 3)
          ctx.restore()
        },
      },
    ],
  })
}
