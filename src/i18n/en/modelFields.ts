import { recordFields } from './recordNotes.ts'
import type { Words } from '../zh.ts'

export const modelFields: Words['modelFields'] = {
  ...recordFields,
}
