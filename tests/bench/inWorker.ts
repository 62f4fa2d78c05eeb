import { gradeCasesWith } from './grading.ts'
import { measure, type Measured } from './measure.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
scope.onmessage = ({ data: rounds }: MessageEvent<number>) => {
  void (async () => {
    const rows: Measured[] = []
    for (const { make } of gradeCasesWith(1.4)) rows.push(await measure(make(), rounds))
    scope.postMessage(rows)
  })()
}
