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
    if (place >= 0 && (await isMounted(app))) await app.sheet.go(0, place)
  } catch (error) {
    app.notices.fail(error)
  }
}

const longest = 120 // frames: the place may have to be loaded first

/** Cells can be revealed once the sheet is on the page. */
async function isMounted({ sheet }: App): Promise<boolean> {
  for (let frame = 0; frame < longest && sheet.grid === null; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  return sheet.grid !== null
}
