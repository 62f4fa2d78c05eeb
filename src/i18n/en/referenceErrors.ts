import type { Detail } from '../../core/error.ts'
import { name } from './facts.ts'

/** Why earlier tiers cannot be taken, or tiers not be settled. */
export const referenceErrors = {
  'reference.noTiers': () => ({
    title: 'There is no column that could hold tiers.',
    help: 'A column of tiers holds few different words, such as A, B, C.',
  }),
  'reference.noKey': (d: Detail) => ({
    title: `${name(d, 'name')}: it is not clear which customers these are.`,
    help: 'The file needs customer numbers, names or phones, written as in your list.',
  }),
  'reference.nobody': (d: Detail) => ({
    title: `${name(d, 'name')}: no tier for any of your customers.`,
    help: 'Check that these are the same customers, and which tier each word means.',
  }),
  'reference.ungraded': () => ({
    title: 'Nobody has a tier yet, so there is nothing to settle.',
    help: 'Add a criterion first.',
  }),
}
