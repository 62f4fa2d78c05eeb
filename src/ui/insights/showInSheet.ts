import { languages } from '../../i18n/language.ts'
import { wordsOf } from '../../i18n/translate.ts'
import type { FigureId } from '../../models/figureIds.ts'
import type { LabelId } from '../../models/labels.ts'
import type { App } from '../../state/app.svelte.ts'
import { wholeSheet } from '../../state/selection.svelte.ts'
import { showCustomers } from './showCustomers.ts'

/** The customers of whom a column of a model says this, in the sheet. */
export async function showInSheet(app: App, column: FigureId, label: LabelId): Promise<void> {
  try {
    // cells have the words of the language that the page had when they were made
    const all = await Promise.all(languages.map(wordsOf))
    const names = all.map((words) => words.models.labels[label])
    const { values } = await app.client.view('values', { query: wholeSheet, column, search: '' })
    const text = values.find(({ text }) => names.includes(text))?.text
    const sought = text === undefined ? names : [text]
    await showCustomers(app, [{ column, kind: 'values', values: sought, except: false }])
  } catch (error) {
    app.notices.fail(error)
  }
}
