import type { FieldWords } from '../fieldWords.ts'
import { forecastFields } from './forecasts.ts'
import { recordFields } from './recordNotes.ts'
import { rfmFields } from './rfm.ts'
import { stageFields } from './stages.ts'

/** Fields of the models' forms, by model and name: `rfm.bins`. */
export const modelFields: Readonly<Record<string, FieldWords>> = {
  ...forecastFields,
  ...recordFields,
  ...stageFields,
  ...rfmFields,
}
