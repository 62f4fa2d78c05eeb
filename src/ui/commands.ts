import type { App } from '../state/app.svelte.ts'
import { projectPlaces } from '../state/place.svelte.ts'
import { languages } from '../i18n/language.ts'
import { initials } from '../i18n/initials.ts'
import { clipboardItems } from './sheet/clipboardItems.ts'
import { columnGroups, moveItems } from './sheet/columnItems.ts'
import { clearItem, customerItems, rowItems } from './sheet/rowItems.ts'
import { sheetItems } from './sheet/sheetItems.ts'
import { totalItems } from './sheet/totalItems.ts'
import { valueItems } from './sheet/valueItems.ts'
import { coverItems } from './sheet/coverItems.ts'
import type { MenuItem } from './controls/menu.ts'
import { dataPanes } from './data/panes.ts'
import { insightsPanes } from './insights/panes.ts'

/** Every action of the page, and of the sheet where one is on show. */
export function commands(app: App, onkeys: () => void): readonly MenuItem[] {
  const { words } = app.locale
  return [
    ...(app.project.isOpen ? [...ofSheet(app), ...ofProject(app)] : []),
    ...(['system', 'light', 'dark'] as const).map((choice) => ({
      id: `theme-${choice}`,
      label: `${words.shell.theme} · ${words.shell.themes[choice]}`,
      run: () => app.theme.choose(choice),
    })),
    ...(['compact', 'comfortable'] as const).map((density) => ({
      id: `density-${density}`,
      label: words.shell.density[density],
      run: () => app.theme.setDensity(density),
    })),
    ...languages.map((language) => ({
      id: `language-${language}`,
      label: `${words.shell.language} · ${words.shell.languages[language]}`,
      run: () => void app.speak(language),
    })),
    { id: 'keys', label: words.shell.keys.title, key: '?', run: onkeys },
  ]
}

/** Each action once, though it stands in several menus. */
function ofSheet(app: App): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet
  if (!sheet.grid || app.places.current.kind !== 'project') return []
  const { column } = sheet.active
  const title = sheet.columns.title(sheet.columns.at(column)?.column.id ?? '')
  const named = (item: MenuItem) => ({ ...item, label: words.ofColumn(item.label, title) })
  const all = [
    ...clipboardItems(app),
    ...rowItems(app),
    clearItem(app),
    ...customerItems(app),
    ...valueItems(app).map(named),
    ...columnGroups(app, column).flat().map(named),
    ...moveItems(app, column).map(named),
    ...totalItems(app, column).map((item) =>
      named({ ...item, label: locale.words.sheetTools.totals.item(item.label) }),
    ),
    ...sheetItems(app).filter(({ id }) => !id.startsWith('density-')), // both are below
    ...coverItems(app),
    { id: 'clearFilters', label: words.clearFilters, run: () => sheet.unfilter() },
  ]
  const byId = new Map(all.filter(({ disabled }) => !disabled).map((item) => [item.id, item]))
  return [...byId.values()].map(({ chosen: _, lineBefore: __, ...item }) => item)
}

function ofProject(app: App): readonly MenuItem[] {
  const { shell, importing, insights, models } = app.locale.words
  return [
    { id: 'undo', label: shell.undo, key: 'Ctrl Z', run: () => void app.project.undo() },
    { id: 'redo', label: shell.redo, key: 'Ctrl Y', run: () => void app.project.redo() },
    { id: 'save', label: shell.keys.save, key: 'Ctrl S', run: () => void app.saveNow() },
    { id: 'export', label: shell.export, run: () => app.exporting.open() },
    { id: 'import', label: importing.again, run: () => app.intake.choose('replace') },
    ...projectPlaces.map((place) => ({
      id: `place-${place}`,
      label: shell.commands.goTo(shell.places[place]),
      run: () => app.places.go({ kind: 'project', place }),
    })),
    ...dataPanes.map(({ id }) => ({
      id: `data-${id}`,
      label: shell.commands.goToSide(shell.places.data, importing.panes[id]),
      run: () => {
        app.dataPane = id
        app.places.go({ kind: 'project', place: 'data' })
      },
    })),
    ...insightsPanes.map(({ id }) => ({
      id: `insights-${id}`,
      label: shell.commands.goToSide(
        shell.places.insights,
        id === 'tiers' ? insights.tiersPane : models.groups[id],
      ),
      run: () => {
        app.insightsPane = id
        app.places.go({ kind: 'project', place: 'insights' })
      },
    })),
    { id: 'leave', label: shell.project.back, run: () => void app.projects.leave() },
  ]
}

/** The commands that hold every word typed, in their label or its pinyin initials. */
export function commandsWith(text: string, all: readonly MenuItem[]): readonly MenuItem[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ label }) => {
    const forms = [label.toLowerCase(), initials(label)]
    return sought.every((word) => forms.some((form) => form.includes(word)))
  })
}
