import type { Detail } from './error.ts'

/** Facts about the user's data or scheme: returned beside the result, never thrown. Each has its words in `i18n`. */
export const issueCodes = [
  // reading a file
  'column.unreadable', // { column, count, examples, words } `words`: up to 50 different texts
  'column.tooLarge', // { column, count, examples } beyond ±1e15
  'column.vagueFrequency', // { column, count, examples, words } such as 偶尔, which have no rate
  'column.ambiguousFrequency', // { column, count, examples, words } biweekly: twice a week or every two weeks
  'column.barePercents', // { column, count, examples, bare } 12 beside 12%: 'whole', or 0.12: 'fraction'
  'column.rates', // { column, examples } 500元/月: can be turned into a year's
  'column.decided', // { column, what, words } what the user decided: words, yearly, bare
  'column.identity', // { column } ID card numbers: personal data
  'column.approximate', // { column, count, examples } 约500元, 500以上
  'column.range', // { column, count, examples } 500-1000元 was read as its middle
  'column.assumed', // { column, count, examples } read by the column's majority rule
  'column.dateOrderUnsure', // { column, count } 3/5/2024 could be either order
  'column.mixedCurrency', // { column, currencies }
  'column.missing', // { column, count }
  'column.masked', // { column, count } 138****1234
  'column.digitsLost', // { column, count } 1.38E+10
  'column.future', // { column, count }
  'column.cellErrors', // { column, count, examples } #REF!
  'column.hasTiers', // { column }
  'column.tierOrder', // { column, words, told } own tier names, best first: as told (1) or as proposed (0)
  'rows.totals', // { count, rows }
  'rows.notes', // { count, rows } lines below the data that are no customers
  'rows.ragged', // { count }
  'rows.blankKeys', // { column, count }
  'keys.duplicate', // { column, count, examples }
  'names.duplicate', // { count, examples }
  'headers.duplicate', // { count, examples }
  'headers.blank', // { count }
  'sheet.hidden', // { count, names }
  'sheet.hiddenRows', // { count }
  'sheet.filteredRows', // { count }
  'encoding.unsure', // { encoding }
  'system.own',
  'system.recognised', // { system }
  'system.unverified', // { system } known from hearsay: to be checked against one's own template
  'records.asOfLast', // { asOf } the project looks from the last day of its records
  'records.noCustomer', // no column says whose the records are
  'records.unmatched', // { table, count } rows that found no customer; table: in words
  'contribution.costUnknown', // { count } orders of which the margin is not known
  'contribution.referrerUnknown', // { count } customers whose referrer is not in the list, or not to be told
  'contribution.ownReferrer', // { count } who name themselves
  'records.afterAsOf', // { count } left out
  'records.undated', // { count } counted, but in no month
  'service.closedBefore', // { count } closed before they were opened: not among the days to resolve
  'orders.afterAsOf', // { count } left out
  'orders.undated', // { count, windowed } windowed 1: left out, since only a period is looked at
  'orders.unpriced', // { count } count as orders, but not in the money
  'orders.currencies', // { currencies } added up as they stand
  'text.unclosedQuote', // { row }
  'parts.once', // { count, parts, column } customers, or rows, that stand in several files or sheets: taken once
  'parts.kept', // { count, parts, column } the same, all taken
  'parts.gaps', // { count, columns, parts } files or sheets without some of the columns
  'text.cut', // { count } over 32,767 characters on export
  // RFM
  'rfm.cutPoints', // {} those that were given cannot be used
  'rfm.undated', // { count, source } orders, or customers, without a day
  'rfm.later', // { count, source } after the as-of date
  'rfm.unscored', // { count, source } customers without a purchase to score
  'rfm.few', // { count, levels }
  'rfm.emptyScores', // { measure, scores, method }
  'rfm.rescaled', // { from, to } levels of own rules
  // scheme and data together
  'scheme.noCriteria',
  'scheme.noWeight',
  'scheme.cutoffsNotDescending', // { tiers }
  'scheme.tierUnreachable', // { tier }
  'criterion.columnMissing', // { criterion }
  'criterion.noValues', // { criterion }
  'criterion.constant', // { criterion, value }
  'criterion.missingShare', // { criterion, count, share }
  'criterion.bandsNotAscending', // { criterion }
  'criterion.pointsNotAscending', // { criterion }
  'criterion.targetTurned', // { criterion } the interval ends before it begins
  // doubtful about a scheme on these customers
  'lint.oneCriterion', // { criterion, share }
  'lint.oneColumn', // { column, criteria, share }
  'lint.alike', // { criterion, other, r }
  'lint.opposed', // { criterion, other, r }
  'lint.sameForMost', // { criterion, count, share, utility }
  'lint.tierBeyond', // { tier, cutoff, most } the best score anybody could have
  'lint.bandsTurn', // { criterion, nth }
  'lint.bandsSame', // { criterion, nth, next }
  'lint.bandsEmpty', // { criterion, bands } their places from 1
  'lint.bandsBelow', // { criterion, count, share, points }
  'lint.tiesAtCutoff', // { tier, count, cutoff }
  'lint.smallShare', // { criterion, share, moved } moved −1: not known
  'lint.movesNobody', // { criterion, share, moved }
  'tiering.tiesAtEdge', // { count } let in beyond the number set, since scores are equal
  'tiering.valuesAsZero', // { column, count }
  'tiering.noValue', // { column } the total is 0
  'tiering.valueColumnMissing', // {}
  'tiering.axisGone', // {} the group or column that one side of a matrix goes by
  'tiering.axisWithoutValue', // { axis, count } customers in its lowest class
  'tiering.axisCrossed', // { axis } cut-offs of one side out of order
  'tiering.withinGone', // {} the column that tiers are drawn within
  'rule.columnMissing', // { effect, column } of a rule that is on
  'rule.tierGone', // { effect }
  'stability.bufferRests', // {} tiers are not set by the score's cut-offs, places or shares
  'stability.noReference', // {} settings are on, but nothing to compare with
  'stability.overQuota', // { tier, count } held customers beyond the share or places of a tier
  'stability.tierGone', // { count } customers whose tier of the reference is gone
  'stability.sinceUnknown', // { count } customers of whom the beginning is unknown, so that no stay is held
  'override.beatsVeto', // { count }
  'override.unknownCustomer', // { count }
  'override.tierGone', // { count }
  // what models know of their limits
  'prediction.fewRepeaters', // { count, least } nothing is foretold
  'prediction.oneTime', // { count, total } bought once: no estimate
  'prediction.noDropout', // who has left cannot be told
  'prediction.pareto', // the other model had to be taken
  'prediction.notConverged',
  'prediction.farAhead', // { days, observed } looks further ahead than back
  'prediction.fewSpenders', // { count, least }
  'prediction.spendUnbounded', // the mean over customers would be infinite
  'prediction.spendDependent', // { correlation } of spend and frequency
  'value.noMargin', // sales, not profit
  'customer.valueBelowYear', // { count, examples } lifetime value below frequency × spend of one year
  // models
  'lifecycle.limitsFound', // { dormant, lost, gaps } days
  'lifecycle.limitsUsual', // { dormant, lost, gaps } too few gaps to learn from
  'lifecycle.neverDormant', // { dormant, lost } the limits leave nothing between them
  'lifecycle.fromList', // {} there are no orders
  'lifecycle.unknown', // { count } customers
  'churn.lost', // { count } customers that are not judged any more
  'churn.short', // { days } no period lies that long after the first purchase
  'survey.notNps', // { column, scale }
  'survey.leftOut', // { column, count } answers off the scale, or not readable
  'survey.few', // { column, count } answers
  'survey.scale', // { column, scale, from } which answers are satisfied
] as const
export type IssueCode = (typeof issueCodes)[number]

export interface Issue {
  readonly code: IssueCode
  readonly level: 'info' | 'warning' | 'error'
  readonly detail: Detail
  /** The column or criterion that it is about, so that the interface can show the place. */
  readonly about?: string
  /** Rows that it is about, bounded (≤ 1,000), for "show me". */
  readonly rows?: readonly number[]
}
