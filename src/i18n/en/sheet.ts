import type { Words } from '../zh.ts'

export const sheet: Words['sheet'] = {}
