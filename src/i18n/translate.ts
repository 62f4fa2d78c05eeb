import { en } from './en.ts'
import type { Language } from './language.ts'
import { zh, type Words } from './zh.ts'

export const words: Record<Language, Words> = { zh, en }
export type { Words }
