import type { LabelId } from '../../models/labels.ts'

/** What is said of customers in colours: what goes well is green, what wants care is amber, what is over is grey. */
export const labelColors: Partial<Readonly<Record<LabelId, string>>> = {
  'lifecycle.prospect': '--data-soft',
  'lifecycle.first': '--step-4',
  'lifecycle.repeat': '--accent',
  'lifecycle.dormant': '--step-7',
  'lifecycle.lost': '--data',
  'survey.promoter': '--accent',
  'survey.passive': '--data',
  'survey.detractor': '--step-8',
}
export const colorOf = (label: LabelId): string => labelColors[label] ?? '--data'
