import type { Hello } from './port.ts'
import { buffersOf, reading } from './reading.ts'
import { serve } from './server.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
serve(scope, reading(), buffersOf)
scope.postMessage({ ready: true } satisfies Hello)
