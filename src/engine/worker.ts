import { listen } from './boot.ts'
import type { Hello } from './port.ts'

const scope = self as unknown as DedicatedWorkerGlobalScope
listen(scope)
scope.postMessage({ ready: true } satisfies Hello)
