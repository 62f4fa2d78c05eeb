import type { Words } from '../zh.ts'

export const scheme: Words['scheme'] = {}
