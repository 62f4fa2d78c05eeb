/** A pure function of an immutable object, computed once per object and forgotten with it. */
export function once<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** A pure function that keeps its last answer while all its arguments are the same objects. */
export function keepLast<Args extends readonly unknown[], Value>(
  compute: (...args: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null
  return (...args) => {
    if (last && args.every((arg, index) => arg === last?.args[index])) return last.value
    const value = compute(...args)
    last = { args, value }
    return value
  }
}
