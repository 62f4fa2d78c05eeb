/**
 * What an input method does, as events: in the order of each engine (UI Events §4.3 "composition events", and where they
 * differ: Firefox tells `input` once more after the end; Safari sends the Enter that ends it after the end, as key 229).
 */
export const engines = ['chromium', 'firefox', 'safari'] as const
export type Engine = (typeof engines)[number]

const written = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')

/** As the engine writes, past whoever watches the property. */
const put = (input: HTMLTextAreaElement, text: string) => written?.set?.call(input, text)

const key = (input: HTMLElement, name: string, isComposing: boolean, keyCode = 229) =>
  input.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: name,
      keyCode,
      isComposing,
      bubbles: true,
      cancelable: true,
    }),
  )
const composition = (input: HTMLElement, type: string, data: string) =>
  input.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, cancelable: true }))
const told = (input: HTMLElement, isComposing: boolean, data: string) =>
  input.dispatchEvent(
    new InputEvent('input', {
      isComposing,
      data,
      inputType: isComposing ? 'insertCompositionText' : 'insertFromComposition',
      bubbles: true,
    }),
  )

export class Composition {
  readonly #input: HTMLTextAreaElement
  readonly #engine: Engine
  readonly #before: string
  #begun = false

  constructor(engine: Engine) {
    this.#input = document.activeElement as HTMLTextAreaElement
    this.#engine = engine
    this.#before = this.#input.value
  }

  /** One more letter: n, ni, nih … */
  grow(text: string): this {
    key(this.#input, 'Process', this.#begun)
    if (!this.#begun) composition(this.#input, 'compositionstart', '')
    this.#begun = true
    composition(this.#input, 'compositionupdate', text)
    put(this.#input, this.#before + text)
    told(this.#input, true, text)
    return this
  }

  /** The text that is meant, chosen by this key. */
  end(text: string, by = ' '): void {
    const isAfter = this.#engine === 'safari'
    if (!isAfter) key(this.#input, by, true)
    put(this.#input, this.#before + text)
    if (this.#engine !== 'firefox') told(this.#input, true, text)
    composition(this.#input, 'compositionend', text)
    if (this.#engine === 'firefox') told(this.#input, false, text)
    if (isAfter) key(this.#input, by, false)
  }
}

/** Each letter, then what is meant. */
export function compose(engine: Engine, letters: string, meant: string, by?: string): void {
  const composing = new Composition(engine)
  for (let at = 1; at <= letters.length; at++) composing.grow(letters.slice(0, at))
  composing.end(meant, by)
}

/** Counts what must not be done to a textarea while something is composed in it. */
export function watched(input: HTMLTextAreaElement): { readonly done: string[] } {
  const done: string[] = []
  const focus = input.focus.bind(input)
  const blur = input.blur.bind(input)
  const setSelectionRange = input.setSelectionRange.bind(input)
  input.focus = (options) => {
    done.push('focus')
    focus(options)
  }
  input.blur = () => {
    done.push('blur')
    blur()
  }
  input.setSelectionRange = (...place) => {
    done.push('caret')
    setSelectionRange(...place)
  }
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => written?.get?.call(input) as string,
    set: (text: string) => {
      done.push('value')
      put(input, text)
    },
  })
  new MutationObserver(() => done.push('style')).observe(input, {
    attributes: true,
    attributeFilter: ['style'],
  })
  return { done }
}
