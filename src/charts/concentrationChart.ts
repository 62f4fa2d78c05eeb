import type { Config } from './chartjs.ts'
import { faded, type Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface ConcentrationWords {
  share(value: number): string
  point: string // the finding at the marked fifth
  even: string // what the dashed line says
}

/** Share of a total held by the top 0 %, 1 % … 100 %; the top fifth marked, the even line dashed. */
export function concentrationChart(points: readonly number[], words: ConcentrationWords) {
  return (palette: Palette): Config => {
    const accent = palette.color('--accent')
    const tick = (value: string | number) => words.share(Number(value) / 100)
    const axis = {
      ticks: {
        color: palette.color('--ink-3'),
        maxRotation: 0,
        callback: tick,
        stepSize: 25,
        font: { size: textSize(11) },
      },
    }
    const marked = points.length > 20 ? (points[20] ?? 0) * 100 : null
    return {
      type: 'line',
      data: {
        labels: points.map((_, index) => index),
        datasets: [
          {
            data: points.map((value) => value * 100),
            borderColor: accent,
            backgroundColor: faded(accent, 0.08),
            borderWidth: 2,
            pointRadius: points.map((_, index) => (index === 20 ? 5 : 0)),
            pointBackgroundColor: palette.color('--surface'),
            pointBorderColor: palette.color('--ink'),
            pointBorderWidth: 2,
            pointHitRadius: 12,
            tension: 0,
            fill: true,
          },
          {
            data: points.map((_, index) => index),
            borderColor: palette.color('--ink-3'),
            borderWidth: 1,
            borderDash: [4, 4],
            pointRadius: 0,
            pointHitRadius: 0,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            type: 'linear',
            min: 0,
            max: 100,
            grid: { display: false },
            border: { color: palette.color('--line') },
            ...axis,
          },
          y: {
            min: 0,
            max: 100,
            grid: { color: palette.color('--grid') },
            border: { display: false },
            ...axis,
          },
        },
        plugins: {
          tooltip: {
            filter: (item) => item.datasetIndex === 0,
            callbacks: {
              title: (items) => words.share(Number(items[0]?.label ?? 0) / 100),
              label: (item) => words.share(Number(item.parsed.y) / 100),
            },
          },
        },
      },
      plugins: [
        {
          id: 'finding',
          afterDatasetsDraw({ ctx, scales: { x, y } }) {
            if (!x || !y || marked === null) return
            const [left, top] = [x.getPixelForValue(20), y.getPixelForValue(marked)]
            ctx.save()
            ctx.setLineDash([3, 3])
            ctx.strokeStyle = palette.color('--ink-3')
            ctx.beginPath()
            ctx.moveTo(x.left, top)
            ctx.lineTo(left, top)
            ctx.lineTo(left, y.bottom)
            ctx.stroke()
            ctx.fillStyle = palette.color('--ink')
            ctx.font = `600 ${textSize(12)}px ${palette.font}`
            ctx.fillText(words.point, left + 12, Math.max(top, y.top) + 20)
            ctx.fillStyle = palette.color('--ink-2')
            ctx.font = `${textSize(12)}px ${palette.font}`
            ctx.fillText(words.even, x.getPixelForValue(62), y.getPixelForValue(48) + 12)
            ctx.restore()
          },
        },
      ],
    }
  }
}
