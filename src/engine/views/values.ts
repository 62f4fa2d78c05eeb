import type { Session } from '../session.ts'
import { valuesOf } from '../valueList.ts'
import type { Views } from '../views.ts'

export function values(session: Session, args: Views['values']['args']): Views['values']['out'] {
  return valuesOf(session, args)
}
