import type { Config } from './chartjs.ts'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface TrackPoint {
  readonly name: string
  readonly tick: string // where there is little room
  readonly actual: number
  readonly expected: number
}

export interface TrackWords {
  count(value: number): string
  actual: string
  expected: string
  split: string // what the line at the split says
}

/** Two running totals, what came and what was foretold; a line where the foretelling begins. `split`: place between points. */
export function trackChart(points: readonly TrackPoint[], split: number, words: TrackWords) {
  return (palette: Palette): Config => {
    const line = { borderWidth: 2, pointRadius: 0, pointHitRadius: 8, tension: 0 }
    const [came, foretold] = [palette.color('--ink-2'), palette.color('--accent')]
    return {
      type: 'line',
      data: {
        labels: points.map(({ tick }) => tick),
        datasets: [
          {
            ...line,
            label: words.expected,
            data: points.map(({ expected }) => expected),
            borderColor: foretold,
            backgroundColor: foretold,
            borderDash: [6, 4],
          },
          {
            ...line,
            label: words.actual,
            data: points.map(({ actual }) => actual),
            borderColor: came,
            backgroundColor: came,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        layout: { padding: { top: 8 } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            grid: { display: false },
            border: { color: palette.color('--line') },
            ticks: {
              color: palette.color('--ink-3'),
              maxRotation: 0,
              autoSkipPadding: 24,
              maxTicksLimit: 8,
              font: { size: textSize(11) },
            },
          },
          y: {
            beginAtZero: true,
            grid: { color: palette.color('--grid') },
            border: { display: false },
            ticks: {
              color: palette.color('--ink-3'),
              maxTicksLimit: 5,
              precision: 0,
              callback: (value) => words.count(Number(value)),
              font: { size: textSize(11) },
            },
          },
        },
        plugins: {
          legend: {
            display: true,
            position: 'bottom',
            labels: { boxWidth: 24, boxHeight: 0, padding: 16 },
          },
          tooltip: {
            callbacks: {
              title: ([item]) => points[item?.dataIndex ?? -1]?.name ?? '',
              label: (item) => `${item.dataset.label ?? ''} ${words.count(Number(item.raw))}`,
            },
          },
        },
      },
      plugins: [
        {
          id: 'split',
          afterDatasetsDraw({ ctx, chartArea, scales: { x } }) {
            if (!x) return
            const step = x.getPixelForValue(1) - x.getPixelForValue(0)
            const at = x.getPixelForValue(0) + split * step
            ctx.save()
            ctx.setLineDash([3, 3])
            ctx.strokeStyle = palette.color('--ink-3')
            ctx.beginPath()
            ctx.moveTo(at, chartArea.top)
            ctx.lineTo(at, chartArea.bottom)
            ctx.stroke()
            ctx.fillStyle = palette.color('--ink-2')
            ctx.font = `${textSize(12)}px ${palette.font}`
            ctx.textAlign = 'right'
            ctx.textBaseline = 'top'
            ctx.fillText(words.split, at - 8, chartArea.top + 2)
            ctx.restore()
          },
        },
      ],
    }
  }
}
