import * as format from '../i18n/format.ts'
import { chooseLanguage, type Language } from '../i18n/language.ts'
import { words } from '../i18n/translate.ts'
import type { Preferences } from './preferences.ts'

/** The reader's language, its words, and numbers as it writes them. */
export class Locale {
  language = $state<Language>('zh')
  readonly words = $derived(words[this.language])
  readonly #preferences: Preferences

  constructor(preferences: Preferences, query: URLSearchParams, browser: readonly string[]) {
    this.#preferences = preferences
    this.language = chooseLanguage(query.get('lang'), preferences.get('language'), browser)
  }

  choose(language: Language): void {
    this.language = language
    this.#preferences.set('language', language)
  }

  count = (value: number) => format.count(this.language, value)
  decimal = (value: number, digits?: number) => format.decimal(this.language, value, digits)
  score = (value: number, digits?: number) => format.score(this.language, value, digits)
  share = (value: number, digits?: number) => format.share(this.language, value, digits)
  large = (value: number) => format.large(this.language, value)
  day = format.day
  bytes = (value: number) => format.bytes(this.language, value)
}
