import type { ColumnFilter } from '../../engine/views.ts'
import type { Words } from '../../i18n/translate.ts'

const named = 3 // values that a chip names

/** A column's filter as its chip says it; `covered` stands for values that are not to be seen. */
export function filterText(
  filter: ColumnFilter,
  name: string,
  words: Words['sheet']['columnFilter'],
  covered: string | null,
): string {
  switch (filter.kind) {
    case 'values': {
      const { values, except } = filter
      if (values.length === 0) return words.is(name, words.nothing, 0)
      if (covered !== null) return (except ? words.isNot : words.is)(name, covered, values.length)
      const some = values.slice(0, named).map((value) => (value === '' ? words.empty : value))
      const more = values.length > named ? values.length : 0
      return (except ? words.isNot : words.is)(name, some.join(words.join), more)
    }
    case 'range':
      if (filter.from === null) return words.most(name, filter.to ?? '')
      return filter.to === null
        ? words.least(name, filter.from)
        : words.between(name, filter.from, filter.to)
    case 'top':
      return (filter.smallest ? words.smallest : words.largest)(name, filter.count)
    case 'contains':
      return words.holds(name, filter.text)
    case 'missing':
      return filter.missing ? words.isMissing(name) : words.isFilled(name)
  }
}
