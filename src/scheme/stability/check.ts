import type { Issue } from '../../core/issue.ts'
import type { Scheme } from '../scheme.ts'
import { stabilities, stabilityOf } from './index.ts'

/** Settings that say nothing where tiers are set as they are now. */
export function checkStability(scheme: Scheme): Issue[] {
  const rests = stabilityOf(scheme).some(({ id }) => !stabilities.get(id).fits(scheme.tiering.id))
  return rests ? [{ code: 'stability.bufferRests', level: 'warning', detail: {} }] : []
}
