import { languages } from '../../i18n/language.ts'
import { wordsOf } from '../../i18n/translate.ts'
import type { FigureId } from '../../models/figureIds.ts'
import type { LabelId } from '../../models/labels.ts'
import type { App } from '../../state/app.svelte.ts'
import { wholeSheet } from '../../state/selection.svelte.ts'

/** The customers of whom a column of a model says this, in the sheet. */
export async function showInSheet(app: App, column: FigureId, label: LabelId): Promise<void> {
  try {
    // cells have the words of the language that the page had when they were made
    const all = await Promise.all(languages.map(wordsOf))
    const names = all.map((words) => words.models.labels[label])
    const { values } = await app.client.view('values', { query: wholeSheet, column, search: '' })
    const text = values.find(({ text }) => names.includes(text))?.text
    await app.sheet.ask({
      ...wholeSheet,
      columns: [
        { column, kind: 'values', values: text === undefined ? names : [text], except: false },
      ],
    })
    app.places.go({ kind: 'project', place: 'grade' })
  } catch (error) {
    app.notices.fail(error)
  }
}
