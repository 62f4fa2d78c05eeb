import type { Words } from '../zh.ts'

export const exporting: Words['exporting'] = {}
