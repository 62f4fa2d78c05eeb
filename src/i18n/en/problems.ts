import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { many, name, one, quoted, such } from './facts.ts'
import { forecastIssues } from './forecasts.ts'
import { groupIssues } from './groups.ts'
import { lintIssues } from './lint.ts'
import { rules } from './rules.ts'
import { rfmIssues } from './rfm.ts'
import { severalIssues } from './several.ts'
import { stageIssues } from './stages.ts'
import { formulaErrors } from './formulas.ts'
import { referenceErrors } from './referenceErrors.ts'
import { recordNotes } from './recordNotes.ts'
import { tableIssues } from './tables.ts'
import { valueIssues } from './values.ts'
import { share } from '../format.ts'
import type { Words } from '../zh.ts'

type Say = Words['errors']['file.empty']
const plain =
  (title: string, help: string): Say =>
  () => ({ title, help })

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
  'command.invalid': plain('This step cannot be done.', 'Nothing was changed.'),
  'job.cancelled': plain('Cancelled.', 'Nothing was changed.'),
  'engine.dead': plain('The calculation stopped.', 'Saved data is safe; reload the page.'),
}

const effect = (detail: Detail) =>
  rules.effects[name(detail, 'effect') as keyof typeof rules.effects]?.name ?? ''

export const issues: Words['issues'] = {
  ...valueIssues,
  'column.unreadable': (d) => ({
    title: `${name(d)}: ${one(d, 'cell', 'cells')} could not be read`,
    help: `${such(d)}Treated as missing, marked red.`,
  }),
  'column.vagueFrequency': (d) => ({
    title: `${name(d)}: ${one(d, 'cell has', 'cells have')} no rate`,
    help: `${such(d)}Treated as missing; write “once a month” and it counts.`,
  }),
  'column.approximate': (d) => ({
    title: `${name(d)}: ${one(d, 'cell is', 'cells are')} approximate`,
    help: `${such(d)}The number in it is used, the text is kept.`,
  }),
  'column.range': (d) => ({
    title: `${name(d)}: ${one(d, 'cell is a range', 'cells are ranges')}`,
    help: `${such(d)}The middle is used, the text is kept.`,
  }),
  'column.assumed': (d) => ({
    title: `${name(d)}: ${one(d, 'cell', 'cells')} read like the rest of the column`,
    help: `${such(d)}Check that this fits.`,
  }),
  'column.dateOrderUnsure': (d) => ({
    title: `${name(d)}: day and month unclear in ${one(d, 'date', 'dates')}`,
    help: 'A date such as 3/5/2024 reads two ways; another order can be chosen.',
  }),
  'column.mixedCurrency': (d) => ({
    title: `${name(d)}: several currencies, ${list(d, 'currencies').join(', ')}`,
    help: 'Nothing was converted; bring them to one currency first.',
  }),
  'column.missing': (d) => ({
    title: `${name(d)}: ${one(d, 'cell is', 'cells are')} missing`,
    help: 'Missing is not 0; the criterion’s rule for missing values applies.',
  }),
  'column.masked': (d) => ({
    title: `${name(d)}: ${one(d, 'number is', 'numbers are')} masked with stars`,
    help: 'Kept as it stands; grading does not need it.',
  }),
  'column.digitsLost': (d) => ({
    title: `${name(d)}: ${one(d, 'code', 'codes')} lost their last digits`,
    help: 'The file holds 1.38E+10; format the column as text in Excel and export again.',
  }),
  'column.future': (d) => ({
    title: `${name(d)}: ${one(d, 'date is', 'dates are')} after the as-of date`,
    help: 'Counted as 0 days ago; check the date or the as-of date.',
  }),
  'column.cellErrors': (d) => ({
    title: `${name(d)}: ${one(d, 'cell holds', 'cells hold')} an Excel error`,
    help: `${such(d)}Treated as missing, the text is kept.`,
  }),
  'column.hasTiers': (d) => ({
    title: `${name(d)}: the file brings tiers`,
    help: 'Kept to compare with, not used for the score.',
  }),
  'rows.totals': (d) => ({
    title: `${one(d, 'total row is', 'total rows are')} left out`,
    help:
      list(d, 'rows').length > 0 ? `Row ${list(d, 'rows').join(', ')}.` : 'It can be imported too.',
  }),
  'rows.notes': (d) => ({
    title: `${one(d, 'closing line is', 'closing lines are')} left out`,
    help: `Row ${list(d, 'rows').join(', ')}.`,
  }),
  'rows.ragged': (d) => ({
    title: `${one(d, 'row has', 'rows have')} more or fewer cells than the header`,
    help: 'Short rows are filled with blanks, extra cells get a column of their own.',
  }),
  'rows.blankKeys': (d) => ({
    title: `${name(d)}: ${one(d, 'customer has', 'customers have')} no number`,
    help: 'Graded all the same; a later import cannot match them.',
  }),
  'keys.duplicate': (d) => ({
    title: `${name(d)}: ${one(d, 'number occurs', 'numbers occur')} more than once`,
    help: `${such(d)}Each row is still one customer.`,
  }),
  'names.duplicate': (d) => ({
    title: `${one(d, 'name occurs', 'names occur')} more than once`,
    help: `${such(d)}Imported as different customers.`,
  }),
  ...tableIssues,
  ...recordNotes,
  ...rfmIssues,
  ...forecastIssues,
  'headers.duplicate': (d) => ({
    title: `${one(d, 'column name occurs', 'column names occur')} twice`,
    help: `${such(d)}The later ones got a number.`,
  }),
  'headers.blank': (d) => ({
    title: `${one(d, 'column has', 'columns have')} no name`,
    help: 'Named by place for now; change it here.',
  }),
  'sheet.hidden': (d) => ({
    title: `${one(d, 'worksheet is', 'worksheets are')} hidden`,
    help: `${quoted(d, 'names')} can be chosen under Worksheet.`,
  }),
  'sheet.hiddenRows': (d) => ({
    title: `${one(d, 'row is', 'rows are')} hidden in the file`,
    help: 'Imported too; delete them in Excel if they are not wanted.',
  }),
  'sheet.filteredRows': (d) => ({
    title: `${one(d, 'row is', 'rows are')} filtered out in the file`,
    help: 'Imported too; to take only the rows on show, copy them to a new sheet in Excel.',
  }),
  'encoding.unsure': (d) => ({
    title: `The encoding is a guess: ${name(d, 'encoding')}`,
    help: 'If the preview looks garbled, choose another.',
  }),
  'text.unclosedQuote': (d) => ({
    title: `A quote in row ${many(d, 'row')} is never closed`,
    help: 'The line was taken as it stands; check the file.',
  }),
  ...severalIssues,
  ...stageIssues,
  ...groupIssues,
  'text.cut': (d) => ({
    title: `${one(d, 'cell has', 'cells have')} over 32,767 characters and is cut on export`,
    help: 'An Excel cell holds no more; the sheet here keeps the whole text.',
  }),
  ...lintIssues,
  'scheme.noCriteria': plain('No criteria yet, nothing to score.', 'Add at least one criterion.'),
  'scheme.noWeight': plain(
    'All weights are 0, nothing to score.',
    'Give at least one criterion a weight.',
  ),
  'scheme.cutoffsNotDescending': (d) => ({
    title: `Cut-offs do not go down: ${list(d, 'tiers').join(', ') || name(d, 'tiers')}`,
    help: 'Each cut-off must be below the one of the tier above.',
  }),
  'scheme.tierUnreachable': (d) => ({
    title: `No customer can reach tier ${name(d, 'tier')}`,
    help: 'Move its cut-off, or remove the tier.',
  }),
  'criterion.columnMissing': (d) => ({
    title: `${name(d, 'criterion')}: its column is gone`,
    help: 'Left out; choose another column or remove it.',
  }),
  'criterion.noValues': (d) => ({
    title: `${name(d, 'criterion')}: not one usable value`,
    help: 'Left out; the others share its weight.',
  }),
  'criterion.constant': (d) => ({
    title: `${name(d, 'criterion')}: ${name(d, 'value')} for every customer`,
    help: 'It cannot tell customers apart.',
  }),
  'criterion.missingShare': (d) => ({
    title: `${name(d, 'criterion')}: missing for ${one(d, 'customer', 'customers')}, ${share('en', Number(d['share'] ?? 0))}`,
    help: 'That is a lot; check the rule for missing values.',
  }),
  'criterion.bandsNotAscending': (d) => ({
    title: `${name(d, 'criterion')}: bands do not go up`,
    help: 'Each band must begin above the one before.',
  }),
  'criterion.pointsNotAscending': (d) => ({
    title: `${name(d, 'criterion')}: points of the line do not go up`,
    help: 'Each point must lie above the value of the one before.',
  }),
  'criterion.targetTurned': (d) => ({
    title: `${name(d, 'criterion')}: the target ends before it begins`,
    help: 'Set the target range from low to high.',
  }),
  'tiering.tiesAtEdge': (d) => ({
    title: `Equal scores let in ${one(d, 'customer', 'customers')} more than there are places`,
    help: 'Customers with the same score always share a tier.',
  }),
  'tiering.valuesAsZero': (d) => ({
    title: `${name(d)}: ${one(d, 'customer has', 'customers have')} no value above 0`,
    help: 'They count as 0 and are in the last tier.',
  }),
  'tiering.noValue': (d) => ({
    title: `${name(d)}: the total is 0, so there is nothing to share`,
    help: 'Everybody is in the last tier; choose another column or another way to set tiers.',
  }),
  'tiering.valueColumnMissing': plain(
    'Tiers go by share of value, but there is no value column.',
    'Everybody is in the last tier; choose a column or another way to set tiers.',
  ),
  'rule.columnMissing': (d) => ({
    title: `The column of a rule (${effect(d)}) is gone`,
    help: 'The rule rests; change or remove it.',
  }),
  'rule.tierGone': (d) => ({
    title: `The tier of a rule (${effect(d)}) was removed`,
    help: 'The rule rests; change or remove it.',
  }),
  'stability.bufferRests': plain(
    'The buffer rests: tiers are set in another way now.',
    'It works with cut-offs, shares and numbers of places.',
  ),
  'stability.noReference': plain(
    'Stability is on, but there are no earlier tiers to compare with.',
    'Tiers stand as computed; load the earlier tiers under “Stability”.',
  ),
  'stability.overQuota': (d) => ({
    title: `Tier ${name(d, 'tier')} has ${many(d)} more than its share`,
    help: 'Customers stay in their tier by the stability settings.',
  }),
  'stability.tierGone': (d) => ({
    title: `The earlier tier of ${one(d, 'customer', 'customers')} was removed`,
    help: 'They take the computed tier.',
  }),
  'stability.sinceUnknown': (d) => ({
    title: `Since when ${one(d, 'customer is', 'customers are')} in the earlier tier is unknown`,
    help: 'The minimum stay does not hold them.',
  }),
  'override.beatsVeto': (d) => ({
    title: `${one(d, 'change by hand goes', 'changes by hand go')} against a knock-out rule`,
    help: 'Changes by hand win; check that this is meant.',
  }),
  'override.unknownCustomer': (d) => ({
    title: `${one(d, 'change', 'changes')} by hand without a customer`,
    help: 'Kept; it counts again when the customer returns.',
  }),
  'override.tierGone': (d) => ({
    title: `${one(d, 'change', 'changes')} by hand to a tier that is gone`,
    help: 'The computed tier is shown; choose a tier again.',
  }),
  'customer.valueBelowYear': (d) => ({
    title: `Lifetime value below one year’s spend for ${one(d, 'customer', 'customers')}`,
    help: `${quoted(d)}: frequency × spend per order is more than the lifetime value. Check it.`,
  }),
}
