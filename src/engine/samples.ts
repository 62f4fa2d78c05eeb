import { registry } from '../core/registry.ts'

/** Bundled files below `samples/`, in the order of the start screen. */
interface Sample {
  readonly id: string
  readonly file: string
  readonly rowCount: number
  readonly asOf?: string // of records that end on a day; else today
}

export const samples = registry<readonly Sample[]>([
  { id: 'template', file: 'template.md', rowCount: 3 },
  { id: 'orders', file: 'orders.csv', rowCount: 640, asOf: '2026-10-31' },
  { id: 'shop', file: 'shop.csv', rowCount: 4338 },
  { id: 'b2b', file: 'b2b.csv', rowCount: 2000 },
])
