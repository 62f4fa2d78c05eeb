import type { ColumnRole } from '../column.ts'

const single: ReadonlySet<ColumnRole> = new Set(['key', 'name', 'tier'])

/** A table has one key, one name and one former tier: the first column that claims each keeps it. */
export function settleRoles(roles: readonly ColumnRole[]): ColumnRole[] {
  const taken = new Set<ColumnRole>()
  return roles.map((role) => {
    if (!single.has(role)) return role
    if (taken.has(role)) return role === 'tier' ? 'group' : 'other'
    taken.add(role)
    return role
  })
}
