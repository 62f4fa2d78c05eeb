import { expect, test } from 'vitest'
import { Turns } from '../../../src/core/turns.ts'

test('tasks come one after another, also after one that failed', async () => {
  const turns = new Turns()
  const said: string[] = []
  const task = (name: string, wait: number) => async () => {
    said.push(`${name} begins`)
    await new Promise((done) => setTimeout(done, wait))
    said.push(`${name} ends`)
    if (name === 'second') throw new Error('refused')
    return name
  }
  const answers = [
    turns.take(task('first', 5)),
    turns.take(task('second', 1)),
    turns.take(() => 'third'),
  ]
  await expect(answers[1]).rejects.toThrow('refused')
  expect(await answers[0]).toBe('first')
  expect(await answers[2]).toBe('third')
  expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})
