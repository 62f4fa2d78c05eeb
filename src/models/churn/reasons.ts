import type { LabelId } from '../labels.ts'

/** Levels of risk; the code of a level is its place + 1. 0 = not judged: prospects, and customers that are lost. */
export const levels = ['risk.low', 'risk.middle', 'risk.high'] as const satisfies readonly LabelId[]
export const levelCode = { none: 0, low: 1, middle: 2, high: 3 }

/** Why there is a risk; of reasons of one level the first one is said. */
export const reasons = [
  'risk.complaint',
  'risk.rhythm',
  'risk.once',
  'risk.limits',
  'risk.slowing',
  'risk.answer',
] as const satisfies readonly LabelId[]
export type Reason = (typeof reasons)[number]
