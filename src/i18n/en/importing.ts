import type { Words } from '../zh.ts'

export const importing: Words['importing'] = {}
