import type { ColumnFilter } from '../../engine/views.ts'
import type { Words } from '../../i18n/translate.ts'

const named = 3 // values that a chip names

interface FilterWords {
  readonly columnFilter: Words['sheet']['columnFilter']
  readonly conditions: Words['conditions']
}
type Of<Kind extends ColumnFilter['kind']> = ColumnFilter & { readonly kind: Kind }

/** A column's filter as its chip says it; `covered` stands for values that are not to be seen. */
export function filterText(
  filter: ColumnFilter,
  name: string,
  all: FilterWords,
  covered: string | null,
): string {
  const { columnFilter: words, conditions: more } = all
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
      return rangeText(filter, name, all)
    case 'top':
      if (filter.percent)
        return (filter.smallest ? more.smallestShare : more.largestShare)(name, filter.count)
      return (filter.smallest ? words.smallest : words.largest)(name, filter.count)
    case 'average':
      return (filter.above ? more.aboveMean : more.belowMean)(name)
    case 'contains':
      return containsText(filter, name, all)
    case 'period':
      return more.period(name, filter.unit, filter.back)
    case 'year':
      return more.year(name, filter.year)
    case 'days':
      return (filter.longer ? more.longAgo : more.recent)(name, filter.days)
    case 'missing':
      return filter.missing ? words.isMissing(name) : words.isFilled(name)
  }
}

function rangeText(
  { from, to, open, not }: Of<'range'>,
  name: string,
  { columnFilter: words, conditions: more }: FilterWords,
): string {
  if (from !== null && from === to) return (not ? more.isNot : more.is)(name, from)
  if (not) return more.outside(name, from ?? '', to ?? '')
  if (from === null) return (open ? more.less : words.most)(name, to ?? '')
  if (to === null) return (open ? more.more : words.least)(name, from)
  return (open ? more.inside : words.between)(name, from, to)
}

function containsText(
  { text, at, not }: Of<'contains'>,
  name: string,
  { columnFilter: words, conditions: more }: FilterWords,
): string {
  const texts: Readonly<Record<'start' | 'end' | 'all' | 'anywhere', readonly [Said, Said]>> = {
    anywhere: [words.holds, more.lacks],
    start: [more.starts, more.startsNot],
    end: [more.ends, more.endsNot],
    all: [more.equals, more.equalsNot],
  }
  return texts[at ?? 'anywhere'][not ? 1 : 0](name, text)
}

type Said = (name: string, text: string) => string
