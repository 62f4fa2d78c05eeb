import type { Config } from './chartjs.ts'
import type { Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface ScoreCut {
  readonly score: number
  readonly label: string // A ≥ 80
}

export interface ScoresWords {
  count(value: number): string
  range(from: number, to: number): string
}

/**
 * The distribution of scores in bins of two points, stacked by tier, with a line at each cut-off.
 * `byTier`: tier index × 100 + bin of one point.
 */
export function scoresChart(
  byTier: ArrayLike<number>,
  tiers: number,
  cuts: readonly ScoreCut[],
  words: ScoresWords,
) {
  return (palette: Palette): Config => {
    const bins = Array.from({ length: 50 }, (_, bin) => bin)
    const count = (tier: number, bin: number) =>
      (byTier[tier * 100 + bin * 2] ?? 0) + (byTier[tier * 100 + bin * 2 + 1] ?? 0)
    return {
      type: 'bar',
      data: {
        labels: bins.map((bin) => bin * 2),
        datasets: Array.from({ length: tiers }, (_, tier) => ({
          data: bins.map((bin) => count(tier, bin)),
          backgroundColor: palette.color(`--tier-${tier + 1}`),
          borderRadius: 2,
          categoryPercentage: 0.94,
          barPercentage: 0.96,
          maxBarThickness: 36,
        })),
      },
      options: {
        maintainAspectRatio: false,
        layout: { padding: { top: 26, bottom: 18 } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            stacked: true,
            grid: { display: false },
            border: { color: palette.color('--line') },
            // drawn below at the edges of bins, where the cut lines stand
            ticks: { display: false },
          },
          y: { stacked: true, display: false, beginAtZero: true },
        },
        plugins: {
          tooltip: {
            filter: (item) => Number(item.raw) > 0,
            callbacks: {
              title: (items) =>
                words.range(Number(items[0]?.label ?? 0), Number(items[0]?.label ?? 0) + 2),
              label: (item) => words.count(Number(item.raw)),
            },
          },
        },
      },
      plugins: [
        {
          id: 'cuts',
          afterDatasetsDraw({ ctx, chartArea, scales: { x } }) {
            if (!x) return
            const step = x.getPixelForValue(1) - x.getPixelForValue(0)
            ctx.save()
            ctx.textAlign = 'center'
            const edge = (score: number) => x.getPixelForValue(0) - step / 2 + (score / 2) * step
            ctx.fillStyle = palette.color('--ink-3')
            ctx.font = `${textSize(11)}px ${palette.font}`
            for (let score = 0; score <= 100; score += 20) {
              ctx.textAlign = score === 0 ? 'left' : score === 100 ? 'right' : 'center'
              ctx.fillText(String(score), edge(score), chartArea.bottom + 15)
            }
            ctx.textAlign = 'center'
            ctx.font = `600 ${textSize(11)}px ${palette.font}`
            for (const cut of cuts) {
              if (!(cut.score >= 0 && cut.score <= 100)) continue
              const at = edge(cut.score)
              ctx.setLineDash([3, 3])
              ctx.strokeStyle = palette.color('--ink')
              ctx.beginPath()
              ctx.moveTo(at, chartArea.top - 6)
              ctx.lineTo(at, chartArea.bottom)
              ctx.stroke()
              ctx.fillStyle = palette.color('--ink')
              ctx.fillText(cut.label, at, chartArea.top - 12)
            }
            ctx.restore()
          },
        },
      ],
    }
  }
}
