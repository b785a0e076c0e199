import type { ServiceError } from './service-error.ts'
import type { ServiceName } from './types.ts'

/** An answer before the headers that all answers share. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | null
}

export function jsonAnswer(status: number, body: string | null, contentType = 'application/json'): Answer {
  return { status, headers: body === null ? {} : { 'content-type': contentType }, body }
}

/**
 * An error in the form of its service: V2 and IoT write `message`, V1 `Message`, Cognito always answers 400 and names
 * the code in the body, STS speaks XML.
 */
export function errorAnswer(error: ServiceError, service: ServiceName | null, requestId: string): Answer {
  if (service === 'sts') return stsError(error, requestId)
  const headers = { 'x-amzn-errortype': error.code, ...error.headers }
  if (service === 'cognito-identity') {
    const body = JSON.stringify({ __type: error.code, message: error.message })
    return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.1', ...headers }, body }
  }
  const isV1Exception = service === 'greengrass' && error.status !== 403
  const message = isV1Exception ? { Message: error.message } : { message: error.message }
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...message, ...error.members }),
  }
}

export function stsAnswer(operation: string, result: string, requestId: string): Answer {
  return xml(
    200,
    `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`,
  )
}

function stsError(error: ServiceError, requestId: string): Answer {
  const code = error.code.replace(/Exception$/, '')
  return xml(
    error.status,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )
}

const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
})

/** An element with text content. */
export const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
