import type { PredictionFacts } from '../../../models/prediction/facts.ts'
import type { Locale } from '../../../state/locale.svelte.ts'
import { unitName } from '../rfm/money.ts'

export interface ShownFigure {
  readonly name: string
  readonly figure: string
  readonly help: string
}

export function amountOf(locale: Locale, value: number, unit: string | null): string {
  return locale.words.insights.figures.amount(locale.large(value), unitName(locale, unit))
}

/** Customers whose chance of being active is below one half. */
export function goneOf({ alive }: PredictionFacts): number {
  return alive.slice(0, alive.length / 2).reduce((sum, count) => sum + count, 0)
}

/** What is foretold, in a row. `settings`: those of the run. */
export function forecastFigures(
  locale: Locale,
  facts: PredictionFacts,
  settings: Readonly<Record<string, unknown>>,
): readonly ShownFigure[] {
  const { forecastPane: words } = locale.words
  const { repeaters, customers, purchases } = facts
  const discount = Number(settings['discount'] ?? 0)
  const once = customers - repeaters
  const figures: ShownFigure[] = [
    {
      name: words.able,
      figure: words.people(locale.count(repeaters)),
      help: once > 0 ? words.ableHelp(locale.count(once)) : words.ableAll,
    },
    {
      name: words.purchases(locale.decimal(Number(settings['months'] ?? 0))),
      figure: words.times(locale.count(purchases)),
      help: words.purchasesHelp(locale.decimal(purchases / repeaters, 1)),
    },
  ]
  if (facts.spend)
    figures.push({
      name: words.amount,
      figure: amountOf(locale, facts.value, facts.unit),
      help: discount > 0 ? words.amountHelp(locale.share(discount, 0)) : words.amountPlain,
    })
  if (facts.model !== 'nbd') {
    const gone = goneOf(facts)
    figures.push(
      {
        name: words.active,
        figure: words.people(locale.count(facts.active)),
        help: words.activeHelp(locale.share(facts.active / repeaters, 0)),
      },
      {
        name: words.gone,
        figure: words.people(locale.count(gone)),
        help: words.goneHelp(locale.share(gone / repeaters, 0)),
      },
    )
  }
  return figures
}
