import type { RecordKind } from '../../table/kind.ts'
import type { IconName } from '../controls/icons.ts'

export const recordIcons: Record<RecordKind, IconName> = {
  orders: 'money',
  interactions: 'phone',
  service: 'flag',
  survey: 'star',
}
export const recordKinds = Object.keys(recordIcons) as readonly RecordKind[]
