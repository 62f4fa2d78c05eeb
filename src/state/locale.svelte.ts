import * as format from '../i18n/format.ts'
import { chooseLanguage, type Language } from '../i18n/language.ts'
import { type Words, wordsOf } from '../i18n/translate.ts'
import { zh } from '../i18n/zh.ts'
import type { Preferences } from './preferences.ts'

/** The reader's language, its words, and numbers as it writes them. */
export class Locale {
  language = $state<Language>('zh')
  words = $state.raw() as Words
  readonly #preferences: Preferences

  private constructor(preferences: Preferences, language: Language, words: Words) {
    this.#preferences = preferences
    this.language = language
    this.words = words
  }

  /** In the language of the address, else of the last visit, else of the browser. */
  static async load(
    preferences: Preferences,
    query: URLSearchParams,
    browser: readonly string[],
  ): Promise<Locale> {
    const language = chooseLanguage(query.get('lang'), preferences.get('language'), browser)
    return new Locale(preferences, language, await wordsFor(language))
  }

  async choose(language: Language): Promise<void> {
    const words = await wordsFor(language)
    this.words = words
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

/** Chinese comes with the page, so that most readers wait for nothing more. */
const wordsFor = async (language: Language): Promise<Words> =>
  language === 'zh' ? zh : wordsOf(language)
