import { registry } from '../../core/registry.ts'
import type { Check } from '../check.ts'
import { keyBlank, nameBlank } from './blank.ts'
import { ancient, future } from './days.ts'
import { digitsLost, masked } from './digits.ts'
import { duplicates } from './duplicates.ts'
import { incomplete } from './incomplete.ts'
import { keyDuplicate } from './keyDuplicate.ts'
import { lastBeforeFirst } from './lastBeforeFirst.ts'
import { missing } from './missing.ts'
import { mixedCurrency } from './mixedCurrency.ts'
import { negative } from './negative.ts'
import { offScale } from './offScale.ts'
import { outlier } from './outlier.ts'
import { percentOver } from './percentOver.ts'
import { manyPhones, sharedPhone } from './phones.ts'
import { tooLarge } from './tooLarge.ts'
import { unreadable } from './unreadable.ts'
import { valueBelowYear } from './valueBelowYear.ts'
import { variants } from './variants.ts'

/** Every question to the list, in the order in which its answers are shown. */
export const checks = registry<readonly Check[]>([
  unreadable,
  offScale,
  tooLarge,
  lastBeforeFirst,
  valueBelowYear,
  keyDuplicate,
  digitsLost,
  duplicates,
  negative,
  future,
  ancient,
  percentOver,
  mixedCurrency,
  outlier,
  variants,
  sharedPhone,
  keyBlank,
  nameBlank,
  missing,
  incomplete,
  manyPhones,
  masked,
])
