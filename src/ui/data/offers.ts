import type { Issue } from '../../core/issue.ts'
import { list } from '../../i18n/detail.ts'
import type { Words } from '../../i18n/translate.ts'
import type { ColumnChoice, PlannedColumn } from '../../import/plan.ts'
import type { ReadingId } from '../../table/column.ts'

/** A button below an issue: a choice for the column, or a dialog that makes one. */
export interface Offer {
  readonly label: string
  readonly does:
    | { readonly kind: 'choose'; readonly choice: ColumnChoice }
    | { readonly kind: 'undo' }
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'tiers'; readonly names: readonly string[] }
}

const numeric: ReadonlySet<ReadingId> = new Set([
  'number',
  'money',
  'percent',
  'discount',
  'frequency',
  'rating',
])

/** What can be decided about an issue of this column, the likeliest first. */
export function offersOf(
  issue: Issue,
  column: PlannedColumn,
  choice: ColumnChoice,
  words: Words,
): readonly Offer[] {
  const { offers, importing } = words
  const choose = (label: string, choice: ColumnChoice): Offer => ({
    label,
    does: { kind: 'choose', choice },
  })
  const texts = list(issue.detail, 'words')
  const giveWords = (): readonly Offer[] =>
    texts.length > 0 && numeric.has(column.reading)
      ? [
          {
            label: offers.giveWords(column.reading, texts[0] ?? ''),
            does: { kind: 'words', words: texts },
          },
        ]
      : []
  switch (issue.code) {
    case 'column.unreadable':
    case 'column.vagueFrequency':
    case 'column.ambiguousFrequency':
      return giveWords()
    case 'column.rates':
      return [choose(offers.yearly, { yearly: true })]
    case 'column.barePercents':
      return issue.detail['bare'] === 'whole'
        ? [
            choose(offers.bareWhole, { bare: 'whole' }),
            choose(offers.bareWholeAsFraction, { bare: 'fraction' }),
          ]
        : [
            choose(offers.bareFraction, { bare: 'fraction' }),
            choose(offers.bareFractionAsWhole, { bare: 'whole' }),
          ]
    case 'column.dateOrderUnsure':
      return (['mdy', 'dmy'] as const).map((dateOrder) =>
        choose(offers.dateOrder(importing.dateOrders[dateOrder]), { dateOrder }),
      )
    case 'column.tierOrder': {
      const change: Offer = { label: offers.changeOrder, does: { kind: 'tiers', names: texts } }
      return issue.detail['told'] ? [change] : [choose(offers.orderRight, { tiers: texts }), change]
    }
    case 'column.identity':
      return column.include ? [choose(offers.leaveOut, { include: false })] : []
    case 'column.decided': {
      const given = (choice.words ?? []).map(([text]) => text)
      const change: readonly Offer[] =
        given.length > 0
          ? [{ label: offers.changeWords, does: { kind: 'words', words: given } }]
          : []
      return [...change, { label: offers.undo, does: { kind: 'undo' } }]
    }
    default:
      return []
  }
}

/** The column's choices without those about how its texts are read; said outright, so that the open project's do not return. */
export function undecided(choice: ColumnChoice): ColumnChoice {
  const rest: { -readonly [K in keyof ColumnChoice]: ColumnChoice[K] } = { ...choice }
  delete rest.bare
  return { ...rest, words: [], yearly: false }
}
