import { columnByRole } from '../../table/table.ts'
import type { Figure, Model, ModelInput } from '../model.ts'
import { moneyOf } from '../records/orderBook.ts'
import { factsOf, type RfmFacts } from './facts.ts'
import { figuresOf } from './figures.ts'
import { type Levels, levelsFor } from './levels.ts'
import { measure, type LeftOut, type Measures } from './measures.ts'
import { notesOf } from './notes.ts'
import { listMeasures, ownColumns } from './ownColumns.ts'
import { type ScoreMethod, scoresOf } from './scores.ts'
import { type Segmentation, segmentsOf } from './segments.ts'
import {
  defaults,
  levelsChoices,
  longestWindow,
  methodChoices,
  monetaryChoices,
  type RfmSettings,
  segmentChoices,
  sound,
  sourceChoices,
  usablePoints,
} from './settings.ts'

/** How recently, how often and for how much customers bought, as scores and named segments. */
export const rfm: Model<RfmSettings, RfmFacts | null> = {
  id: 'rfm',
  usual: ['rfm.r', 'rfm.f', 'rfm.m', 'rfm.segment'],
  fields: [
    { kind: 'choice', name: 'segments', options: segmentChoices },
    { kind: 'own', name: 'own' },
    { kind: 'choice', name: 'levels', options: levelsChoices },
    { kind: 'choice', name: 'method', options: methodChoices },
    { kind: 'own', name: 'points' },
    { kind: 'number', name: 'window', unit: 'days', auto: true, least: 1, most: longestWindow },
    { kind: 'choice', name: 'monetary', options: monetaryChoices },
    { kind: 'choice', name: 'source', options: sourceChoices },
  ],
  defaults,
  usuallyOn: hasOrders,
  needs(input, given) {
    const settings = sound(given)
    if (sourceOf(input, settings)) return []
    const { orders } = input.records
    if (settings.source === 'list' || !orders) return ['rfm.source']
    return [
      ...(columnByRole(orders.table, 'when') ? [] : (['orders.when'] as const)),
      ...(moneyOf(orders.table) ? [] : (['orders.amount'] as const)),
    ]
  },
  reads(input, given) {
    const settings = sound(given)
    const own = sourceOf(input, settings) === 'list' && ownColumns(input, settings.monetary)
    return own ? [own.last, own.count, own.money] : []
  },
  async run(input, given, job) {
    const settings = sound(given)
    const source = sourceOf(input, settings)
    const found = source && (await measured(input, settings, source, job))
    if (!source || !found) return { figures: [], facts: null, notes: [] }
    await job.checkpoint()
    const { measures, leftOut, unit } = found
    const { method, levels } = scoring(settings, measures)
    const scores = scoresOf(measures, method, levels)
    await job.checkpoint()
    const segmentation = segmentationOf(settings)
    const segments = segmentsOf(measures, scores, segmentation)
    const about = { settings, source, unit, segmentation }
    const facts = factsOf(measures, scores, segments, about)
    const figures: readonly Figure[] = figuresOf(measures, scores, segments, unit)
    return { figures, facts, notes: notesOf(facts, leftOut, input.customers.order.length) }
  },
}

function hasOrders({ records: { orders } }: ModelInput): boolean {
  return (
    orders !== undefined &&
    columnByRole(orders.table, 'when') !== undefined &&
    moneyOf(orders.table) !== undefined
  )
}

function sourceOf(input: ModelInput, { source, monetary }: RfmSettings): 'orders' | 'list' | null {
  if (source !== 'list' && hasOrders(input)) return 'orders'
  return source !== 'orders' && ownColumns(input, monetary) ? 'list' : null
}

interface Found {
  readonly measures: Measures
  readonly leftOut: LeftOut
  readonly unit: string | null
}

async function measured(
  input: ModelInput,
  { window, monetary }: RfmSettings,
  source: 'orders' | 'list',
  job: Parameters<ModelInput['purchases']>[0],
): Promise<Found | null> {
  if (source === 'list') {
    const own = ownColumns(input, monetary)
    if (!own) return null
    const unit = own.money.reading === 'money' ? own.money.unit : null
    return { ...listMeasures(input, own, monetary), unit }
  }
  const purchases = await input.purchases(job)
  if (!purchases) return null
  const { asOf, customers } = input
  const how = { asOf, window, monetary }
  return { ...measure(purchases, customers.rowCount, how), unit: purchases.unit }
}

/** Cut points that cannot be used give way to quantiles; a note says so. */
function scoring(
  settings: RfmSettings,
  { frequency }: Measures,
): { readonly method: ScoreMethod; readonly levels: Levels } {
  const cuts = settings.method === 'cutPoints' ? usablePoints(settings) : null
  if (cuts) return { method: { id: 'cutPoints', points: cuts.points }, levels: cuts.levels }
  const method: ScoreMethod = { id: settings.method === 'rPackage' ? 'rPackage' : 'quantile' }
  if (settings.levels !== 'auto') return { method, levels: Number(settings.levels) as Levels }
  const scored = frequency.reduce((count, x) => (Number.isNaN(x) ? count : count + 1), 0)
  return { method, levels: levelsFor(scored) }
}

function segmentationOf({ segments, own }: RfmSettings): Segmentation {
  if (segments === 'own' && own) return { id: 'own', ...own }
  return { id: segments === 'eight' ? 'eight' : 'eleven' }
}
