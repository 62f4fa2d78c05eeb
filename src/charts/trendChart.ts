import type { Config } from './chartjs.ts'
import { faded, type Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface TrendPoint {
  readonly name: string
  readonly value: number // NaN = nothing to say: the line has a gap
  readonly about: string // what the value rests on
}

export interface TrendScale {
  readonly text: (value: number) => string
  readonly from?: number // lower end of the axis, unless there is less
  readonly most?: number // no tick beyond
}

/** One figure over time; the last one is written beside its point. */
export function trendChart(points: readonly TrendPoint[], { text, from, most }: TrendScale) {
  const last = points.findLastIndex(({ value }) => !Number.isNaN(value))
  return (palette: Palette): Config => {
    const accent = palette.color('--accent')
    return {
      type: 'line',
      data: {
        labels: points.map(({ name }) => name),
        datasets: [
          {
            data: points.map(({ value }) => (Number.isNaN(value) ? null : value)),
            borderColor: accent,
            backgroundColor: faded(accent, 0.08),
            borderWidth: 2,
            pointRadius: 3,
            pointHitRadius: 12,
            pointBackgroundColor: accent,
            tension: 0,
            fill: true,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        layout: { padding: { top: 8, right: 48 } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            grid: { display: false },
            border: { color: palette.color('--line') },
            ticks: {
              color: palette.color('--ink-3'),
              maxRotation: 0,
              font: { size: textSize(11) },
            },
          },
          y: {
            ...(from !== undefined && { suggestedMin: from }),
            ...(most !== undefined && { max: most }),
            grid: { color: palette.color('--grid') },
            border: { display: false },
            ticks: {
              color: palette.color('--ink-3'),
              maxTicksLimit: 5,
              callback: (value) => text(Number(value)),
              font: { size: textSize(11) },
            },
          },
        },
        plugins: {
          tooltip: {
            callbacks: {
              label: ({ dataIndex }) => {
                const point = points[dataIndex]
                return point ? [text(point.value), point.about] : ''
              },
            },
          },
        },
      },
      plugins: [
        {
          id: 'last',
          afterDatasetsDraw({ ctx, scales: { x, y } }) {
            const point = points[last]
            if (!x || !y || !point) return
            ctx.save()
            ctx.fillStyle = palette.color('--ink')
            ctx.font = `600 ${textSize(12)}px ${palette.font}`
            ctx.textBaseline = 'middle'
            ctx.fillText(
              text(point.value),
              x.getPixelForValue(last) + 9,
              y.getPixelForValue(point.value),
            )
            ctx.restore()
          },
        },
      ],
    }
  }
}
