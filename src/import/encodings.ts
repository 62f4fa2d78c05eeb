import type { Issue } from '../core/issue.ts'
import type { Reading } from './importer.ts'
import type { ImportChoices, ImportPlan } from './plan.ts'
import type { OpenedSource } from './source.ts'

/** As what a text file was read; null = it is none. */
export function textFacts(
  opened: OpenedSource,
  reading: Reading,
  choices: ImportChoices,
): ImportPlan['text'] {
  if (opened.encoding === null) return null
  return {
    encoding: choices.encoding ?? opened.encoding.encoding,
    sure: choices.encoding !== undefined || opened.encoding.sure,
    delimiter: reading.delimiter ?? '', // HTML and XML tables have none
  }
}

/** Encodings that nobody chose and that the file does not prove. */
export function encodingIssues(sources: readonly OpenedSource[], choices: ImportChoices): Issue[] {
  if (choices.encoding !== undefined) return []
  const unsure = sources.flatMap(({ encoding }) => (encoding && !encoding.sure ? [encoding] : []))
  const names = new Set(unsure.map(({ encoding }) => encoding))
  return [...names].map((encoding) => ({
    code: 'encoding.unsure',
    level: 'warning',
    detail: { encoding },
  }))
}
