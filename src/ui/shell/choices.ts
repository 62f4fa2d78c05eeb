import { languages } from '../../i18n/language.ts'
import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'

export const languageItems = (app: App): readonly MenuItem[] =>
  languages.map((language) => ({
    id: language,
    label: app.locale.words.shell.languages[language],
    chosen: language === app.locale.language,
    run: () => void app.speak(language),
  }))

export const themeItems = ({ locale, theme }: App) =>
  (['system', 'light', 'dark'] as const).map((choice) => ({
    id: choice,
    label: locale.words.shell.themes[choice],
    chosen: choice === theme.choice,
    run: () => theme.choose(choice),
  }))
