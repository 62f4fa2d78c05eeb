/** What the rows of a table stand for. A project holds at most one table of each kind; the kind is its id. */
export const tableKinds = ['customers', 'orders', 'interactions', 'service', 'survey'] as const
export type TableKind = (typeof tableKinds)[number]

/** Tables of things that happened: rows belong to customers, many to one. */
export type RecordKind = Exclude<TableKind, 'customers'>
