/** The kinds of SQL that a grade is written in; what differs between them stands here alone. */
export const sqlDialects = ['postgres', 'duckdb', 'clickhouse'] as const
export type SqlDialect = (typeof sqlDialects)[number]

/**
 * A double to its last bit: ≤ 17 digits as a text that is cast, since a bare 0.1 is a decimal in some dialects and 5 an
 * integer, whose division is another one.
 */
export function sqlNumber(value: number, dialect: SqlDialect): string {
  if (!Number.isFinite(value)) throw new Error(`SQL has no number ${value}`)
  const digits = String(value + 0)
  return dialect === 'clickhouse'
    ? `toFloat64('${digits}')`
    : `'${digits}'::${dialect === 'duckdb' ? 'double' : 'float8'}`
}

/** A text between quotes. No text of a database holds U+0000. */
export function sqlText(value: string, dialect: SqlDialect): string {
  const doubled = value.replaceAll('\0', '').replaceAll("'", "''")
  if (!doubled.includes('\\') || dialect === 'duckdb') return `'${doubled}'`
  const escaped = doubled.replaceAll('\\', '\\\\')
  return dialect === 'postgres' ? `E'${escaped}'` : `'${escaped}'` // E: whatever standard_conforming_strings says
}

/** A name of a table or column as it stands, whatever it holds. */
export function sqlName(name: string, dialect: SqlDialect): string {
  const doubled = name.replaceAll('\0', '').replaceAll('"', '""')
  return `"${dialect === 'clickhouse' ? doubled.replaceAll('\\', '\\\\') : doubled}"`
}

/** `sales.customers` names a table in a schema. */
export function sqlTableName(name: string, dialect: SqlDialect): string {
  return name
    .split('.')
    .map((part) => sqlName(part.trim(), dialect))
    .join('.')
}

/** What follows `--`: whatever ends a line would end the comment too. */
export function sqlComment(text: string): string {
  return `-- ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`.trimEnd()
}

/** Missing, as a double. */
export function sqlMissing(dialect: SqlDialect): string {
  return dialect === 'clickhouse' ? 'CAST(NULL AS Nullable(Float64))' : 'CAST(NULL AS float8)'
}

/** A column of numbers as doubles; what is no number within ±1e15 is missing, and −0 is 0. */
export function sqlDouble(column: string, dialect: SqlDialect): string {
  const type = dialect === 'clickhouse' ? 'Nullable(Float64)' : 'float8'
  const cast = `CAST(${column} AS ${type})`
  const most = sqlNumber(1e15, dialect)
  return `CASE WHEN abs(${cast}) <= ${most} THEN ${cast} + ${sqlNumber(0, dialect)} END`
}

/** Whole days from a column's date to a day (`YYYY-MM-DD`), as doubles. */
export function sqlDaysBefore(column: string, day: string, dialect: SqlDialect): string {
  if (dialect !== 'clickhouse')
    return `CAST(${sqlDay(day, dialect)} - CAST(${column} AS date) AS float8)`
  const from = `CAST(${column} AS Nullable(Date32))`
  return `CAST(dateDiff('day', ${from}, ${sqlDay(day, dialect)}) AS Nullable(Float64))`
}

export function sqlDay(day: string, dialect: SqlDialect): string {
  return dialect === 'clickhouse'
    ? `toDate32(${sqlText(day, dialect)})`
    : `DATE ${sqlText(day, dialect)}`
}

/** A column of words; an empty one is missing. */
export function sqlWords(column: string, dialect: SqlDialect): string {
  const text = dialect === 'clickhouse' ? `toString(${column})` : `CAST(${column} AS text)`
  return `NULLIF(${text}, '')`
}

/** Whole numbers 1..count in a column `i`. */
export function sqlSeries(count: number, dialect: SqlDialect): string {
  return dialect === 'clickhouse'
    ? `(SELECT toInt32(number) + 1 AS i FROM numbers(${count}))`
    : `(SELECT s.i FROM generate_series(1, ${count}) AS s(i))`
}

/** All numbers of a column as an ascending array. */
export function sqlSorted(column: string, dialect: SqlDialect): string {
  return dialect === 'clickhouse'
    ? `arraySort(groupArray(${column}))`
    : `array_agg(${column} ORDER BY ${column}) FILTER (WHERE ${column} IS NOT NULL)`
}

/** Population standard deviation; the stable one where there are two. */
export function sqlDeviation(of: string, dialect: SqlDialect): string {
  return dialect === 'clickhouse' ? `stddevPopStable(${of})` : `stddev_pop(${of})`
}

/** PostgreSQL works a common table expression into whatever reads it, and then computes it as often as it is named. */
export function sqlMaterialized(dialect: SqlDialect): string {
  return dialect === 'postgres' ? 'AS MATERIALIZED' : 'AS'
}
