import type { Job } from '../../core/job.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import type { Figure, LinkedRecords, Model, ModelRun } from '../model.ts'
import { moneyOf, orderBookOf } from '../records/orderBook.ts'
import { orderMoney } from '../records/orderMoney.ts'
import type { FigureId } from '../figureIds.ts'
import { usedWords } from '../records/words.ts'
import { type Counted, countedOrders } from './counted.ts'
import { fadingOf } from './fading.ts'
import { type BehaviourFacts, monthsOf, type Ranking, rankingOf } from './facts.ts'
import { linesOf, placesOf, type Said } from './kinds.ts'
import { notesOf } from './notes.ts'
import { preferenceOf } from './preference.ts'
import { rhythmOf } from './rhythm.ts'
import { sumsOf, totalsOf } from './sums.ts'
import { discountShares, knowsRefunds, refundShares, type Shares } from './takenOff.ts'
import { trendOf } from './trend.ts'

export interface BehaviourSettings {
  readonly window: number | null // months up to the as-of date; null = all orders
  readonly trend: number // months of each of the two periods
  readonly halfLife: number // days after which money counts half in `orders.fading`
}

/** How often, for how much, from when to when, of what kind and where. */
export const behaviour: Model<BehaviourSettings, BehaviourFacts | null> = {
  id: 'behaviour',
  usual: ['orders.count', 'orders.amount', 'orders.first', 'orders.last'],
  fields: [
    { kind: 'number', name: 'window', unit: 'months', auto: true, least: 1, most: 240 },
    { kind: 'number', name: 'trend', unit: 'months', auto: false, least: 1, most: 60 },
    { kind: 'number', name: 'halfLife', unit: 'days', auto: false, least: 1, most: 3650 },
  ],
  defaults: () => ({ window: null, trend: 3, halfLife: 90 }),
  usuallyOn: ({ records }) => records.orders !== undefined,
  needs: ({ records }) => (records.orders ? [] : ['orders']),
  reads: () => [],
  async run({ records: { orders }, customers, asOf }, { window, ...settings }, job) {
    if (!orders) return { figures: [], facts: null, notes: [] }
    const book = await orderBookOf(orders, job)
    return runOver(orders, countedOrders(book, customers.rowCount, asOf, window), settings, job)
  },
}

async function runOver(
  { table }: LinkedRecords,
  counted: Counted,
  { trend, halfLife }: Omit<BehaviourSettings, 'window'>,
  job: Job,
): Promise<ModelRun<BehaviourFacts>> {
  const money = moneyOf(table)
  const unit = money?.reading === 'money' ? money.unit : null
  const dated = columnByRole(table, 'when') !== undefined
  const sums = sumsOf(counted)
  await job.checkpoint()
  const rhythm = rhythmOf(counted)
  await job.checkpoint()
  const discounts = money && (await discountsOf(table, counted, job))
  const hasRefunds = columnByRole(table, 'refund') !== undefined
  const refunds = money && knowsRefunds(counted, hasRefunds) ? refundShares(counted) : null
  const category = columnByRole(table, 'category')
  const lines = category && (await linesOf(table, category, counted, job))
  const channel = columnByRole(table, 'channel')
  const places = channel && (await placesOf(table, channel, counted, job))
  const figures: Figure[] = [number('orders.count', sums.count)]
  if (money)
    figures.push(
      { id: 'orders.amount', reading: 'money', unit, values: sums.amount },
      { id: 'orders.average', reading: 'money', unit, values: sums.average },
    )
  if (dated)
    figures.push(
      { id: 'orders.first', reading: 'date', unit: null, values: sums.first },
      { id: 'orders.last', reading: 'date', unit: null, values: sums.last },
      number('orders.rhythm', rhythm.gaps),
    )
  if (dated && money) {
    const fading = fadingOf(counted, halfLife)
    figures.push(share('orders.trend', trendOf(counted, trend)))
    figures.push({ id: 'orders.fading', reading: 'money', unit, values: fading })
  }
  await job.checkpoint()
  if (lines) figures.push(...categoryFigures(lines, counted))
  await job.checkpoint()
  if (places) figures.push(channelFigure(places, counted))
  await job.checkpoint()
  if (discounts) figures.push(share('orders.discounts', discounts.shares))
  if (refunds) figures.push(share('orders.refunds', refunds.shares))
  const facts: BehaviourFacts = {
    ...totalsOf(sums, money !== undefined),
    from: counted.since === -Infinity ? null : counted.since + 1,
    unit,
    typicalGap: known(rhythm.typical),
    discounts: known(discounts?.overall ?? NaN),
    refunds: known(refunds?.overall ?? NaN),
    months: monthsOf(counted),
    categories: ranking(lines),
    channels: ranking(places),
  }
  return { figures, facts, notes: await notesOf(table, counted, job) }
}

const number = (id: FigureId, values: Float64Array): Figure => ({
  id,
  reading: 'number',
  unit: null,
  values,
})
const share = (id: FigureId, values: Float64Array): Figure => ({
  id,
  reading: 'percent',
  unit: null,
  values,
})
const words = (id: FigureId, codes: Uint32Array, texts: readonly string[]): Figure => {
  const used = usedWords(codes, texts)
  const labels = used.texts.map((text) => ({ text }))
  return { id, reading: 'category', unit: null, codes: used.codes, labels }
}
const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
const ranking = (said: Said | undefined): Ranking | null => (said ? rankingOf(said) : null)

async function discountsOf(table: Table, counted: Counted, job: Job): Promise<Shares | null> {
  const discounts = await orderMoney(table, 'discount', counted.book, job)
  return discounts && discountShares(counted, discounts)
}

function categoryFigures(lines: Said, { customers }: Counted): readonly Figure[] {
  const { kinds, main } = preferenceOf(lines, customers, lines.words.texts.length, 'amount')
  return [number('orders.categories', kinds), words('orders.category', main, lines.words.texts)]
}

function channelFigure(places: Said, { customers }: Counted): Figure {
  const { texts } = places.words
  return words('orders.channel', preferenceOf(places, customers, texts.length, 'count').main, texts)
}
