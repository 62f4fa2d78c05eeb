import type { Words } from '../zh.ts'

export const results: Words['results'] = {}
