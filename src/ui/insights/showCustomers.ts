import type { ColumnFilter } from '../../engine/views.ts'
import type { App } from '../../state/app.svelte.ts'
import { wholeSheet } from '../../state/selection.svelte.ts'

/** The sheet with these customers alone. */
export async function showCustomers(app: App, columns: readonly ColumnFilter[]): Promise<void> {
  const project = app.project.view.current?.id
  if (project === undefined) return
  try {
    await app.sheet.open(project) // a sheet that was never on show would begin anew when it is
    await app.sheet.ask({ ...wholeSheet, columns }, false)
    app.places.go({ kind: 'project', place: 'grade' })
  } catch (error) {
    app.notices.fail(error)
  }
}
