import { forecastFields } from './forecasts.ts'
import { recordFields } from './recordNotes.ts'
import type { Words } from '../zh.ts'
import { rfmFields } from './rfm.ts'
import { stageFields } from './stages.ts'

export const modelFields: Words['modelFields'] = {
  ...forecastFields,
  ...recordFields,
  ...stageFields,
  ...rfmFields,
}
