/** Words by number, number by word; 0 is ''. Grows while a column is built. */
export class Dictionary {
  readonly words: string[] = ['']
  readonly #codes = new Map<string, number>([['', 0]])

  code(word: string): number {
    const found = this.#codes.get(word)
    if (found !== undefined) return found
    this.#codes.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}
