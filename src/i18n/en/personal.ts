import type { Words } from '../zh.ts'

export const personal: Words['personal'] = {
  show: 'Show ID card numbers',
  hide: 'Cover ID card numbers',
  shown: 'ID card numbers are shown until the project is closed',
  hidden: 'ID card numbers are covered',
  cell: 'Covered; shown in full while it is edited',
  filtered: 'covered numbers',
  mask: { name: 'Mask ID card numbers', says: 'Puts * in place of the birthday inside' },
}
