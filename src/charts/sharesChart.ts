import type { Config } from './chartjs.ts'
import { faded, type Palette } from './colors.ts'
import { textSize } from './textSize.ts'

export interface TierShares {
  readonly name: string
  readonly color: string // token, such as --tier-1
  readonly customers: number // 0..1
  readonly value: number | null // 0..1; null = there is none
}

export interface SharesWords {
  share(value: number): string
  customers: string
  value: string
}

/** Two measures of one tier back to back: customers to the left, value to the right. */
export function sharesChart(tiers: readonly TierShares[], words: SharesWords) {
  return (palette: Palette): Config => {
    const color = (tier: TierShares) => palette.color(tier.color)
    const end = Math.max(0.01, ...tiers.flatMap((tier) => [tier.customers, tier.value ?? 0])) * 118
    const bars = {
      borderRadius: 2,
      categoryPercentage: 0.78,
      barPercentage: 0.9,
      maxBarThickness: 32,
    }
    return {
      type: 'bar',
      data: {
        labels: tiers.map(({ name }) => name),
        datasets: [
          {
            ...bars,
            label: words.customers,
            data: tiers.map(({ customers }) => -customers * 100),
            backgroundColor: tiers.map((tier) => faded(color(tier), 0.42)),
          },
          {
            ...bars,
            label: words.value,
            data: tiers.map(({ value }) => (value ?? 0) * 100),
            backgroundColor: tiers.map(color),
          },
        ],
      },
      options: {
        indexAxis: 'y',
        maintainAspectRatio: false,
        layout: { padding: { top: 4, right: 40, bottom: 4 } },
        scales: {
          x: {
            stacked: true,
            min: -end,
            max: end,
            grid: {
              color: (context) =>
                context.tick.value === 0 ? palette.color('--line') : 'transparent',
            },
            border: { display: false },
            ticks: { display: false },
          },
          y: {
            stacked: true,
            grid: { display: false },
            border: { display: false },
            ticks: { color: palette.color('--ink'), font: { size: textSize(13), weight: 'bold' } },
          },
        },
        plugins: {
          tooltip: {
            callbacks: {
              label: (item) =>
                `${item.dataset.label ?? ''} ${words.share(Math.abs(Number(item.parsed.x)) / 100)}`,
            },
          },
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
            for (const [index, tier] of tiers.entries()) {
              const at = y.getPixelForValue(index)
              ctx.textAlign = 'right'
              ctx.fillText(
                words.share(tier.customers),
                x.getPixelForValue(-tier.customers * 100) - 8,
                at,
              )
              ctx.textAlign = 'left'
              if (tier.value !== null)
                ctx.fillText(words.share(tier.value), x.getPixelForValue(tier.value * 100) + 8, at)
            }
            ctx.fillStyle = palette.color('--ink-2')
            ctx.font = `${textSize(12)}px ${palette.font}`
            ctx.textBaseline = 'alphabetic'
            ctx.textAlign = 'right'
            ctx.fillText(words.customers, x.getPixelForValue(0) - 8, x.bottom - 2)
            ctx.textAlign = 'left'
            ctx.fillText(words.value, x.getPixelForValue(0) + 8, x.bottom - 2)
            ctx.restore()
          },
        },
      ],
    }
  }
}
