import type { EngineClient } from '../engine/protocol.ts'
import type { WeightHelperId } from '../grading/weights/helper.ts'
import type { WeightScope } from '../grading/weights/scope.ts'
import type { Judgement } from '../scheme/scheme.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'

/** One visit to the weight assistant: what is asked, what it proposes, and the answers given meanwhile. */
export class Weighing {
  readonly view: LiveView<'weighing'>
  helper = $state<WeightHelperId>('equal')
  scope = $state.raw<WeightScope>({ id: 'all' })
  judgements = $state.raw<readonly Judgement[]>([])
  readonly #project: Project
  readonly #notices: Notices

  constructor(client: EngineClient, project: Project, notices: Notices) {
    this.#project = project
    this.#notices = notices
    this.judgements = project.scheme.current?.scheme.judgements ?? []
    this.view = new LiveView(client, 'weighing', this.#args)
  }

  get #args() {
    return { helper: this.helper, scope: this.scope, judgements: this.judgements }
  }

  /** Asks for what is chosen now. */
  async show(): Promise<void> {
    try {
      await this.view.show(this.#args)
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  choose(helper: WeightHelperId): void {
    this.helper = helper
    void this.show()
  }

  chooseScope(scope: WeightScope): void {
    this.scope = scope
    void this.show()
  }

  /** How much more important the first is: 1/9..9; null = not answered. */
  answerOf(first: string, second: string): number | null {
    const found = this.judgements.findLast(
      (one) =>
        (one.first === first && one.second === second) ||
        (one.first === second && one.second === first),
    )
    if (!found) return null
    return found.first === first ? found.ratio : 1 / found.ratio
  }

  answer(first: string, second: string, ratio: number): void {
    this.judgements = [...this.#without([first, second]), { first, second, ratio }]
    void this.show()
  }

  /** All answers about these and no others. */
  clear(ids: readonly string[]): void {
    const own = new Set(ids)
    this.judgements = this.judgements.filter(
      ({ first, second }) => !own.has(first) || !own.has(second),
    )
    void this.show()
  }

  /** One command, one undo step. */
  async apply(): Promise<boolean> {
    const proposal = this.view.current?.proposal
    if (!proposal) return false
    const answers = this.helper === 'pairwise' ? { judgements: this.judgements } : {}
    return this.#project.run({ kind: 'setWeights', ...proposal.set, ...answers })
  }

  #without([first, second]: readonly [string, string]): readonly Judgement[] {
    return this.judgements.filter(
      (one) =>
        !(one.first === first && one.second === second) &&
        !(one.first === second && one.second === first),
    )
  }
}
