/** A list of parts, each with an id, as a look-up. The list stays the one place that names them. */
export interface Registry<Part extends { readonly id: string }> {
  readonly all: readonly Part[]
  get(id: Part['id']): Part
  find(id: string): Part | undefined
}

export function registry<const Parts extends readonly { readonly id: string }[]>(
  parts: Parts,
): Registry<Parts[number]> {
  const byId = new Map<string, Parts[number]>(parts.map((part) => [part.id, part]))
  if (byId.size !== parts.length) throw new Error('two parts share an id')
  return {
    all: parts,
    find: (id) => byId.get(id),
    get(id) {
      const part = byId.get(id)
      if (!part) throw new Error(`no part named ${id}`)
      return part
    },
  }
}
