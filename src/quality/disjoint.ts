/** Sets of rows that grow together (union-find). A row that was never joined is alone: its own root. */
export class Disjoint {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = new Int32Array(size).fill(-1)
  }

  join(a: number, b: number): void {
    const one = this.root(a)
    const other = this.root(b)
    const root = Math.min(one, other) // the first row names its set
    this.#parent[one] = root
    this.#parent[other] = root
  }

  isJoined(row: number): boolean {
    return this.#parent[row] !== -1
  }

  root(row: number): number {
    let root = row
    for (;;) {
      const parent = this.#parent[root] as number
      if (parent === -1 || parent === root) break
      root = parent
    }
    for (let at = row; at !== root;) {
      const next = this.#parent[at] as number
      this.#parent[at] = root
      at = next
    }
    return root
  }
}
