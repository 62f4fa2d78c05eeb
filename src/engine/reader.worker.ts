import type { Hello } from './port.ts'
import { buffersOf, reading } from './reading.ts'
import { serve } from './server.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
const hello: Hello = { ready: true }
scope.onmessage = ({ data: { talk } }: MessageEvent<{ talk: MessagePort }>) => {
  serve(talk, reading(), buffersOf)
  talk.postMessage(hello)
}
scope.postMessage(hello)
