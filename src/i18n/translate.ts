import type { Language } from './language.ts'
import type { Words } from './zh.ts'

/** One reader needs one language: each is loaded when it is first asked for. */
const loads: Record<Language, () => Promise<Words>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
}

export const wordsOf = (language: Language): Promise<Words> => loads[language]()
export type { Words }
