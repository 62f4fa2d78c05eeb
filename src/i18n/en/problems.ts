import { many, plain } from './facts.ts'
import { forecastIssues } from './forecasts.ts'
import { groupIssues } from './groups.ts'
import { lintIssues } from './lint.ts'
import { listIssues } from './listIssues.ts'
import { rfmIssues } from './rfm.ts'
import { schemeIssues } from './schemeIssues.ts'
import { severalIssues } from './several.ts'
import { stageIssues } from './stages.ts'
import { formulaErrors } from './formulas.ts'
import { referenceErrors } from './referenceErrors.ts'
import { recordNotes } from './recordNotes.ts'
import { tableIssues } from './tables.ts'
import { valueIssues } from './values.ts'
import type { Words } from '../zh.ts'

export const errors: Words['errors'] = {
  'file.empty': plain('This file is empty.', 'Check that it is the right file.'),
  'file.picture': plain(
    'No table found: this is a picture, not an Excel file.',
    'Drop an Excel, WPS or CSV file.',
  ),
  'file.document': plain(
    'No table found: this is a document, not an Excel file.',
    'Copy the table and paste it, or save it as an Excel file.',
  ),
  'file.password': plain('This file has a password.', 'Remove it in Excel, then drop it again.'),
  'file.damaged': plain(
    'This file is damaged and cannot be read to its end.',
    'Open it in Excel, save a copy, then drop that.',
  ),
  'file.notTable': plain('No table found.', 'Drop an Excel, WPS, CSV or JSON file.'),
  'file.notJson': (d) => ({
    title: `This JSON file cannot be read from line ${many(d, 'line')} on.`,
    help: 'Export it again, or as CSV, then drop that.',
  }),
  'file.headerOnly': plain(
    'Only a header row, no customers.',
    'Check that this is the right worksheet.',
  ),
  'file.tooLarge': (d) => ({
    title: `The file is too large: ${String(d['what'] ?? '')}`,
    help: 'Split it, or keep only the columns needed.',
  }),
  'file.tooManyColumns': (d) => ({
    title: `Too many columns: ${String(d['columns'])}; at most ${String(d['limit'])}.`,
    help: 'Remove the columns that are not needed.',
  }),
  'file.timeout': plain(
    'Reading took too long and was stopped.',
    'Save the file as CSV in Excel, then drop that.',
  ),
  'paste.empty': plain(
    'There is no table on the clipboard.',
    'Select cells in Excel, copy them, then paste.',
  ),
  'storage.full': plain(
    'Not saved: the browser is out of space.',
    'Export a backup, then delete projects that are not needed.',
  ),
  'storage.newer': plain(
    'This data was saved by a newer version.',
    'Reload the page to get that version. The data was not touched.',
  ),
  'storage.damaged': plain(
    'Some saved data is damaged.',
    'The intact part is open; export a backup.',
  ),
  'storage.unavailable': plain(
    'The browser does not allow saving on this computer.',
    'Everything works; export before closing the page.',
  ),
  'storage.superseded': plain('The app was updated.', 'Reload the page.'),
  'storage.otherTab': plain(
    'This project is being edited in another window; here it can only be read.',
    'Edit it there, or close that window and reload this page.',
  ),
  'storage.lost': plain(
    'The browser disconnected or cleared the storage on this computer.',
    'The open project is still in this page: export it, then reload.',
  ),
  ...referenceErrors,
  ...formulaErrors,
  'project.missing': plain(
    'There is no such project.',
    'It may have been deleted in another window.',
  ),
  'command.invalid': (d) => ({
    title:
      d['reason'] === 'too many rows'
        ? `A sheet holds at most ${many(d, 'limit')} rows: there is no room for so many.`
        : 'This step cannot be done.',
    help: 'Nothing was changed.',
  }),
  'job.cancelled': plain('Cancelled.', 'Nothing was changed.'),
  'engine.dead': plain('The calculation stopped.', 'Saved data is safe; reload the page.'),
}

export const issues: Words['issues'] = {
  ...valueIssues,
  ...listIssues,
  ...tableIssues,
  ...recordNotes,
  ...rfmIssues,
  ...forecastIssues,
  ...severalIssues,
  ...stageIssues,
  ...groupIssues,
  ...lintIssues,
  ...schemeIssues,
}
