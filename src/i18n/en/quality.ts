import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { count, decimal, share } from '../format.ts'
import type { Words } from '../zh.ts'

const many = (detail: Detail, key = 'count') => count('en', Number(detail[key] ?? 0))
const name = (detail: Detail, key = 'column') => String(detail[key] ?? '')
const number = (detail: Detail, key: string) => decimal('en', Number(detail[key] ?? 0))
const such = (detail: Detail, most = 3) => {
  const texts = list(detail, 'examples').slice(0, most)
  return texts.length === 0 ? '' : `${texts.map((text) => `“${text}”`).join(', ')}. `
}
/** 1 cell, 58 cells */
const of = (detail: Detail, one: string, more = `${one}s`, key = 'count') =>
  `${many(detail, key)} ${Number(detail[key]) === 1 ? one : more}`
const plural = (text: string, one: string, more = `${one}s`) =>
  `${text} ${text === '1' ? one : more}`

export const quality: Words['quality'] = {
  loading: 'Checking the list…',
  score: 'Data quality',
  scoreOf: (score) => `${score} of 100`,
  scoreHelp:
    'Score of a column: of 100 cells, how many are filled, readable and without a finding; where cells may be empty, as in notes and tags, of the filled ones. The list takes the mean by the weights of the criteria; number, name and phone together weigh a quarter of them. Hints cost nothing.',
  scoreWhy: 'How it is counted',
  noScore: 'No column to score yet',
  summary: (errors, warnings, infos) =>
    `${errors} to mend, ${warnings} to look at, ${plural(infos, 'hint')}`,
  completeness: 'Completeness for the grade',
  completenessOf: (complete, customers) => `${complete} of ${customers} have all criteria`,
  duplicatesShort: 'Duplicates',
  groups: (groups) => plural(groups, 'group'),
  levels: { error: 'To mend', warning: 'To look at', info: 'Hint' },
  dimensions: {
    completeness: 'complete',
    validity: 'valid',
    uniqueness: 'unique',
    consistency: 'consistent',
    plausibility: 'plausible',
  },

  findings: 'Findings',
  noneTitle: 'Nothing found',
  noneHelp: 'Every cell can be read, and no columns contradict each other.',
  customers: (customers) => plural(customers, 'customer'),
  value: (value, of, share) => `${of} ${value}${share === '' ? '' : `, ${share} of the total`}`,
  show: 'Show them',
  fix: 'Fix…',
  toDuplicates: 'Merge',
  more: (rest) => `${rest} more`,
  filter: (what, column) => (column === '' ? what : `${column}: ${what}`),
  shorts: {
    unreadable: 'unreadable',
    missing: 'missing',
    incomplete: 'criteria missing',
    keyBlank: 'no number',
    nameBlank: 'no name',
    keyDuplicate: 'number used twice',
    digitsLost: 'digits lost',
    masked: 'masked',
    offScale: 'off the scale',
    tooLarge: 'too large',
    percentOver: 'over 100%',
    mixedCurrency: 'another currency',
    negative: 'negative',
    ancient: 'too early',
    future: 'after the as-of date',
    lastBeforeFirst: 'last before first',
    valueBelowYear: 'below one year’s spend',
    outlier: 'far from the rest',
    variants: 'written differently',
    sharedPhone: 'phone of several customers',
    manyPhones: 'several phones',
    duplicates: 'possible duplicates',
  },
  checks: {
    unreadable: (d) => ({
      title: `${name(d)}: ${of(d, 'cell')} cannot be read`,
      help: `${such(d)}Counted as missing; the text is kept in the cell.`,
    }),
    missing: (d) => ({
      title: `${name(d)}: missing for ${of(d, 'customer')}, ${share('en', Number(d['share'] ?? 0))}`,
      help: 'Graded as this criterion treats missing values; fill in what you know.',
    }),
    incomplete: (d) => ({
      title: `${of(d, 'customer')} with criteria missing, ${share('en', Number(d['share'] ?? 0))}`,
      help: 'Each criterion treats them by its own rule; completeness stands beside the score and in exports.',
    }),
    keyBlank: (d) => ({
      title: `${of(d, 'customer')} without ${name(d)}`,
      help: 'Orders and the next import can find them by name and phone only.',
    }),
    nameBlank: (d) => ({
      title: `${of(d, 'row')} without ${name(d)}`,
      help: 'Fill them in, or delete the rows.',
    }),
    keyDuplicate: (d) => ({
      title: `${name(d)}: ${of(d, 'number', 'numbers', 'keys')} used more than once, in ${of(d, 'row')}`,
      help: `${such(d)}Merge who is one customer; give the others a number of their own.`,
    }),
    digitsLost: (d) => ({
      title: `${name(d)}: ${of(d, 'number')} lost the last digits`,
      help: `${such(d)}They cannot be restored: set the column to text in the source and import it again.`,
    }),
    masked: (d) => ({
      title: `${name(d)}: ${of(d, 'number')} masked`,
      help: 'No matter for the grade; of no use to find duplicates or to match orders.',
    }),
    offScale: (d) => ({
      title: `${name(d)}: ${of(d, 'value')} outside ${number(d, 'low')} to ${number(d, 'high')}`,
      help: `${such(d)}Check them; bring them to the scale or treat them as missing.`,
    }),
    tooLarge: (d) => ({
      title: `${name(d)}: ${of(d, 'number')} beyond 1,000 trillion`,
      help: `${such(d)}Digits would be lost: counted as missing, the text is kept in the cell. If these are codes, change the column’s type to Code.`,
    }),
    percentOver: (d) => ({
      title: `${name(d)}: ${of(d, 'share')} over 100%`,
      help: `${such(d)}Mostly 85 that became 8500%.`,
    }),
    mixedCurrency: (d) => ({
      title: `${name(d)}: ${of(d, 'cell')} in another currency (${list(d, 'currencies').join(', ')})`,
      help: `The column is in ${name(d, 'unit')} and nothing is converted: enter converted amounts.`,
    }),
    negative: (d) => ({
      title: `${name(d)}: ${of(d, 'negative number')}`,
      help: `${such(d)}Amounts and counts are never below 0; keep refunds in a column of their own.`,
    }),
    ancient: (d) => ({
      title: `${name(d)}: ${of(d, 'date')} before ${name(d, 'before')}`,
      help: `${such(d)}Mostly left by a system, or a slip in the year.`,
    }),
    future: (d) => ({
      title: `${name(d)}: ${of(d, 'date')} after the as-of date`,
      help: `${such(d)}The as-of date is ${name(d, 'asOf')}: either the dates are wrong or it should be later.`,
    }),
    lastBeforeFirst: (d) => ({
      title: `${of(d, 'customer')} with “${name(d, 'last')}” before “${name(d, 'first')}”`,
      help: 'The two dates are mostly the wrong way round.',
    }),
    valueBelowYear: (d) => ({
      title: `${of(d, 'customer')} with ${name(d, 'lifetime')} below one year’s spend`,
      help: `${name(d, 'frequency')} × ${name(d, 'spend')} is more: one of the three must be wrong.`,
    }),
    outlier: (d) => ({
      title: `${name(d)}: ${of(d, 'value')} far from all others`,
      help: `${such(d)}Usual values lie between ${number(d, 'low')} and ${number(d, 'high')}; a zero may be too many or missing.`,
    }),
    variants: (d) => ({
      title: `${name(d)}: ${of(d, 'cell')} with another writing of the same word`,
      help: list(d, 'examples').slice(0, 3).join('; '),
    }),
    sharedPhone: (d) => ({
      title: `${of(d, 'phone number', 'phone numbers', 'phones')} of different customers, ${of(d, 'row')}`,
      help: `${such(d)}The most used one stands with ${many(d, 'most')} names.`,
    }),
    manyPhones: (d) => ({
      title: `${of(d, 'firm', 'firms', 'names')} with several phones, ${of(d, 'row')}`,
      help: `${such(d)}Several contacts, or one customer entered several times.`,
    }),
    duplicates: (d) => ({
      title: `${of(d, 'group', 'groups', 'groups')} of possible duplicates, ${of(d, 'row')}`,
      help: `${Number(d['certain'] ?? 0) === 0 ? 'Each needs a look.' : `${many(d, 'certain')} are certain.`} Merging keeps every original row; it can be taken apart at any time.`,
    }),
  },

  fixing: {
    title: 'Fix',
    how: 'How',
    fixes: {
      replace: 'Replace by…',
      clear: 'Clear, treat as missing',
      clamp: 'Bring into the range',
      absolute: 'Drop the minus sign',
      swap: 'Swap the two dates',
      asOf: 'Set to the as-of date',
      hundredth: 'Divide by 100',
      unify: 'Use the most frequent writing',
    },
    only: 'Only cells that say',
    all: (kinds) => `All (${plural(kinds, 'text')})`,
    textOf: (text, cells) => `${text === '' ? '(empty)' : text} (${plural(cells, 'cell')})`,
    by: 'Replace by',
    byHint: 'Read as if typed into the cell',
    preview: 'Preview',
    cells: (cells) => `${plural(cells, 'cell')} will change`,
    nothing: 'No cell would change',
    first: (shown) => `The first ${shown}`,
    customer: 'Customer',
    before: 'Now',
    after: 'After',
    empty: 'empty',
    unreadable: 'unreadable',
    run: (cells) => `Change ${plural(cells, 'cell')}`,
    done: (cells) => `${plural(cells, 'cell')} changed`,
    undo: 'Undo',
    gone: 'This finding is gone',
  },

  columns: {
    title: 'Quality by column',
    name: 'Column',
    score: 'Score',
    filled: 'Filled',
    parsed: 'Readable',
    distinct: 'Distinct',
    range: 'Range',
    outliers: 'Outliers',
    examples: 'Examples',
    weight: (share) => `${share} of the criteria’s weight`,
    atLeast: (count) => `≥ ${count}`,
    to: (from, to) => `${from} to ${to}`,
    against: (parts) => parts.join(', '),
    part: (dimension, cells) => `not ${dimension}: ${plural(cells, 'cell')}`,
    clean: 'Nothing against it',
  },

  duplicates: {
    title: 'Customers listed more than once',
    none: 'No duplicates found',
    intro: 'Look before you merge; every original row is kept and can be taken apart.',
    certain: 'Certain',
    likely: 'Likely',
    reasons: {
      key: 'same number',
      phone: 'same phone',
      email: 'same e-mail',
      name: 'same name',
      firm: 'same name but for legal form or letter shape',
      near: 'name differs by one character',
    },
    column: 'Column',
    keep: 'Keep',
    same: (columns) => `${plural(columns, 'other column')} the same`,
    more: (members) => `${plural(members, 'more row')}`,
    merge: 'Merge…',
    mergeCertain: (groups) => `Merge ${plural(groups, 'certain group')}`,
    mergeCertainTitle: 'Merge certain duplicates',
    mergeCertainHelp: (groups, rows) =>
      `One row of each of ${plural(groups, 'group')} stays; the list gets ${plural(rows, 'row')} shorter. The one with a number and most filled cells stays; its empty cells are filled from the others, and where both say something it wins. One undo takes it back; each group can be taken apart later.`,
    mergeTitle: 'Merge into one customer',
    mergeHelp: 'Choose which row stays, then what each column takes.',
    takeOf: (column) => `Taken for “${column}”`,
    together: { sum: 'Sum', largest: 'Largest', smallest: 'Smallest' },
    latest: 'Latest',
    earliest: 'Earliest',
    togetherText: (how, text) => `${how} ${text}`,
    empty: 'empty',
    tier: (name, tier) => `${name} set to ${tier} by hand`,
    tiers: (kept) => `The row that stays decides: ${kept}`,
    noTier: 'The row that stays has none set by hand and takes it over',
    run: 'Merge',
    done: (rows) => `Merged; the list is ${plural(rows, 'row')} shorter`,
    undo: 'Undo',
    show: 'Show them',
    page: (from, to, all) => `Groups ${from}–${to} of ${all}`,
    previous: 'Previous page',
    next: 'Next page',
  },
  merges: {
    title: 'Merged customers',
    into: (keep, rows) => `${keep} ← ${rows.join(', ')}`,
    at: (date) => `Merged on ${date}`,
    cells: (cells) => `${plural(cells, 'cell')} filled or changed`,
    cell: (column, before, after) => `${column}: ${before} → ${after}`,
    apart: 'Take apart',
    apartOf: (keep) => `Take “${keep}” apart`,
    done: (keep) => `“${keep}” taken apart`,
    page: (from, to, all) => `Merges ${from}–${to} of ${all}`,
  },
}
