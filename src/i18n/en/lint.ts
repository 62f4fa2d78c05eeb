import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { decimal, share } from '../format.ts'
import type { lintIssues as issuesOf } from '../zh/lint.ts'
import type { Words } from '../zh.ts'
import { name, one } from './facts.ts'

export const lint: Words['lint'] = {
  heading: 'Scheme check',
  none: 'Nothing found',
  some: (count) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
  checking: 'Checking…',
  about: 'This scheme on the present customers. Hints only: scores and tiers are not changed.',
  open: (name) => `Go to ${name}`,
  openTier: (name) => `Go to tier ${name}`,
}

const part = (d: Detail, key = 'share') => share('en', Number(d[key] ?? 0))
const number = (d: Detail, key: string, digits = 1) => decimal('en', Number(d[key] ?? 0), digits)
const alike = (d: Detail) => decimal('en', Math.abs(Number(d['r'] ?? 0)), 2)

export const lintIssues: typeof issuesOf = {
  'lint.oneCriterion': (d) => ({
    title: `${name(d, 'criterion')} has ${part(d)} of the weight: it decides nearly alone`,
    help: 'The other criteria can hardly change a tier. Lower its weight unless that is meant.',
  }),
  'lint.oneColumn': (d) => ({
    title: `${list(d, 'criteria').join(', ')} read the same column “${name(d)}”: ${part(d)} together`,
    help: 'One number counts several times. Keep one of them, or give them other columns.',
  }),
  'lint.alike': (d) => ({
    title: `${name(d, 'criterion')} and ${name(d, 'other')} say nearly the same (correlation ${alike(d)})`,
    help: 'Who is high in one is high in the other: it counts twice. Switch one off, or lower its weight.',
  }),
  'lint.opposed': (d) => ({
    title: `${name(d, 'criterion')} and ${name(d, 'other')} are nearly opposites (correlation −${alike(d)})`,
    help: 'Points of one are lost in the other. See whether the direction of one is the wrong way round.',
  }),
  'lint.sameForMost': (d) => ({
    title: `${name(d, 'criterion')}: ${part(d)} of customers get the same ${decimal('en', 100 * Number(d['utility'] ?? 0), 1)} points`,
    help: 'It hardly tells anybody apart. Score it another way (by rank, extremes held), or use another criterion.',
  }),
  'lint.tierBeyond': (d) => ({
    title: `Tier ${name(d, 'tier')} asks for ${number(d, 'cutoff')} points, but ${number(d, 'most')} is the most anybody can get`,
    help: 'Nobody can reach it. Lower its cut-off, or see which criterion gives nobody full points.',
  }),
  'lint.bandsTurn': (d) => ({
    title: `${name(d, 'criterion')}: from band ${number(d, 'nth', 0)} on the points turn back`,
    help: 'They rise and later fall, or the reverse. Check the points of each band unless that is meant.',
  }),
  'lint.bandsSame': (d) => ({
    title: `${name(d, 'criterion')}: bands ${number(d, 'nth', 0)} and ${number(d, 'next', 0)} give the same points`,
    help: 'They can be one band.',
  }),
  'lint.bandsEmpty': (d) => ({
    title: `${name(d, 'criterion')}: no customer is in band ${list(d, 'bands').join(', ')}`,
    help: 'See whether the bands start at the right values.',
  }),
  'lint.bandsBelow': (d) => ({
    title: `${name(d, 'criterion')}: ${one(d, 'customer', 'customers')} (${part(d)}) are below the first band and get ${number(d, 'points')} points`,
    help: 'More than half of the customers are not told apart. Add a band below.',
  }),
  'lint.tiesAtCutoff': (d) => ({
    title: `${one(d, 'customer', 'customers')} have exactly the ${number(d, 'cutoff', 2)} points of tier ${name(d, 'tier')}’s cut-off`,
    help: 'A hair more and they change tier together. Put the cut-off where nobody is, or score more finely.',
  }),
  'lint.smallShare': (d) => ({
    title: `${name(d, 'criterion')} has only ${part(d)} of the weight`,
    help: `${without(d)}Switch it off, or give it more weight.`,
  }),
  'lint.movesNobody': (d) => ({
    title: `Without ${name(d, 'criterion')} nobody would change tier`,
    help: `It has ${part(d)} of the weight but decides nothing at present. Switching it off makes the scheme simpler.`,
  }),
}

function without(d: Detail): string {
  const moved = Number(d['moved'] ?? -1)
  if (moved < 0) return ''
  if (moved === 0) return 'Without it nobody would change tier. '
  return `Without it only ${one(d, 'customer', 'customers', 'moved')} would change tier. `
}
