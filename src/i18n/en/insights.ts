import type { Words } from '../zh.ts'

export const insights: Words['insights'] = {}
