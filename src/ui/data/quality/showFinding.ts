import type { App } from '../../../state/app.svelte.ts'
import { wholeSheet } from '../../../state/selection.svelte.ts'

/** The sheet with the customers of a finding alone, at the column that it is about. */
export async function showFinding(app: App, finding: string, column: string | null): Promise<void> {
  const project = app.project.view.current?.id
  if (project === undefined) return
  try {
    await app.sheet.open(project) // a sheet that was never on show would begin anew when it is
    await app.sheet.ask({ ...wholeSheet, filters: [`finding:${finding}`] }, false)
    app.places.go({ kind: 'project', place: 'grade' })
    const place = column === null ? -1 : app.sheet.columns.indexOf(column)
    if (place >= 0) await app.sheet.go(0, place)
  } catch (error) {
    app.notices.fail(error)
  }
}
