export type Language = 'zh' | 'en'
export const languages: readonly Language[] = ['zh', 'en']

/** `?lang=`, else the stored choice, else the browser's; Chinese where none is known. */
export function chooseLanguage(
  query: string | null,
  stored: string | null,
  browser: readonly string[],
): Language {
  for (const choice of [query, stored]) if (choice === 'zh' || choice === 'en') return choice
  for (const tag of browser) {
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}
