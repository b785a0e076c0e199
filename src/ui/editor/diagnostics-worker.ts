import { diagnose } from './diagnose.ts'
import type { DiagnosisAnswer, DiagnosisAsk } from './diagnose.ts'

/** Checks a recipe off the main thread, with the very rules that decide at the service. */
self.onmessage = async (event: MessageEvent<DiagnosisAsk>) => {
  const { id, text, format } = event.data
  const answer: DiagnosisAnswer = { id, diagnosis: await diagnose(text, format).catch(() => null) }
  self.postMessage(answer)
}
