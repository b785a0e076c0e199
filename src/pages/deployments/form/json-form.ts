import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { type JsonProblem, readRequest } from '#src/domain/request-from-json.ts'
import { formFromRequest } from './form-from-request.ts'
import type { DeploymentForm } from './form-model.ts'
import { requestFromForm } from './request-from-form.ts'

export type JsonForm =
  | { ok: true; form: DeploymentForm; leftOut: string[] }
  | { ok: false; problems: (JsonProblem | { line: null; message: string })[] }

/** Values by their place, without empty containers: those ask for nothing. */
function leaves(value: unknown, place: string, into: Map<string, unknown>): Map<string, unknown> {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) leaves(inner, place ? `${place} › ${key}` : key, into)
  else into.set(place, value)
  return into
}

/** Members that would not come out of the form as they went in, such as a name with blanks around it. */
function lostBy(form: DeploymentForm, request: DeploymentRequest): string[] {
  const [wanted, held] = [
    leaves(request, '', new Map()),
    leaves(requestFromForm(form).request, '', new Map()),
  ]
  return [...wanted].filter(([place, value]) => held.get(place) !== value).map(([place]) => place)
}

/** The form that asks for what a JSON text asks for; nothing of the text may be lost on the way. */
export function formFromJson(text: string): JsonForm {
  const read = readRequest(text)
  if (!read.ok) return read
  const form = formFromRequest(read.request)
  const lost = lostBy(form, read.request)
  if (lost.length === 0) return { ok: true, form, leftOut: read.leftOut }
  return {
    ok: false,
    problems: lost.map(place => ({
      line: null,
      message: `${place} cannot be deployed as it is written: leave it out, or write it in another way.`,
    })),
  }
}

/** The name that a request is saved under. */
export function requestFileName({ deploymentName = '' }: DeploymentRequest): string {
  const safe = deploymentName.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '')
  return `${safe || 'deployment'}.json`
}

/** A little above the largest deployment that the service takes. */
const mostBytes = 8 * 1024 * 1024

/** Text of a file that somebody chose; the reason where it cannot be one. */
export async function requestFileText(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<{ ok: true; text: string } | { ok: false; message: string }> {
  if (file.size > mostBytes) return { ok: false, message: `${file.name} is larger than any deployment.` }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { ok: false, message: `${file.name} cannot be read as UTF-8 text.` }
  }
}
