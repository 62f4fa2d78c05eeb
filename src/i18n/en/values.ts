import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { name, one, such } from './facts.ts'

/** What can be decided about how a column is read. */

const decided = {
  words: (words: readonly string[]) => `${words.map((word) => `“${word}”`).join(', ')}.`,
  yearly: () => 'Amounts per month and the like are a year’s.',
  bare: () => 'Numbers without a percent sign are read as chosen.',
}

export const valueIssues = {
  'column.ambiguousFrequency': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell reads', 'cells read')} two ways`,
    help: `${such(d)}Biweekly may be twice a week or every two weeks; the latter for now.`,
  }),
  'column.barePercents': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'cell has', 'cells have')} no percent sign`,
    help: `${such(d)}${d['bare'] === 'whole' ? '12 is taken as 12% for now.' : '0.12 is taken as 12% for now.'}`,
  }),
  'column.rates': (d: Detail) => ({
    title: `${name(d)}: amounts per month or the like`,
    help: `${such(d)}The number is taken as it stands, not converted.`,
  }),
  'column.decided': (d: Detail) => ({
    title: `${name(d)}: read as you decided`,
    help: [
      ...list(d, 'what').map((what) => decided[what as keyof typeof decided](list(d, 'words'))),
      'It can be taken back.',
    ].join(' '),
  }),
  'column.identity': (d: Detail) => ({
    title: `${name(d)}: ID card numbers`,
    help: 'Sensitive personal data that no grade needs; it can be left out. The sheet and exports cover the middle.',
  }),
  'column.tierOrder': (d: Detail) => ({
    title: `${name(d)}: ${d['told'] ? 'order of the tiers' : 'which tier is better?'}`,
    help: `Best first: ${list(d, 'words').join(', ')}.${d['told'] ? '' : ' A guess from usual names.'}`,
  }),
}
