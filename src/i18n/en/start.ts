import type { Words } from '../zh.ts'

export const start: Words['start'] = {}
