import type { Config } from './chartjs.ts'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface StackedSeries {
  readonly name: string
  readonly color: string // token, such as --accent
  readonly values: readonly number[]
}

/** Counts of several kinds on each other, point by point, the first kind at the bottom. */
export function stackedChart(
  points: readonly string[],
  series: readonly StackedSeries[],
  count: (value: number) => string,
) {
  return (palette: Palette): Config => ({
    type: 'bar',
    data: {
      labels: [...points],
      datasets: series.map(({ name, color, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: palette.color(color),
        borderRadius: 2,
        categoryPercentage: 0.94,
        barPercentage: 0.96,
        maxBarThickness: 36,
      })),
    },
    options: {
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: palette.color('--line') },
          ticks: { color: palette.color('--ink-3'), maxRotation: 0, font: { size: textSize(11) } },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          grid: { color: palette.color('--grid') },
          border: { display: false },
          ticks: {
            color: palette.color('--ink-3'),
            maxTicksLimit: 5,
            precision: 0,
            callback: (value) => count(Number(value)),
            font: { size: textSize(11) },
          },
        },
      },
      plugins: {
        ...(series.length > 1 && { legend: legendLook }),
        tooltip: {
          displayColors: true,
          callbacks: { label: (item) => `${item.dataset.label ?? ''} ${count(Number(item.raw))}` },
        },
      },
    },
  })
}

const legendLook = {
  display: true,
  position: 'bottom',
  labels: { boxWidth: 8, boxHeight: 8, useBorderRadius: true, borderRadius: 2, padding: 16 },
} as const
