import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { Command } from '../../project/command.ts'
import { cutCells } from '../../project/commands/cells.ts'
import { readLayout } from '../../project/layout.ts'
import type { Engine } from '../engine.ts'
import { linkAll } from '../linking.ts'
import { modelStates } from '../modelRuns.ts'
import type { Calls } from '../protocol.ts'
import { orderKnown } from '../order.ts'
import { queryOf } from '../ordering.ts'
import { runCommand, stepBy } from '../running.ts'
import { search, textsSought } from '../searching.ts'
import type { Handlers } from '../server.ts'
import { cellsOf, writeCopy } from '../copying.ts'
import { columnRead } from '../shownTexts.ts'
import { replaceTexts } from '../replacing.ts'
import { writeRows } from '../sheetRows.ts'
import { writeSheet } from '../sheetWrite.ts'
import { answerView } from '../views/index.ts'
import type { SheetCopy, SheetRows, SheetWrite, ViewName, Views } from '../views.ts'

const readsModels: ReadonlySet<ViewName> = new Set<ViewName>([
  'models',
  'model',
  'byTier',
  'segmentRules',
  'cutPoints',
])

const mostRounds = 20 // of edits that come between: then the rows are put in order at once

/** The open document: commands in, views out. */
export function editing(
  engine: Engine,
): Pick<
  Handlers<Calls>,
  | 'run'
  | 'write'
  | 'writeRows'
  | 'replace'
  | 'copyCells'
  | 'adoptLayout'
  | 'undo'
  | 'redo'
  | 'settle'
  | 'cover'
  | 'view'
  | 'saveNow'
> {
  return {
    run: ({ command }: { command: Command }, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        await runCommand(session, command, job)
        if (command.kind === 'renameProject') engine.projectsChanged()
        const { revision } = session
        return command.kind === 'pasteBlock' ? { revision, cut: cutCells(command) } : { revision }
      }),
    write: (write: SheetWrite, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const { revision } = session
        await writeSheet(session, write, job)
        return { revision: session.revision, isOther: session.revision !== revision }
      }),
    adoptLayout: ({ id, layout }: Parameters<Calls['adoptLayout']>[0]) =>
      engine.inTurn(() => {
        if (!engine.isOpen(id)) throw new AppError('project.missing', { id })
        const { session } = engine
        const taken = !session.document.layout
        if (taken) session.adopt([{ kind: 'setLayout', layout: readLayout(layout) }])
        return { revision: session.revision, taken }
      }),
    writeRows: (rows: SheetRows, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const count = await writeRows(session, rows, job)
        return { revision: session.revision, count }
      }),
    replace: (args: Views['replacements']['args'], job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const count = await replaceTexts(session, args, job)
        return { revision: session.revision, count }
      }),
    async copyCells(copy: SheetCopy, job: Job) {
      const cells = await engine.inTurn(async () => {
        await engine.ordered(copy.query, job)
        return cellsOf(engine.session, copy)
      })
      return writeCopy(cells, copy, job)
    },
    undo: (_: null, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const kind = await stepBy(session, 'undo', job)
        return { kind, revision: session.revision }
      }),
    redo: (_: null, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const kind = await stepBy(session, 'redo', job)
        return { kind, revision: session.revision }
      }),
    settle: () =>
      engine.inTurn(() => {
        engine.settle()
        return { revision: engine.session.revision }
      }),
    cover: ({ on }: { on: boolean }) =>
      engine.inTurn(() => {
        const { session } = engine
        session.uncovered = !on
        engine.announce()
        return { revision: session.revision }
      }),
    async view({ name, args }: { name: ViewName; args: Views[ViewName]['args'] }, job: Job) {
      const texts = textsSought(name, args)
      const query = queryOf(name, args)
      await engine.searched(texts, job)
      await engine.analysed(name, args, job)
      if (readsModels.has(name)) await engine.modelled(job)
      await engine.shown(columnRead(name, args), job)
      for (let again = mostRounds; ; again--) {
        await engine.ordered(query, job)
        const made = await engine.answered(name, args, job)
        const answer = await engine.inTurn(async () => {
          if (made?.isCurrent()) return made
          const isKnown = !query || orderKnown(engine.session, query)
          if (again > 0 && (made || !isKnown)) return null // an edit has come between
          if (query && !isKnown) await engine.ordered(query, job)
          if (texts.length > 0) await search(engine.session, texts, job)
          if (name === 'tables' || name === 'records') await linkAll(engine.session.document, job)
          if (readsModels.has(name)) await modelStates(engine.session.document, job)
          return { value: answerView(engine.session, name, args) }
        })
        if (answer) return answer.value
      }
    },
    saveNow: () => engine.inTurn(() => engine.save()),
  }
}
