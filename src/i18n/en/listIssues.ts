import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { many, name, one, quoted, such } from './facts.ts'

/** What was noticed while a list was read, or is written. */
export const listIssues = {
  'column.unreadable': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell', 'cells')} could not be read`,
    help: `${such(d)}Treated as missing, marked red.`,
  }),
  'column.tooLarge': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'number', 'numbers')} beyond 1,000 trillion`,
    help: `${such(d)}Digits would be lost: treated as missing, the text is kept. If these are codes, change the type to Code.`,
  }),
  'column.vagueFrequency': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell has', 'cells have')} no rate`,
    help: `${such(d)}Treated as missing; write “once a month” and it counts.`,
  }),
  'column.approximate': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell is', 'cells are')} approximate`,
    help: `${such(d)}The number in it is used, the text is kept.`,
  }),
  'column.range': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell is a range', 'cells are ranges')}`,
    help: `${such(d)}The middle is used, the text is kept.`,
  }),
  'column.assumed': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell', 'cells')} read like the rest of the column`,
    help: `${such(d)}Check that this fits.`,
  }),
  'column.dateOrderUnsure': (d: Detail) => ({
    title: `${name(d)}: day and month unclear in ${one(d, 'date', 'dates')}`,
    help: 'A date such as 3/5/2024 reads two ways; another order can be chosen.',
  }),
  'column.mixedCurrency': (d: Detail) => ({
    title: `${name(d)}: several currencies, ${list(d, 'currencies').join(', ')}`,
    help: 'Nothing was converted; bring them to one currency first.',
  }),
  'column.missing': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell is', 'cells are')} missing`,
    help: 'Missing is not 0; the criterion’s rule for missing values applies.',
  }),
  'column.masked': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'number is', 'numbers are')} masked with stars`,
    help: 'Kept as it stands; grading does not need it.',
  }),
  'column.digitsLost': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'code', 'codes')} lost their last digits`,
    help: 'The file holds 1.38E+10; format the column as text in Excel and export again.',
  }),
  'column.future': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'date is', 'dates are')} after the as-of date`,
    help: 'Counted as 0 days ago; check the date or the as-of date.',
  }),
  'column.cellErrors': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell holds', 'cells hold')} an Excel error`,
    help: `${such(d)}Treated as missing, the text is kept.`,
  }),
  'column.hasTiers': (d: Detail) => ({
    title: `${name(d)}: the file brings tiers`,
    help: 'Kept to compare with, not used for the score.',
  }),
  'rows.totals': (d: Detail) => ({
    title: `${one(d, 'total row is', 'total rows are')} left out`,
    help:
      list(d, 'rows').length > 0 ? `Row ${list(d, 'rows').join(', ')}.` : 'It can be imported too.',
  }),
  'rows.notes': (d: Detail) => ({
    title: `${one(d, 'closing line is', 'closing lines are')} left out`,
    help: `Row ${list(d, 'rows').join(', ')}.`,
  }),
  'rows.ragged': (d: Detail) => ({
    title: `${one(d, 'row has', 'rows have')} more or fewer cells than the header`,
    help: 'Short rows are filled with blanks, extra cells get a column of their own.',
  }),
  'rows.blankKeys': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'customer has', 'customers have')} no number`,
    help: 'Graded all the same; a later import cannot match them.',
  }),
  'keys.duplicate': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'number occurs', 'numbers occur')} more than once`,
    help: `${such(d)}Each row is still one customer.`,
  }),
  'names.duplicate': (d: Detail) => ({
    title: `${one(d, 'name occurs', 'names occur')} more than once`,
    help: `${such(d)}Imported as different customers.`,
  }),
  'headers.duplicate': (d: Detail) => ({
    title: `${one(d, 'column name occurs', 'column names occur')} twice`,
    help: `${such(d)}The later ones got a number.`,
  }),
  'headers.blank': (d: Detail) => ({
    title: `${one(d, 'column has', 'columns have')} no name`,
    help: 'Named by place for now; change it here.',
  }),
  'sheet.hidden': (d: Detail) => ({
    title: `${one(d, 'worksheet is', 'worksheets are')} hidden`,
    help: `${quoted(d, 'names')} can be chosen under Worksheet.`,
  }),
  'sheet.hiddenRows': (d: Detail) => ({
    title: `${one(d, 'row is', 'rows are')} hidden in the file`,
    help: 'Imported too; delete them in Excel if they are not wanted.',
  }),
  'sheet.filteredRows': (d: Detail) => ({
    title: `${one(d, 'row is', 'rows are')} filtered out in the file`,
    help: 'Imported too; to take only the rows on show, copy them to a new sheet in Excel.',
  }),
  'encoding.unsure': (d: Detail) => ({
    title: `The encoding is a guess: ${name(d, 'encoding')}`,
    help: 'If the preview looks garbled, choose another.',
  }),
  'text.unclosedQuote': (d: Detail) => ({
    title: `A quote in row ${many(d, 'row')} is never closed`,
    help: 'The line was taken as it stands; check the file.',
  }),
  'text.cut': (d: Detail) => ({
    title: `${one(d, 'cell has', 'cells have')} over 32,767 characters and is cut on export`,
    help: 'An Excel cell holds no more; the sheet here keeps the whole text.',
  }),
  'customer.valueBelowYear': (d: Detail) => ({
    title: `Lifetime value below one year’s spend for ${one(d, 'customer', 'customers')}`,
    help: `${quoted(d)}: frequency × spend per order is more than the lifetime value. Check it.`,
  }),
}
