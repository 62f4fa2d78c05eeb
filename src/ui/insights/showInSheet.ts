import { languages } from '../../i18n/language.ts'
import { words } from '../../i18n/translate.ts'
import type { FigureId } from '../../models/figureIds.ts'
import type { LabelId } from '../../models/labels.ts'
import type { App } from '../../state/app.svelte.ts'

/** The customers of whom a column of a model says this, in the sheet. Its words are those of when it was made. */
export function showInSheet(app: App, column: FigureId, label: LabelId): void {
  const values = languages.map((language) => words[language].models.labels[label])
  void app.sheet.ask({
    sort: null,
    filters: [],
    columns: [{ column, kind: 'values', values, except: false }],
    search: '',
  })
  app.places.go({ kind: 'project', place: 'grade' })
}
