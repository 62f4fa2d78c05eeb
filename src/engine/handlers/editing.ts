import type { Job } from '../../core/job.ts'
import type { Command } from '../../project/command.ts'
import { cutCells } from '../../project/commands/cells.ts'
import type { Engine } from '../engine.ts'
import { linkAll } from '../linking.ts'
import { modelStates } from '../modelRuns.ts'
import type { Calls } from '../protocol.ts'
import { orderKnown } from '../order.ts'
import { queryOf } from '../ordering.ts'
import { runCommand } from '../running.ts'
import { search, textsSought } from '../searching.ts'
import type { Handlers } from '../server.ts'
import { columnRead } from '../shownTexts.ts'
import { writeSheet } from '../sheetWrite.ts'
import { answerView } from '../views/index.ts'
import type { SheetWrite, ViewName, Views } from '../views.ts'

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
  'run' | 'write' | 'undo' | 'redo' | 'settle' | 'cover' | 'view' | 'saveNow'
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
    undo: () =>
      engine.inTurn(() => {
        const { session } = engine
        return { kind: session.undo(), revision: session.revision }
      }),
    redo: () =>
      engine.inTurn(() => {
        const { session } = engine
        return { kind: session.redo(), revision: session.revision }
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
