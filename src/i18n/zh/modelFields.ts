import { forecastFields } from './forecasts.ts'
import { recordFields } from './recordNotes.ts'
import { rfmFields } from './rfm.ts'
import { stageFields } from './stages.ts'

/** Words of one field of a model's form. */
export interface FieldWords {
  readonly name: string
  readonly help?: string
  readonly empty?: string // what a number left empty means, where nothing is found for it
  readonly options?: Readonly<Record<string, string>> // of a choice, by option
}

/** Fields of the models' forms, by model and name: `rfm.bins`. */
export const modelFields: Readonly<Record<string, FieldWords>> = {
  ...forecastFields,
  ...recordFields,
  ...stageFields,
  ...rfmFields,
}
