const alphabet = '0123456789abcdefghijkmnpqrstuvwxyz' // no l, o: ids are sometimes read aloud

/** A short id such as `c_7k2m9q4x1b`. `crypto.getRandomValues` also exists on plain http pages, `randomUUID` does not. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `${prefix}_${Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')}`
}

let last = 0

/** A number that no column bore as its revision before, in this visit or an earlier one. */
export function freshRevision(): number {
  return (last = Math.max(last + 1, Date.now()))
}
