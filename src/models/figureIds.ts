/** What each model may look at and add; the order is that of the pages and of the columns. */
export const modelIds = [
  'behaviour',
  'contribution',
  'rfm',
  'lifecycle',
  'churn',
  'value',
  'prediction',
  'interactions',
  'service',
  'survey',
] as const
export type ModelId = (typeof modelIds)[number]

/** Columns that customers get from models. The ids are theirs in every project: schemes refer to them. */
export const figureIds = {
  behaviour: [
    'orders.count',
    'orders.amount',
    'orders.average',
    'orders.first',
    'orders.last',
    'orders.rhythm', // median gap between purchase days
    'orders.trend', // last period against the one before
    'orders.fading', // money that counts the less the longer ago it came
    'orders.categories', // how many different
    'orders.category', // the main one
    'orders.channel',
    'orders.discounts', // share of the amount
    'orders.refunds',
  ],
  contribution: [
    'contribution.margin',
    'contribution.referred', // customers that named this one
    'contribution.referredAmount',
  ],
  rfm: [
    'rfm.recency', // days since the last purchase
    'rfm.frequency',
    'rfm.monetary',
    'rfm.r',
    'rfm.f',
    'rfm.m',
    'rfm.code', // 545
    'rfm.segment',
  ],
  lifecycle: ['lifecycle.stage', 'lifecycle.idle'],
  churn: ['churn.risk', 'churn.reason', 'churn.overdue'],
  value: ['value.history', 'value.formula'],
  prediction: ['prediction.alive', 'prediction.purchases', 'prediction.spend', 'prediction.value'],
  interactions: [
    'interactions.count',
    'interactions.recent',
    'interactions.last',
    'interactions.heat', // each counts the less the longer ago it was
  ],
  service: [
    'service.count',
    'service.complaints',
    'service.open',
    'service.resolve', // mean days from opening to closing
    'service.last',
  ],
  survey: ['survey.nps', 'survey.group', 'survey.csat', 'survey.last'],
} as const satisfies Record<ModelId, readonly string[]>

export type FigureId = (typeof figureIds)[ModelId][number]

/** Figures that templates may grade by; the others are graded by only where somebody asks for it. */
export const measures: ReadonlySet<FigureId> = new Set<FigureId>([
  'orders.count',
  'orders.amount',
  'orders.first',
  'orders.last',
  'interactions.count',
  'interactions.last',
  'service.count',
  'service.complaints',
  'service.last',
  'survey.nps',
  'survey.csat',
  'survey.last',
])

const owners = new Map<string, ModelId>(
  modelIds.flatMap((model) => figureIds[model].map((id) => [id, model] as const)),
)

/** Whether a column of the customers is calculated from records: what is typed into it would not last. */
export function isFigure(id: string): id is FigureId {
  return owners.has(id)
}

/** The model that a column comes from; null = it is not calculated. */
export function modelOf(id: string): ModelId | null {
  return owners.get(id) ?? null
}
