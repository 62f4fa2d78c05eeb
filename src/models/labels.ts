import { segmentWords } from './rfm/segment.ts'

/** Words that models put into cells: the project's language names them (`i18n` `models.labels`). */
export const labelIds = [
  ...segmentWords,
  'lifecycle.prospect',
  'lifecycle.first',
  'lifecycle.repeat',
  'lifecycle.dormant',
  'lifecycle.lost',
  'risk.low',
  'risk.middle',
  'risk.high',
  'risk.complaint',
  'risk.rhythm',
  'risk.once',
  'risk.limits',
  'risk.slowing',
  'risk.answer',
  'survey.promoter',
  'survey.passive',
  'survey.detractor',
] as const
export type LabelId = (typeof labelIds)[number]

/** A name in a column of categories: a word of ours, or the user's own text. */
export type Label = { readonly word: LabelId } | { readonly text: string }
