import { AppError, type Detail, type ErrorCode } from '../core/error.ts'

/** Needs an answer or explains a failure: stands in its place until dismissed. */
export interface Notice {
  readonly id: number
  readonly level: 'info' | 'warning' | 'error'
  readonly code: ErrorCode | 'bug'
  readonly detail: Detail
  readonly report: string | null // our own bug: what can be copied to us
}

/** Says where a file went or offers undo; goes by itself. */
export interface Toast {
  readonly text: string
  readonly level: 'done' | 'hint'
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export class Notices {
  list = $state.raw<readonly Notice[]>([])
  toast = $state.raw<Toast | null>(null)
  #next = 1
  #timer: ReturnType<typeof setTimeout> | undefined

  /** The one place where failures surface. Cancelling is not a failure, nor is a view that came too late. */
  fail(error: unknown): void {
    if (error instanceof AppError) {
      if (error.code !== 'job.cancelled' && !isTooLate(error))
        this.#add('error', error.code, error.detail, null)
      return
    }
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#add('error', 'bug', {}, report)
  }

  say(text: string, action: Toast['action'] = null): void {
    this.#show({ text, level: 'done', action })
  }

  /** Nothing was done, and this is why. */
  hint(text: string, action: Toast['action'] = null): void {
    this.#show({ text, level: 'hint', action })
  }

  #show(toast: Toast): void {
    clearTimeout(this.#timer)
    this.toast = toast
    this.#timer = setTimeout(() => (this.toast = null), 6000)
  }

  /** Something else was done: what is offered to be undone is no longer the last step. */
  outdate(): void {
    if (this.toast?.level === 'done' && this.toast.action) this.dismissToast()
  }

  dismissToast(): void {
    clearTimeout(this.#timer)
    this.toast = null
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(level: Notice['level'], code: Notice['code'], detail: Detail, report: string | null): void {
    this.list = [
      ...this.list.filter((notice) => notice.code !== code),
      { id: this.#next++, level, code, detail, report },
    ]
  }
}

/** Asked of the open project when it had been left: no project is named that could be missing. */
const isTooLate = ({ code, detail }: AppError): boolean =>
  code === 'project.missing' && !('id' in detail)
